import { describe, expect, it } from 'vitest'
import { gradeAudit } from '../../../src/core/audit/grade'
import type { AuditInput } from '../../../src/core/audit/graded'
import type { Rating } from '../../../src/core/framework/schema'
import { coreRated, planFramework, rated } from './plan-framework'

const framework = planFramework()
const grade = (input: AuditInput) => gradeAudit(framework, input).subject
const core = (rest: Rating, differs: Readonly<Record<string, Rating>> = {}, more: Partial<AuditInput> = {}) =>
  grade({ ratings: coreRated(rest, differs), ...more })

// The core weighs 22: four key criteria at 2, fourteen others at 1 (standards.md 3.1).
describe('the share of a plan', () => {
  it('earns 1 for met, a half for partly and nothing for not met, key criteria counting double', () => {
    // 22 − 2 (F1 not met) − 1 (F2 partly, half of 2) − 0.5 (B2 partly) = 18.5 of 22
    const plan = core('met', { F1: 'not-met', F2: 'partly', B2: 'partly' })
    expect(plan.share).toBe(18.5 / 22)
    expect(plan.working).toMatchObject({ earned: 18.5, applicable: 22, cannotTell: 0 })
    expect(plan.working.rows.find((row) => row.criterion === 'F2')).toEqual({
      criterion: 'F2',
      weight: 2,
      rating: 'partly',
      earned: 1,
    })
  })

  it('leaves out what is not applicable and what cannot be told', () => {
    // 22 − 2 (F1) − 1 (C1) = 19 applicable; B2 not met: 18 of 19
    const plan = core('met', { F1: 'not-applicable', C1: 'cannot-tell', B2: 'not-met' })
    expect(plan.share).toBe(18 / 19)
    expect(plan.working).toMatchObject({ earned: 18, applicable: 19, cannotTell: 1 })
  })

  it('is not touched by criteria outside the core or without weight', () => {
    const plain = core('met')
    const more = grade({ ratings: { ...coreRated('met'), ...rated({ I1: 'not-met', E4: 'not-met' }) } })
    expect(more.share).toBe(plain.share)
    expect(more.grade).toBe('outstanding')
  })
})

describe('the grade of a plan by its share', () => {
  it('is good from 0.60 on and requires improvement just below', () => {
    // Without B2 and E3 20 apply; all partly earn 10, and F1 and F2 met earn 1 more each: 12 of 20.
    const at = core('partly', { B2: 'not-applicable', E3: 'not-applicable', F1: 'met', F2: 'met' })
    expect(at.share).toBe(0.6)
    expect(at.grade).toBe('good')
    const below = core('partly', { B2: 'not-applicable', E3: 'not-applicable', F1: 'met', A1: 'met' })
    expect(below.share).toBe(11.5 / 20)
    expect(below.grade).toBe('requires-improvement')
  })

  it('is inadequate below 0.40 and requires improvement at 0.40', () => {
    const out = { B2: 'not-applicable', E3: 'not-applicable' } as const
    // All partly earn 10 of 20; four limiting ones not met take half a point each: 8 of 20.
    const at = core('partly', { ...out, A1: 'not-met', C1: 'not-met', D1: 'not-met', E2: 'not-met' })
    expect(at.share).toBe(0.4)
    expect(at.grade).toBe('requires-improvement')
    const below = core('partly', { ...out, A1: 'not-met', C1: 'not-met', D1: 'not-met', E2: 'not-met', W4: 'not-met' })
    expect(below.share).toBe(7.5 / 20)
    expect(below.grade).toBe('inadequate')
    expect(below.reasons).toEqual([{ type: 'share', criteria: [], to: 'inadequate' }])
  })

  it('is outstanding from 0.90 on', () => {
    // Without B2 and E3: 20. Four partly at weight 1 lose 2: 18 of 20.
    const out = { B2: 'not-applicable', E3: 'not-applicable' } as const
    const at = core('met', { ...out, A1: 'partly', C1: 'partly', D1: 'partly', W4: 'partly' })
    expect(at.share).toBe(0.9)
    expect(at.grade).toBe('outstanding')
    expect(core('met', { ...out, A1: 'partly', C1: 'partly', D1: 'partly', W4: 'partly', G1: 'partly' }).grade).toBe(
      'good',
    )
  })
})

