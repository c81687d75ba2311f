/**
 * Exemplars: for a criterion, a short fictional extract of a plan for each of met, partly met and not met, with why.
 *
 * Pure. They teach and never decide a grade, so they are no part of a framework and of its content hash: they may be
 * improved while a published version stays as it is. Files: audit-frameworks/<id>/exemplars/<major>.json.
 */
import * as z from 'zod/mini'
import type { Framework } from './schema'

const Text = z.string().check(z.trim(), z.minLength(1))

export const Exemplar = z.strictObject({
  /** One to three sentences of a plan, or what stands in it. No real child, school or place. */
  extract: Text,
  /** One sentence: why it is rated so. */
  why: Text,
})
export type Exemplar = z.infer<typeof Exemplar>

export const CriterionExemplars = z.strictObject({ met: Exemplar, partly: Exemplar, 'not-met': Exemplar })
export type CriterionExemplars = z.infer<typeof CriterionExemplars>

export const Exemplars = z.strictObject({
  /** The frameworks whose criteria of these ids they illustrate, in every version with that first number. */
  frameworks: z.array(z.strictObject({ id: Text, major: z.int().check(z.gte(0)) })).check(z.minLength(1)),
  criteria: z.record(z.string(), CriterionExemplars),
})
export type Exemplars = z.infer<typeof Exemplars>

/** Whether these exemplars were written for this version of the standards. */
export function illustrates({ frameworks }: Exemplars, { id, version }: Pick<Framework, 'id' | 'version'>): boolean {
  return frameworks.some((one) => one.id === id && one.major === Number(version.split('.')[0]))
}
