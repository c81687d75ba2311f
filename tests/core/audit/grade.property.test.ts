import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeAudit } from '../../../src/core/audit/grade'
import { gradeStep } from '../../../src/core/framework/lookup'
import { type Framework, Rating } from '../../../src/core/framework/schema'
import { CORE, planFramework, rated } from './plan-framework'

const framework = planFramework()
const RATINGS = Rating.options
const EVERY = framework.sections.flatMap((section) => section.criteria.map(({ id }) => id))
const someRatings = fc.dictionary(fc.constantFrom(...EVERY), fc.constantFrom<Rating>(...RATINGS), {
  maxKeys: EVERY.length,
})
/** Mostly met, so that good and outstanding plans and their caps are reached as well. */
const wholeCore = fc.record(
  Object.fromEntries(
    CORE.map((id) => [
      id,
      fc.constantFrom<Rating>('met', 'met', 'met', 'met', 'partly', 'not-met', 'not-applicable', 'cannot-tell'),
    ]),
  ),
)
const derived = (ratings: Readonly<Record<string, Rating>>, within: Framework = framework) =>
  gradeAudit(within, { ratings: rated(ratings) }).subject
const step = (grade: string | null) => (grade === null ? -1 : gradeStep(framework, grade))

describe('for any ratings', () => {
  it('the order in which criteria were rated never matters', () => {
    fc.assert(
      fc.property(someRatings, fc.infiniteStream(fc.nat()), (ratings, keys) => {
        const entries = Object.entries(ratings)
        const order = new Map(entries.map(([id]) => [id, keys.next().value]))
        const shuffled = Object.fromEntries(entries.toSorted(([a], [b]) => order.get(a)! - order.get(b)!))
        const grades = (some: typeof ratings) => gradeAudit(framework, { ratings: rated(some) })
        expect(grades(shuffled)).toEqual(grades(ratings))
      }),
    )
  })

  it('a criterion that is not applicable changes nothing: it might as well not exist', () => {
    fc.assert(
      fc.property(wholeCore, (ratings) => {
        const kept = (id: string) => ratings[id] !== 'not-applicable'
        const smaller = {
          ...framework,
          sections: framework.sections.map((section) => ({
            ...section,
            criteria: section.criteria.filter(({ id }) => kept(id)),
          })),
        }
        const without = derived(Object.fromEntries(Object.entries(ratings).filter(([id]) => kept(id))), smaller)
        const { working: _rows, ...plan } = derived(ratings)
        const { working: _fewer, ...expected } = without
        expect(plan).toEqual(expected)
      }),
    )
  })

  it('better work never lowers the derived grade: not met to partly, partly to met', () => {
    const better: Partial<Record<Rating, Rating>> = { 'not-met': 'partly', partly: 'met' }
    fc.assert(
      fc.property(wholeCore, fc.constantFrom(...CORE), (ratings, id) => {
        const now = ratings[id]!
        const improved = { ...ratings, [id]: better[now] ?? now }
        expect(step(derived(improved).derived)).toBeGreaterThanOrEqual(step(derived(ratings).derived))
      }),
      { numRuns: 500 },
    )
  })

  // What is missing may turn out badly: from "cannot tell" to partly or not met the grade may fall. To met it never does.
  it('evidence found and good never lowers it: cannot tell or not applicable to met', () => {
    fc.assert(
      fc.property(wholeCore, fc.constantFrom(...CORE), (ratings, id) => {
        const now = ratings[id]!
        const found = now === 'cannot-tell' || now === 'not-applicable' ? { ...ratings, [id]: 'met' as const } : ratings
        expect(step(derived(found).derived)).toBeGreaterThanOrEqual(step(derived(ratings).derived))
      }),
      { numRuns: 500 },
    )
  })

  it('the derived grade is the lowest that any of its reasons leads to', () => {
    fc.assert(
      fc.property(wholeCore, (ratings) => {
        const plan = derived(ratings)
        expect(step(plan.derived)).toBe(Math.min(...plan.reasons.map(({ to }) => step(to))))
      }),
    )
  })

  it('only the proportions of weights matter', () => {
    fc.assert(
      fc.property(wholeCore, fc.integer({ min: 2, max: 50 }), (ratings, times) => {
        const heavier = {
          ...framework,
          sections: framework.sections.map((section) => ({
            ...section,
            criteria: section.criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * times })),
          })),
        }
        expect(derived(ratings, heavier).derived).toBe(derived(ratings).derived)
        expect(derived(ratings, heavier).share ?? 2).toBeCloseTo(derived(ratings).share ?? 2, 12)
      }),
    )
  })

  it('an override never moves the grade by more than one step, nor past an incident', () => {
    const grades = framework.scale.map(({ id }) => id)
    fc.assert(
      fc.property(wholeCore, fc.constantFrom(...grades), fc.boolean(), (ratings, grade, incident) => {
        const input = { ratings: rated(ratings), override: { grade, reason: 'Judgement of the whole' }, incident }
        const { subject } = gradeAudit(framework, input)
        if (incident || subject.derived === null) expect(subject.grade).toBe(subject.derived)
        else expect(Math.abs(step(subject.grade) - step(subject.derived))).toBeLessThanOrEqual(1)
      }),
    )
  })
})
