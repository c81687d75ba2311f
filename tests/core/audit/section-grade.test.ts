import { describe, expect, it } from 'vitest'
import { gradeAudit } from '../../../src/core/audit/grade'
import type { AuditInput } from '../../../src/core/audit/graded'
import { coreRated, planFramework, rated } from './plan-framework'

const framework = planFramework()
const section = (id: string, input: AuditInput) => gradeAudit(framework, input).sections[id]

// Section F weighs 7: F1 and F2 at 2, F5, F6 and F8 at 1.
describe('the grade of a section', () => {
  it('follows from its own criteria by the same shares', () => {
    const f = section('F', { ratings: rated({ F1: 'met', F2: 'partly', F5: 'met', F6: 'not-met', F8: 'not-met' }) })
    expect(f?.share).toBe(4 / 7) // 2 + 1 + 1
    expect(f?.grade).toBe('requires-improvement')
    expect(f?.reasons).toEqual([{ type: 'share', criteria: [], to: 'requires-improvement' }])
  })

  it('is not capped by a key criterion, and never caps the plan', () => {
    const ratings = coreRated('met', { A1: 'not-met' })
    expect(section('A', { ratings })?.grade).toBe('inadequate')
    expect(gradeAudit(framework, { ratings }).subject.grade).toBe('good')
    expect(section('F', { ratings: coreRated('met', { F1: 'not-met' }) })?.grade).toBe('good') // 5 of 7 = 0.714
  })

  it('leaves diagnostic criteria out', () => {
    const e = section('E', { ratings: rated({ E2: 'met', E3: 'met', E4: 'not-met' }) })
    expect(e?.share).toBe(1)
    expect(e?.working.rows.map((row) => row.criterion)).toEqual(['E2', 'E3'])
  })

  it('counts criteria outside the core', () => {
    expect(section('I', { ratings: rated({ I1: 'partly' }) })?.grade).toBe('requires-improvement')
  })

  it('is the grade so far while criteria are still to be rated, and says which', () => {
    const b = section('B', { ratings: rated({ B1: 'met' }) })
    expect(b?.grade).toBe('outstanding')
    expect(b?.reasons).toEqual([
      { type: 'share', criteria: [], to: 'outstanding' },
      { type: 'incomplete', criteria: ['B2'], to: null },
    ])
  })

  it('is left open when nothing counts, with the reason', () => {
    expect(section('B', { ratings: {} })).toMatchObject({ grade: null, share: null })
    expect(section('B', { ratings: {} })?.reasons).toEqual([{ type: 'incomplete', criteria: ['B1', 'B2'], to: null }])
    expect(section('C', { ratings: rated({ C1: 'not-applicable' }) })?.reasons[0]?.type).toBe('nothing-applicable')
    expect(section('C', { ratings: rated({ C1: 'cannot-tell' }) })?.reasons[0]?.type).toBe('insufficient-evidence')
  })

  it('is worked out over the assignment alone', () => {
    const input = { criteria: ['B2'], ratings: rated({ B1: 'not-met', B2: 'met' }) }
    expect(section('B', input)?.grade).toBe('outstanding')
    expect(section('A', input)?.reasons[0]?.type).toBe('nothing-applicable')
  })

  it('exists for every section of the framework', () => {
    expect(Object.keys(gradeAudit(framework, { ratings: {} }).sections)).toEqual(framework.sections.map(({ id }) => id))
  })
})
