import { describe, expect, it } from 'vitest'
import { gradeAudit } from '../../../src/core/audit/grade'
import type { Rating } from '../../../src/core/framework/schema'
import { planFramework, rated } from './plan-framework'

const framework = planFramework()
const FLOOR = ['A1', 'B1', 'C1', 'D1', 'F1', 'F2', 'F5', 'F6', 'G1', 'H1a', 'I1']
const floor = (differs: Readonly<Record<string, Rating>> = {}) =>
  gradeAudit(framework, {
    ratings: rated({ ...Object.fromEntries(FLOOR.map((id) => [id, 'met' as const])), ...differs }),
  }).floor

// standards.md 3.2: met when all are met, at risk on any partly, not met on any not met.
describe('the legal floor', () => {
  it('is met when all its criteria are', () => {
    expect(floor()).toEqual({ status: 'met', criteria: [] })
  })

  it('is at risk on any partly met and on any that cannot be told', () => {
    expect(floor({ G1: 'partly', A1: 'cannot-tell' })).toEqual({ status: 'at-risk', criteria: ['A1', 'G1'] })
  })

  it('is not met on any not met, and names those alone', () => {
    expect(floor({ G1: 'not-met', A1: 'partly' })).toEqual({ status: 'not-met', criteria: ['G1'] })
  })

  it('is known to fail before everything is rated', () => {
    expect(gradeAudit(framework, { ratings: rated({ I1: 'not-met' }) }).floor).toEqual({
      status: 'not-met',
      criteria: ['I1'],
    })
  })

  it('is open while a criterion of it is not rated, and names it', () => {
    const ratings = rated(Object.fromEntries(FLOOR.filter((id) => id !== 'I1').map((id) => [id, 'met' as const])))
    expect(gradeAudit(framework, { ratings }).floor).toEqual({ status: null, criteria: ['I1'] })
  })

  it('is not narrowed by the assignment', () => {
    const graded = gradeAudit(framework, { criteria: ['W4'], ratings: rated({ W4: 'met', I1: 'not-met' }) })
    expect(graded.floor).toEqual({ status: 'not-met', criteria: ['I1'] })
  })

  it('leaves out what does not apply, by a fact or by the auditor', () => {
    expect(floor({ G1: 'not-applicable' }).status).toBe('met')
    const ratings = rated({ ...Object.fromEntries(FLOOR.map((id) => [id, 'met' as const])), H1a: 'not-met' })
    expect(gradeAudit(framework, { ratings, facts: { postSixteen: true } }).floor.status).toBe('met')
  })

  it('is not called met where nothing of it applies', () => {
    expect(floor(Object.fromEntries(FLOOR.map((id) => [id, 'not-applicable' as const])))).toEqual({
      status: null,
      criteria: [],
    })
  })

  it('stands apart from the grade: an outstanding plan may be at risk', () => {
    const ratings = rated({ ...Object.fromEntries(FLOOR.map((id) => [id, 'met' as const])), G1: 'partly' })
    const rest = rated({ B2: 'met', E2: 'met', E3: 'met', F8: 'met', W1: 'met', W4: 'met', W8: 'met', W9: 'met' })
    const graded = gradeAudit(framework, { ratings: { ...ratings, ...rest } })
    expect(graded.subject.grade).toBe('outstanding')
    expect(graded.floor.status).toBe('at-risk')
  })

  it('has no status in a framework without one', () => {
    const without = {
      ...framework,
      sections: framework.sections.map((section) => ({
        ...section,
        criteria: section.criteria.map((criterion) => ({ ...criterion, floor: false })),
      })),
    }
    expect(gradeAudit(without, { ratings: rated({ A1: 'not-met' }) }).floor).toEqual({ status: null, criteria: [] })
  })
})
