import { describe, expect, it } from 'vitest'
import { type AuditForResult, gradeScaleOf, type ResultInput, resultOf } from '../../../src/core/trends/result'
import { planFramework } from '../audit/plan-framework'

const scale = gradeScaleOf(planFramework())

const audit = (agency: string, grade: string | null, more: Partial<AuditForResult> = {}): AuditForResult => ({
  auditId: `${agency} ${grade}`,
  agency,
  grade,
  incident: false,
  submitted: true,
  ...more,
})
const result = (audits: readonly AuditForResult[], more: Omit<ResultInput, 'audits'> = {}) =>
  resultOf({ audits, ...more }, scale)

describe('the result of a plan', () => {
  it('is the grade all its auditors gave', () => {
    expect(result([audit('health', 'good'), audit('education', 'good')])).toEqual({
      state: 'graded',
      grade: 'good',
      goodOrBetter: true,
      by: 'agreement',
    })
  })
  it('is the grade of its only auditor, unless that is the SEN team', () => {
    expect(result([audit('health', 'requires-improvement')])).toMatchObject({ state: 'graded', goodOrBetter: false })
    expect(result([audit('sen-team', 'good')])).toEqual({ state: 'awaiting-moderation', why: 'sen-team-only' })
    expect(result([audit('sen-team', 'good'), audit('sen-team', 'good')])).toMatchObject({ why: 'sen-team-only' })
    expect(result([audit('sen-team', 'good'), audit('health', 'good')])).toMatchObject({ state: 'graded' })
  })
  it('awaits the panel when grades differ, even on one side of good', () => {
    expect(result([audit('health', 'good'), audit('education', 'outstanding')])).toEqual({
      state: 'awaiting-moderation',
      why: 'grades-differ',
    })
  })
  it('awaits the panel when one auditor could not grade it and another could', () => {
    expect(result([audit('health', null), audit('education', 'good')])).toEqual({
      state: 'awaiting-moderation',
      why: 'some-without-grade',
    })
  })
  it('is none, and the plan not gradeable, when nobody could grade it', () => {
    expect(result([audit('health', null), audit('education', null)])).toEqual({ state: 'not-gradeable' })
    expect(result([audit('sen-team', null)])).toEqual({ state: 'not-gradeable' })
  })
  it('awaits audits while anyone asked has not submitted', () => {
    expect(result([])).toEqual({ state: 'awaiting-audits' })
    expect(result([], { asked: 2 })).toEqual({ state: 'awaiting-audits' })
    expect(result([audit('health', 'good')], { asked: 2 })).toEqual({ state: 'awaiting-audits' })
    expect(result([audit('health', 'good'), audit('education', 'good', { submitted: false })])).toEqual({
      state: 'awaiting-audits',
    })
  })
  it('is the panel’s grade before anything the auditors gave', () => {
    const moderated = { grade: 'outstanding' }
    const graded = { state: 'graded', grade: 'outstanding', goodOrBetter: true, by: 'moderation' }
    expect(result([audit('health', 'good'), audit('education', 'inadequate')], { moderated })).toEqual(graded)
    expect(result([audit('sen-team', 'good')], { moderated })).toEqual(graded)
    expect(result([audit('health', 'good')], { asked: 2, moderated })).toEqual(graded)
    expect(result([], { outcome: 'lapsed', moderated })).toEqual(graded)
  })
  it('is what a manager closed it with when there is no panel grade', () => {
    expect(result([], { asked: 1, outcome: 'lapsed' })).toEqual({ state: 'lapsed' })
    expect(result([audit('health', 'good')], { asked: 2, outcome: 'not-gradeable' })).toEqual({
      state: 'not-gradeable',
    })
  })
  it('is not good when an incident was found, whatever anyone graded and as soon as it was submitted', () => {
    const found = { state: 'graded', grade: 'inadequate', goodOrBetter: false, by: 'incident' }
    const incident = audit('health', 'inadequate', { incident: true })
    expect(result([incident, audit('education', 'outstanding')])).toEqual(found)
    expect(result([incident], { asked: 3 })).toEqual(found)
    expect(result([incident], { moderated: { grade: 'good' } })).toEqual(found)
    expect(result([audit('health', null, { incident: true })])).toEqual(found)
  })
  it('is not good when an incident was reported and the audit then never finished', () => {
    expect(result([], { asked: 1, outcome: 'lapsed', incident: true })).toMatchObject({ by: 'incident' })
    expect(result([audit('health', null, { incident: true, submitted: false })])).toEqual({ state: 'awaiting-audits' })
  })
  it('refuses a grade of another scale: a bug, not a result', () => {
    expect(() => result([audit('health', 'splendid')])).toThrow(RangeError)
  })
})
