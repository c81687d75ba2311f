import { describe, expect, it } from 'vitest'
import { headline } from '../../src/core/trends/headline'
import { NEW_PLANS_GOOD } from '../../src/core/trends/measure'
import { inPeriod, rollingYear } from '../../src/store/results-period'
import { resultRows } from '../../src/store/results-rows'
import { type PlanOf, recordsOf, released } from './results-records'

const both = (one: string | null, other: string | null): PlanOf => ({
  audits: [
    { agency: 'education', grade: one },
    { agency: 'health', grade: other },
  ],
})
const rowsOf = (...plans: readonly PlanOf[]) => resultRows(released(recordsOf([{ plans }]))).rows
const stateOf = (plan: PlanOf) => rowsOf(plan)[0]?.result

describe('the result of a drawn plan', () => {
  it('is the grade two agencies agree on', () => {
    expect(stateOf(both('good', 'good'))).toMatchObject({ state: 'graded', grade: 'good', by: 'agreement' })
  })
  it('awaits moderation when two agencies disagree', () => {
    expect(stateOf(both('good', 'inadequate'))).toEqual({ state: 'awaiting-moderation', why: 'grades-differ' })
  })
  it('is the panel’s grade once the panel has agreed one', () => {
    const moderated = { ...both('good', 'inadequate'), moderated: 'requires-improvement' }
    expect(stateOf(moderated)).toMatchObject({ state: 'graded', grade: 'requires-improvement', by: 'moderation' })
  })
  it('awaits moderation when only the SEN team graded it', () => {
    expect(stateOf({ audits: [{ agency: 'sen-team', grade: 'good' }] })).toMatchObject({ why: 'sen-team-only' })
  })
  it('counts as not good, as found, when an auditor met another child’s data', () => {
    const [one, other] = both('good', 'good').audits ?? []
    if (!one || !other) throw new Error('two audits')
    expect(stateOf({ audits: [one, { ...other, incident: true }] })).toMatchObject({
      goodOrBetter: false,
      by: 'incident',
    })
  })
  it('stays open while one of its auditors is still at work', () => {
    expect(stateOf({ audits: [{ agency: 'health', grade: 'good' }, { agency: 'education' }] })).toEqual({
      state: 'awaiting-audits',
    })
  })
})

describe('what the measure is told of a plan', () => {
  it('leaves pieces of advice out: they are a measure of their own', () => {
    expect(rowsOf({ ...both('good', 'good'), kind: 'advice' })).toEqual([])
  })
  it('counts a plan as a draft when an auditor saw a draft', () => {
    const plan = { audits: [{ agency: 'health', grade: 'good', saw: { status: 'draft' as const } }] }
    expect(rowsOf(plan)[0]?.facts.status).toBe('draft')
    expect(headline(NEW_PLANS_GOOD, rowsOf(plan)).drawn).toBe(0)
  })
  it('says of the minimum standard what all audits say, or that they differ', () => {
    const floors = (one: 'met' | 'not-met' | null, other: 'met' | 'not-met' | null): PlanOf => ({
      audits: [
        { agency: 'health', grade: 'good', floor: one },
        { agency: 'education', grade: 'good', floor: other },
      ],
    })
    const said = rowsOf(floors('met', 'met'), floors('met', 'not-met'), floors(null, null)).map(({ floor }) => floor)
    expect(said).toEqual(['met', 'differs', 'unknown'])
  })
  it('names the cycles whose standards are not on this device and leaves their plans out', () => {
    const records = recordsOf([{ name: 'Spring', plans: [both('good', 'good')] }])
    expect(resultRows({ ...records, frameworks: [] })).toEqual({ rows: [], unreadable: ['Spring'] })
  })
})

describe('the headline of a sample', () => {
  it('counts plans with a result and lists the rest beside it', () => {
    const good = both('good', 'good')
    const rows = rowsOf(
      ...[good, good, good, good, good, both('inadequate', 'inadequate')],
      both('good', 'inadequate'),
      { audits: [{ agency: 'health' }] },
      { ...good, outcome: 'lapsed', audits: [] },
      { ...good, swapped: 'Moved away', audits: [] },
    )
    expect(headline(NEW_PLANS_GOOD, rows)).toMatchObject({
      drawn: 9,
      audited: 7,
      n: 6,
      good: 5,
      awaitingModeration: 1,
      inProgress: 1,
      lapsed: 1,
      swappedOut: 1,
    })
  })
})

describe('the period shown unless another is asked for', () => {
  const drawn = (month: string, purpose = 'random') => ({
    month,
    facts: { purpose, status: 'final', version: 'new' },
  })
  const period = (...rows: readonly ReturnType<typeof drawn>[]) => rollingYear(NEW_PLANS_GOOD, rows)
  it('is the twelve months that end with the newest sample', () => {
    expect(period(drawn('2024-05'), drawn('2026-02'))).toEqual({ from: '2025-03', to: '2026-02' })
  })
  it('begins with the first sample when there is less than a year of them', () => {
    expect(period(drawn('2026-02'), drawn('2025-11'))).toEqual({ from: '2025-11', to: '2026-02' })
  })
  it('is not moved by a themed sample, which is a series of its own', () => {
    expect(period(drawn('2026-02'), drawn('2026-09', 'themed'))).toEqual({ from: '2026-02', to: '2026-02' })
  })
  it('is nothing when nothing was drawn', () => {
    expect(period()).toBeNull()
  })
  it('holds both its ends', () => {
    const rows = [drawn('2026-01'), drawn('2026-02'), drawn('2026-03')]
    expect(inPeriod(rows, { from: '2026-01', to: '2026-02' })).toHaveLength(2)
  })
})