describe('what caps the grade of a plan', () => {
  it('a key criterion partly met keeps it from outstanding', () => {
    const plan = core('met', { W1: 'partly' }) // 21 of 22
    expect(plan.grade).toBe('good')
    expect(plan.reasons).toEqual([
      { type: 'share', criteria: [], to: 'outstanding' },
      { type: 'key', criteria: ['W1'], to: 'good' },
    ])
  })

  it('a key criterion that cannot be told is not met in full', () => {
    expect(core('met', { W1: 'cannot-tell' }).grade).toBe('good')
  })

  it('a key criterion that does not apply stands in nobody’s way', () => {
    expect(core('met', { W1: 'not-applicable' }).grade).toBe('outstanding')
  })

  it('one key criterion not met leads to requires improvement, and names that one alone', () => {
    const plan = core('met', { F1: 'not-met', F2: 'partly' }) // 19 of 22
    expect(plan.grade).toBe('requires-improvement')
    expect(plan.reasons).toEqual([
      { type: 'share', criteria: [], to: 'good' },
      { type: 'key', criteria: ['F1'], to: 'requires-improvement' },
    ])
  })

  it('two key criteria not met are inadequate', () => {
    const plan = core('met', { F1: 'not-met', B1: 'not-met' }) // 18 of 22 = 0.818
    expect(plan.grade).toBe('inadequate')
    expect(plan.reasons.at(-1)).toEqual({ type: 'key', criteria: ['B1', 'F1'], to: 'inadequate' })
  })

  it('one limiting criterion not met keeps it from outstanding', () => {
    const plan = core('met', { G1: 'not-met' }) // 21 of 22
    expect(plan.grade).toBe('good')
    expect(plan.reasons.at(-1)).toEqual({ type: 'limiting', criteria: ['G1'], to: 'good' })
  })

  it('two limiting ones not met may still be good, three may not', () => {
    expect(core('met', { G1: 'not-met', C1: 'not-met' }).grade).toBe('good')
    const plan = core('met', { G1: 'not-met', C1: 'not-met', A1: 'not-met' }) // 19 of 22 = 0.864
    expect(plan.grade).toBe('requires-improvement')
    expect(plan.reasons).toEqual([
      { type: 'share', criteria: [], to: 'good' },
      { type: 'limiting', criteria: ['A1', 'C1', 'G1'], to: 'requires-improvement' },
    ])
  })

  it('a limiting criterion partly met or not told limits nothing', () => {
    expect(core('met', { G1: 'partly', C1: 'partly', A1: 'cannot-tell' }).grade).toBe('outstanding')
  })

  it('each cap says what it alone would lead to', () => {
    const plan = core('met', { F1: 'not-met', G1: 'not-met', C1: 'not-met', A1: 'not-met' }) // 17 of 22 = 0.773
    expect(plan.reasons).toEqual([
      { type: 'share', criteria: [], to: 'good' },
      { type: 'key', criteria: ['F1'], to: 'requires-improvement' },
      { type: 'limiting', criteria: ['A1', 'C1', 'G1'], to: 'requires-improvement' },
    ])
  })

  it('a cap that lowers nothing is not named', () => {
    // F1 not met, everything else partly: 10 of 22 = 0.4545 is requires improvement by share already
    expect(core('partly', { F1: 'not-met' }).reasons).toEqual([
      { type: 'share', criteria: [], to: 'requires-improvement' },
    ])
  })
})

