import { describe, expect, it } from 'vitest'
import type { Rating } from '../../../src/core/framework/schema'
import { byCriterion } from '../../../src/core/trends/by-criterion'
import { bySection } from '../../../src/core/trends/by-section'
import { NEW_PLANS_GOOD } from '../../../src/core/trends/measure'
import { sectionResults } from '../../../src/core/trends/section-result'
import { planFramework, rated } from '../audit/plan-framework'
import { GOOD, NOT_GOOD, subjects } from './subjects'

const framework = planFramework()
const sections = framework.sections.map(({ id }) => [id, null] as const)

function audit(
  agency: string,
  grades: Readonly<Record<string, string>>,
  ratings: Readonly<Record<string, Rating>> = {},
) {
  const outcome = {
    grade: 'good',
    derived: 'good',
    share: 0.7,
    floor: null,
    sections: { ...Object.fromEntries(sections), ...grades },
  }
  return { agency, outcome, ratings: rated(ratings) }
}

describe('the result of a section', () => {
  it('is the grade all auditors who rated it gave, and awaits the panel where they differ', () => {
    const audits = [audit('health', { A: 'good', B: 'good' }), audit('education', { A: 'good', B: 'outstanding' })]
    expect(sectionResults({ audits, asked: 2 }, framework)).toMatchObject({
      A: { state: 'graded', grade: 'good', goodOrBetter: true },
      B: { state: 'awaiting-moderation', why: 'grades-differ' },
    })
  })
  it('leaves out an auditor who had nothing to rate in it', () => {
    const audits = [audit('health', { G: 'good' }), audit('education', {})]
    expect(sectionResults({ audits, asked: 2 }, framework).G).toMatchObject({ state: 'graded', grade: 'good' })
  })
  it('is none where nothing in it applies to the plan', () => {
    const audits = [audit('health', { A: 'good' }, { H1a: 'not-applicable' })]
    expect(sectionResults({ audits, asked: 1 }, framework).H1).toEqual({ state: 'not-applicable' })
  })
  it('cannot be given where the evidence is missing, and awaits the panel where one found it', () => {
    const blind = audit('health', {}, { G1: 'cannot-tell' })
    expect(sectionResults({ audits: [blind], asked: 1 }, framework).G).toEqual({ state: 'not-gradeable' })
    const audits = [blind, audit('education', { G: 'good' })]
    expect(sectionResults({ audits, asked: 2 }, framework).G).toMatchObject({ why: 'some-without-grade' })
  })
  it('is not settled by the SEN team alone', () => {
    const audits = [audit('sen-team', { A: 'good', I: 'good' }), audit('health', { A: 'good' })]
    expect(sectionResults({ audits, asked: 2 }, framework)).toMatchObject({
      A: { state: 'graded' },
      I: { state: 'awaiting-moderation', why: 'sen-team-only' },
    })
  })
  it('is the panel’s where it set one', () => {
    const audits = [audit('health', { A: 'good' }), audit('education', { A: 'inadequate' })]
    const results = sectionResults({ audits, asked: 2, moderated: { A: 'requires-improvement' } }, framework)
    expect(results.A).toMatchObject({ state: 'graded', by: 'moderation', goodOrBetter: false })
  })
  it('waits for everybody asked, and lapses with its plan', () => {
    const audits = [audit('health', { A: 'good' })]
    expect(sectionResults({ audits, asked: 2 }, framework)).toMatchObject({
      A: { state: 'awaiting-audits' },
      B: { state: 'awaiting-audits' },
    })
    expect(sectionResults({ audits: [], asked: 1 }, framework).A).toEqual({ state: 'awaiting-audits' })
    expect(sectionResults({ audits, asked: 2, outcome: 'lapsed' }, framework).A).toEqual({ state: 'lapsed' })
  })
})

describe('share good by section', () => {
  // A: 9 of 10 good; B: 3 of 10 good; C: 1 of 2 good, does not apply to the rest.
  const drawn = subjects(10, GOOD).map((subject, index) => ({
    ...subject,
    sections: {
      A: index < 9 ? GOOD : NOT_GOOD,
      B: index < 3 ? GOOD : NOT_GOOD,
      C: index === 0 ? GOOD : index === 1 ? NOT_GOOD : ({ state: 'not-applicable' } as const),
    },
  }))
  const named = ['A', 'B', 'C', 'D'].map((id) => ({ id, title: `Section ${id}` }))
  const input = { measure: NEW_PLANS_GOOD, subjects: drawn, sections: named }

  it('is counted over the plans in which the section has a result', () => {
    const rows = bySection({ ...input, order: 'framework' })
    expect(rows.map(({ section, good, n, share, notApplicable }) => [section, good, n, share, notApplicable])).toEqual([
      ['A', 9, 10, 0.9, 0],
      ['B', 3, 10, 0.3, 0],
      ['C', 1, 2, null, 8],
      ['D', 0, 0, null, 10],
    ])
    expect(rows[1]?.interval?.low).toBeCloseTo(0.107791, 6)
  })
  it('can start with the weakest; sections with too few plans for a share come last', () => {
    const rows = bySection({ ...input, order: 'weakest-first' })
    expect(rows.map((row) => row.section)).toEqual(['B', 'A', 'C', 'D'])
  })
  it('leaves out what the headline leaves out', () => {
    const [one] = drawn
    if (!one) throw new Error('no plan')
    const others = [
      { ...one, swappedOut: true },
      { ...one, facts: { ...one.facts, purpose: 'themed' } },
    ]
    const rows = bySection({ ...input, subjects: [...drawn, ...others], order: 'framework' })
    expect(rows[0]?.n).toBe(10)
  })
})

describe('criteria that pull down', () => {
  const plan = (...ratings: readonly Readonly<Record<string, Rating>>[]) =>
    subjects(1, GOOD).map((subject) => ({ ...subject, ratings: ratings.map(rated) }))
  const drawn = [
    ...plan({ A1: 'met', B1: 'partly', E4: 'not-met', G1: 'cannot-tell' }),
    ...plan({ A1: 'partly', B1: 'partly', E4: 'not-met', G1: 'not-applicable' }),
    ...plan({ A1: 'not-met', B1: 'met' }, { A1: 'not-met', B1: 'met' }),
    ...plan({ A1: 'met', B1: 'met' }, { A1: 'not-met' }),
  ]
  const input = { measure: NEW_PLANS_GOOD, subjects: drawn, framework }

  it('are counted once per plan, "cannot tell" and "not applicable" apart, and where auditors differ', () => {
    const [a1, b1, e4, g1] = byCriterion({ ...input, order: 'framework' })
    expect(a1).toMatchObject({ criterion: 'A1', met: 1, partly: 1, notMet: 1, n: 3, differs: 1, lost: 0.5 })
    expect(b1).toMatchObject({ criterion: 'B1', met: 2, partly: 2, notMet: 0, n: 4, lost: 0.25 })
    expect(e4).toMatchObject({ criterion: 'E4', notMet: 2, lost: 1, isScored: false })
    expect(g1).toMatchObject({ criterion: 'G1', n: 0, cannotTell: 1, notApplicable: 1, lost: null })
  })
  it('come first by the weight they lose; diagnostic ones last', () => {
    // A1 loses ½ of weight 1, B1 ¼ of weight 2, so the larger n decides; G1 has lost nothing; E4 does not score.
    const rows = byCriterion({ ...input, order: 'most-lost-first' })
    expect(rows.map((row) => row.criterion)).toEqual(['B1', 'A1', 'G1', 'E4'])
  })
})
