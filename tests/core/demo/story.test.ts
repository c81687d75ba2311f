import { describe, expect, it } from 'vitest'
import { Audit } from '../../../src/core/audit/audit'
import type { FictionalCounty } from '../../../src/core/demo/county'
import { Alert, Moderation } from '../../../src/core/panel/records'
import { Assignment, Cycle, Subject } from '../../../src/core/sampling/cycle'
import { byCriterion } from '../../../src/core/trends/by-criterion'
import { headline } from '../../../src/core/trends/headline'
import { NEW_PLANS_GOOD, SAMPLED_PLANS_GOOD } from '../../../src/core/trends/measure'
import { type ResultRow, resultRows } from '../../../src/store/results-rows'
import { FRAMEWORK, quillshire, recordsOf, TODAY } from './quillshire'

/** The county as the results page sees it. */
function rowsOf(county: FictionalCounty): readonly ResultRow[] {
  const key = 'framework/ehcp-core@1.0.0' as const
  return resultRows({
    cycles: recordsOf(county, 'cycle', Cycle),
    subjects: recordsOf(county, 'subject', Subject),
    assignments: recordsOf(county, 'assignment', Assignment),
    audits: recordsOf(county, 'audit', Audit).filter(({ scope }) => scope === 'auditors'),
    moderations: recordsOf(county, 'moderation', Moderation),
    frameworks: [{ id: 'ehcp-core@1.0.0', key, scope: 'area', rev: 1, body: FRAMEWORK }],
  }).rows
}

const monthsOf = (rows: readonly ResultRow[]) => [...new Set(rows.map(({ month }) => month))].sort()

function within(rows: readonly ResultRow[], from: number, to: number): readonly ResultRow[] {
  const months = monthsOf(rows).slice(from, to)
  return rows.filter(({ month }) => months.includes(month))
}

function lostOn(rows: readonly ResultRow[], criterion: string): number {
  const subjects = rows.map((row) => ({ ...row, ratings: row.audits.map(({ ratings }) => ratings) }))
  const found = byCriterion({ measure: SAMPLED_PLANS_GOOD, subjects, framework: FRAMEWORK, order: 'framework' })
  return found.find((row) => row.criterion === criterion)?.lost ?? 0
}

const shareOf = (rows: readonly ResultRow[]) => headline(NEW_PLANS_GOOD, rows).share ?? 0

const county = quillshire()
const rows = rowsOf(county)

describe('the year of the fictional county', () => {
  // Any day somebody may try it on: the last of a month, a leap day, the turn of the year and of the school year, weekends.
  it.each(['2026-07-29', '2026-01-01', '2028-02-29', '2026-08-31', '2027-03-07'])(
    'seen on %s: between 60 and 75 % of new plans are good, and more at its end than at its start',
    (today) => {
      const seen = today === TODAY ? rows : rowsOf(quillshire(today))
      expect(monthsOf(seen)).toHaveLength(12)
      expect(shareOf(seen)).toBeGreaterThan(0.6)
      expect(shareOf(seen)).toBeLessThan(0.75)
      expect(shareOf(within(seen, 6, 12))).toBeGreaterThan(shareOf(within(seen, 0, 6)))
    },
    30_000,
  )

  it('has a weak service: where speech and language therapy advised, F2, F6 and F8 lose most', () => {
    for (const criterion of ['F2', 'F6', 'F8']) expect(lostOn(rows, criterion)).toBeGreaterThan(0.28)
    const shortfalls = rows.flatMap(({ audits }) =>
      audits.flatMap(({ ratings }) => Object.entries(ratings).filter(([, { service }]) => service === 'salt')),
    )
    expect(shortfalls.length).toBeGreaterThan(200)
    for (const [criterion, { cause }] of shortfalls) {
      expect(['F2', 'F6', 'F8']).toContain(criterion)
      expect(cause).toBe('vague-advice')
    }
  })

  it('has a service that recovers: social care, bad in the first three months and good in the last', () => {
    for (const criterion of ['D1', 'H1a']) {
      expect(lostOn(within(rows, 0, 3), criterion)).toBeGreaterThan(0.5)
      expect(lostOn(within(rows, 8, 12), criterion)).toBeLessThan(0.22)
    }
  })

  it('differs often enough for a panel and not so often that nobody would trust the grades', () => {
    const doubles = rows.filter(({ audits }) => audits.length === 2)
    const agreed = doubles.filter(({ audits: [one, other] }) => one?.outcome?.grade === other?.outcome?.grade)
    expect(doubles.length).toBeGreaterThan(80)
    expect(agreed.length / doubles.length).toBeGreaterThan(0.65)
    expect(agreed.length / doubles.length).toBeLessThan(0.85)
  })
})

describe('the month in progress', () => {
  const last = recordsOf(county, 'cycle', Cycle).at(-1)
  const present = rows.filter(({ cycleId }) => cycleId === last?.id)
  const standing = (what: string) => present.filter(({ progress }) => progress?.standing === what).length
  const own = recordsOf(county, 'assignment', Assignment).filter(({ body }) => body.auditor === county.memberId)

  it('has something of everything: results, drafts, audits not begun, plans for the panel', () => {
    expect(standing('with-result')).toBeGreaterThan(5)
    expect(standing('started')).toBeGreaterThan(2)
    expect(standing('asked')).toBeGreaterThan(0)
    expect(standing('awaiting-moderation')).toBeGreaterThanOrEqual(3)
    expect(standing('to-assign')).toBe(1)
  })

  it('has one incident, one concern, one plan handed back and one swapped out', () => {
    const alerts = recordsOf(county, 'alert', Alert).filter(({ body }) => body.cycleId === last?.id)
    expect(alerts.map(({ body }) => body.type).sort()).toEqual(['concern', 'incident'])
    const found = present.find(({ id }) => alerts.some(({ body }) => body.type === 'incident' && body.subjectId === id))
    expect(found?.result).toMatchObject({ state: 'graded', goodOrBetter: false, by: 'incident' })
    expect(present.flatMap(({ progress }) => progress?.returned ?? [])).toHaveLength(1)
    expect(present.filter(({ swappedOut }) => swappedOut)).toHaveLength(1)
  })

  it('leaves the newcomer one draft to go on with and two audits to begin within the week', () => {
    const open = own.filter(({ body }) => body.state !== 'submitted')
    expect(open.map(({ body }) => body.state).sort()).toEqual(['asked', 'asked', 'started'])
    for (const { body } of open) {
      expect(body.dueOn > TODAY).toBe(true)
      expect(Date.parse(body.dueOn) - Date.parse(TODAY)).toBeLessThanOrEqual(8 * 86_400_000)
    }
  })

  it('has somebody to remind: one audit is past its day', () => {
    const late = present.flatMap(({ progress }) => progress?.open ?? []).filter(({ body }) => body.dueOn < TODAY)
    expect(late.filter(({ body }) => body.state !== 'submitted')).toHaveLength(1)
  })
})