describe('when a plan has no grade', () => {
  it('the core is not complete', () => {
    const { F8: _left, ...ratings } = coreRated('met')
    const plan = grade({ ratings })
    expect(plan).toMatchObject({ grade: null, derived: null })
    expect(plan.reasons).toEqual([{ type: 'incomplete', criteria: ['F8'], to: null }])
  })

  it('a contribution to one section is complete and has no grade of the plan', () => {
    const graded = gradeAudit(framework, { criteria: ['C1'], ratings: rated({ C1: 'met' }) })
    expect(graded.complete).toBe(true)
    expect(graded.sections.C?.grade).toBe('outstanding')
    expect(graded.subject.grade).toBeNull()
    expect(graded.subject.reasons[0]?.type).toBe('incomplete')
  })

  it('nothing of the core applies', () => {
    const plan = core('not-applicable')
    expect(plan).toMatchObject({ grade: null, derived: null, share: null })
    expect(plan.reasons).toEqual([{ type: 'nothing-applicable', criteria: [], to: null }])
  })

  it('more than a fifth of the weight cannot be told, and exactly a fifth may', () => {
    // Without B2 and E3 20 apply: 4 of 20 is a fifth, 5 of 20 is more.
    const out = { B2: 'not-applicable', E3: 'not-applicable' } as const
    const fifth = core('met', { ...out, F1: 'cannot-tell', F2: 'cannot-tell' })
    expect(fifth.grade).toBe('good') // key criteria not told keep it from outstanding
    const more = core('met', { ...out, F1: 'cannot-tell', F2: 'cannot-tell', A1: 'cannot-tell' })
    expect(more).toMatchObject({ grade: null, derived: null, share: 1 })
    expect(more.reasons).toEqual([{ type: 'insufficient-evidence', criteria: ['A1', 'F1', 'F2'], to: null }])
  })

  it('nothing at all can be told', () => {
    expect(core('cannot-tell')).toMatchObject({ grade: null, share: null })
    expect(core('cannot-tell').reasons[0]?.type).toBe('insufficient-evidence')
  })
})

describe('an incident', () => {
  it('is inadequate at once, before anything is rated', () => {
    const plan = grade({ ratings: {}, incident: true })
    expect(plan).toMatchObject({ grade: 'inadequate', derived: 'inadequate' })
    expect(plan.reasons).toEqual([{ type: 'incident', criteria: [], to: 'inadequate' }])
  })

  it('is found by its own criterion too', () => {
    expect(core('met', { W3: 'not-met' }).reasons).toEqual([{ type: 'incident', criteria: ['W3'], to: 'inadequate' }])
  })

  it('counts even where the assignment did not ask for its criterion', () => {
    expect(grade({ criteria: ['C1'], ratings: rated({ W3: 'not-met' }) }).grade).toBe('inadequate')
  })

  it('needs no rating of its criterion when there is none to report', () => {
    expect(core('met').grade).toBe('outstanding')
    expect(core('met', { W3: 'partly' }).grade).toBe('outstanding')
  })
})

describe('what applies', () => {
  it('a fact rules a criterion in or out, and a rating on one that does not apply is ignored', () => {
    const year7 = gradeAudit(framework, { ratings: coreRated('met', { W9: 'not-met' }), facts: { yearGroup: 7 } })
    expect(year7.subject.share).toBe(1) // 21 of 21
    const year9 = gradeAudit(framework, { ratings: coreRated('met', { W9: 'not-met' }), facts: { yearGroup: 9 } })
    expect(year9.subject.share).toBe(21 / 22)
  })

  it('an unknown fact never rules a criterion out', () => {
    expect(gradeAudit(framework, { ratings: {} }).missing).toContain('W9')
    expect(gradeAudit(framework, { ratings: {}, facts: { yearGroup: 8 } }).missing).not.toContain('W9')
    expect(gradeAudit(framework, { ratings: {}, facts: { postSixteen: true } }).missing).not.toContain('H1a')
  })

  it('complete means that every criterion asked for that applies is rated', () => {
    const graded = gradeAudit(framework, {
      criteria: ['G1', 'A1', 'W9'],
      ratings: rated({ A1: 'cannot-tell' }),
      facts: { yearGroup: 3 },
    })
    expect(graded.complete).toBe(false)
    expect(graded.missing).toEqual(['G1'])
  })

  it('a rating outside the assignment does not complete the core', () => {
    const graded = gradeAudit(framework, { criteria: ['A1'], ratings: coreRated('met') })
    expect(graded.subject.grade).toBeNull()
  })

  it('a criterion outside the framework is a bug of the caller', () => {
    expect(() => gradeAudit(framework, { ratings: rated({ Z9: 'met' }) })).toThrow(RangeError)
    expect(() => gradeAudit(framework, { criteria: ['Z9'], ratings: {} })).toThrow(RangeError)
  })
})
