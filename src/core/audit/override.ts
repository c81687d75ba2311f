/**
 * Whether an auditor's override of the derived grade stands.
 *
 * Pure. It needs a reason in words, moves at most the framework's number of steps, never undoes an incident, never makes
 * up a grade that could not be derived, and does not lift past a key criterion that is not met.
 * Rule: standards.md 3.1; the limits are `grading.subject.override` of the framework.
 */
import { gradeStep } from '../framework/lookup'
import type { Framework, Override } from '../framework/schema'
import type { OverrideRefusal, Reason } from './graded'

export interface OverrideCase {
  readonly derived: string | null
  readonly incident: boolean
  /** Key criteria of the core rated not met. */
  readonly keyNotMet: readonly string[]
}

/** @returns the first thing that stands against the override, or `null` when it may be taken. */
function whyRefused(framework: Framework, override: Override, found: OverrideCase): OverrideRefusal | null {
  const { maxSteps, notIntoWithKeyNotMet } = framework.grading.subject.override
  if (found.incident) return 'incident'
  if (found.derived === null) return 'no-grade'
  if (override.reason.trim() === '') return 'blank-reason'
  const to = gradeStep(framework, override.grade)
  const from = gradeStep(framework, found.derived)
  if (to < 0) return 'not-on-scale'
  if (to === from) return 'same-grade'
  if (Math.abs(to - from) > maxSteps) return 'too-many-steps'
  const shut =
    notIntoWithKeyNotMet === undefined ? Number.POSITIVE_INFINITY : gradeStep(framework, notIntoWithKeyNotMet)
  return found.keyNotMet.length > 0 && to > from && to >= shut ? 'key-not-met' : null
}

/** The grade that stands after an override was asked for, and the reason to show. */
export function decideOverride(
  framework: Framework,
  override: Override,
  found: OverrideCase,
): { readonly grade: string | null; readonly reason: Reason } {
  const why = whyRefused(framework, override, found)
  if (why === null) return { grade: override.grade, reason: { type: 'override', criteria: [], to: override.grade } }
  return {
    grade: found.derived,
    reason: {
      type: 'override-refused',
      criteria: why === 'key-not-met' ? found.keyNotMet : [],
      to: found.derived,
      why,
      asked: override.grade,
    },
  }
}
