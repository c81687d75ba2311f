import { describe, expect, it } from 'vitest'
import { gradeAudit } from '../../../src/core/audit/grade'
import type { AuditInput } from '../../../src/core/audit/graded'
import type { Rating } from '../../../src/core/framework/schema'
import { coreRated, planFramework } from './plan-framework'

const framework = planFramework()
function overridden(
  to: string,
  rest: Rating,
  differs: Readonly<Record<string, Rating>> = {},
  more: Partial<AuditInput> = {},
) {
  return gradeAudit(framework, {
    ratings: coreRated(rest, differs),
    override: { grade: to, reason: 'Seen as a whole it is better than its parts' },
    ...more,
  }).subject
}

// standards.md 3.1: by one step with a reason, never into good past a key criterion not met.
describe('an override', () => {
  it('of one step with a reason stands, and the derived grade stays visible', () => {
    const plan = overridden('good', 'partly') // 11 of 22 = 0.5
    expect(plan).toMatchObject({ grade: 'good', derived: 'requires-improvement' })
    expect(plan.reasons.at(-1)).toEqual({ type: 'override', criteria: [], to: 'good' })
  })

  it('may lower by one step too', () => {
    expect(overridden('good', 'met')).toMatchObject({ grade: 'good', derived: 'outstanding' })
  })

  it('into good is refused while a key criterion is not met', () => {
    const plan = overridden('good', 'met', { F1: 'not-met' })
    expect(plan).toMatchObject({ grade: 'requires-improvement', derived: 'requires-improvement' })
    expect(plan.reasons.at(-1)).toEqual({
      type: 'override-refused',
      criteria: ['F1'],
      to: 'requires-improvement',
      why: 'key-not-met',
      asked: 'good',
    })
  })

  it('below good is open although a key criterion is not met', () => {
    const plan = overridden('requires-improvement', 'met', { F1: 'not-met', F2: 'not-met' })
    expect(plan).toMatchObject({ grade: 'requires-improvement', derived: 'inadequate' })
  })

  it('into good is open when the key criterion is partly met', () => {
    expect(overridden('good', 'partly', { F1: 'partly' }).grade).toBe('good')
  })

  it.each([
    ['more than one step', 'outstanding', 'partly', {}, {}, 'too-many-steps'],
    ['a grade that is not on the scale', 'splendid', 'partly', {}, {}, 'not-on-scale'],
    ['the grade it has already', 'requires-improvement', 'partly', {}, {}, 'same-grade'],
    ['a reason of spaces', 'good', 'partly', {}, { override: { grade: 'good', reason: '  \n' } }, 'blank-reason'],
    ['an incident', 'requires-improvement', 'met', {}, { incident: true }, 'incident'],
    ['no derived grade', 'good', 'not-applicable', {}, {}, 'no-grade'],
  ] as const)('is refused for %s', (_name, to, rest, differs, more, why) => {
    const plan = overridden(to, rest, differs, more)
    expect(plan.grade).toBe(plan.derived)
    expect(plan.reasons.at(-1)).toMatchObject({ type: 'override-refused', why, to: plan.derived })
  })
})
