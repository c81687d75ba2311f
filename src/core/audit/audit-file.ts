/**
 * Reads an audit from JSON that came from outside, against the framework it was rated with.
 *
 * Pure. A field that is `null` counts as left out, as many programs write it. Unknown fields are named but not refused: an
 * export may hold more than grading needs. Rule: the contract of `grade` in the command line.
 */
import * as z from 'zod/mini'
import { criteriaById } from '../framework/lookup'
import { type Problem, placeOf, problemsOf } from '../framework/problem'
import { Facts, type Framework, Override, RatedCriterion } from '../framework/schema'
import { err, ok, type Result } from '../result'
import type { AuditInput } from './graded'

const AuditFile = z.object({
  subject: z.optional(z.enum(['plan', 'advice'])),
  criteria: z.optional(z.array(z.string())),
  ratings: z.record(z.string(), RatedCriterion),
  incident: z.optional(z.boolean()),
  override: z.optional(Override),
  facts: z.optional(Facts),
})

export interface ReadAudit {
  readonly subject: 'plan' | 'advice'
  readonly input: AuditInput
  /** Places of fields that were not understood and not used. */
  readonly unread: readonly string[]
}

/** @returns the audit, ready for grading, or everything that is wrong with it. */
export function readAudit(framework: Framework, json: unknown): Result<ReadAudit, readonly Problem[]> {
  const cleaned = withoutNulls(json)
  const parsed = AuditFile.safeParse(cleaned)
  if (!parsed.success) return err(problemsOf(parsed.error.issues, cleaned))
  const { subject, ...input } = parsed.data
  const stray = unknownCriteria(framework, input)
  if (stray.length > 0) return err(stray)
  return ok({ subject: subject ?? framework.subject, input, unread: unreadFields(cleaned) })
}

function unknownCriteria(framework: Framework, { criteria, ratings }: AuditInput): readonly Problem[] {
  const known = criteriaById(framework)
  const named = [
    ...(criteria ?? []).map((id, i) => ({ id, path: ['criteria', i] })),
    ...Object.keys(ratings).map((id) => ({ id, path: ['ratings', id] })),
  ]
  return named
    .filter(({ id }) => !known.has(id))
    .map(({ id, path }) => ({
      where: placeOf(path),
      message: `"${id}" is not a criterion of ${framework.id} ${framework.version}.`,
    }))
}

function unreadFields(json: unknown): readonly string[] {
  const strangers = (value: unknown, known: Readonly<Record<string, unknown>>, path: readonly string[]) =>
    isObject(value)
      ? Object.keys(value)
          .filter((key) => !Object.hasOwn(known, key))
          .map((key) => placeOf([...path, key]))
      : []
  return [
    ...strangers(json, AuditFile.shape, []),
    ...strangers(isObject(json) ? json.facts : null, Facts.shape, ['facts']),
  ]
}

/** Three levels are all an audit has: its fields, the criteria, what was said of each. */
function withoutNulls(value: unknown, levels = 3): unknown {
  if (levels === 0 || !isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      if (member === null || (isObject(member) && member.rating === null)) return []
      return [[key, withoutNulls(member, levels - 1)]]
    }),
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
