/**
 * How far the grades of several auditors agree, as counts of pairs: the same grade, within one step, on the same side of
 * good.
 *
 * Pure. A pair in which one gave no grade is no pair. Rule: statistics.md, section 1 ("Raw agreement first").
 */
import * as z from 'zod/mini'
import { gradeStep } from '../framework/lookup'
import type { Framework } from '../framework/schema'

export const GradeAgreement = z.object({
  /** Pairs of auditors who both gave a grade. */
  pairs: z.int(),
  same: z.int(),
  withinOne: z.int(),
  sameSide: z.int(),
})
export type GradeAgreement = z.infer<typeof GradeAgreement>

/** @param grades one for each auditor; `null` where none was given. */
export function gradeAgreement(framework: Framework, grades: readonly (string | null)[]): GradeAgreement {
  const steps = grades.filter((grade) => grade !== null).map((grade) => gradeStep(framework, grade))
  const pairs = steps.flatMap((one, at) => steps.slice(at + 1).map((other) => [one, other] as const))
  const count = (holds: (one: number, other: number) => boolean) =>
    pairs.filter(([one, other]) => holds(one, other)).length
  const isGood = (step: number) => framework.scale[step]?.goodOrBetter ?? false
  return {
    pairs: pairs.length,
    same: count((one, other) => one === other),
    withinOne: count((one, other) => Math.abs(one - other) <= 1),
    sameSide: count((one, other) => isGood(one) === isGood(other)),
  }
}
