/** Drawn plans made up for the headline: so many with each result. */
import type { HeadlineSubject } from '../../../src/core/trends/headline-figures'
import type { MeasureFacts } from '../../../src/core/trends/measure'
import type { SubjectResult } from '../../../src/core/trends/result'

export const NEW_FINAL: MeasureFacts = { purpose: 'random', status: 'final', version: 'new' }
export const GOOD: SubjectResult = { state: 'graded', grade: 'good', goodOrBetter: true, by: 'agreement' }
export const NOT_GOOD: SubjectResult = {
  state: 'graded',
  grade: 'requires-improvement',
  goodOrBetter: false,
  by: 'agreement',
}
export const INCIDENT: SubjectResult = { state: 'graded', grade: 'inadequate', goodOrBetter: false, by: 'incident' }
export const AWAITING_MODERATION: SubjectResult = { state: 'awaiting-moderation', why: 'grades-differ' }
export const AWAITING_AUDITS: SubjectResult = { state: 'awaiting-audits' }
export const NOT_GRADEABLE: SubjectResult = { state: 'not-gradeable' }
export const LAPSED: SubjectResult = { state: 'lapsed' }

let made = 0

/** So many subjects with one result; final new plans of a random cycle unless said otherwise. */
export function subjects(
  count: number,
  result: SubjectResult,
  more: Partial<Omit<HeadlineSubject, 'result'>> = {},
): readonly HeadlineSubject[] {
  return Array.from({ length: count }, () => {
    made += 1
    return { id: `s${made}`, facts: NEW_FINAL, swappedOut: false, result, ...more }
  })
}
