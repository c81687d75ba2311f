/**
 * The small values every record is made of: ids, days, moments. A hub reads what anybody may send, so each has one form.
 *
 * Pure schemas. Ids become parts of keys, so nothing but letters, digits, hyphens and underscores is in them.
 */
import * as z from 'zod/mini'

/** Ids of records are 32 hexadecimal digits; those of agencies are words. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/))

/** As audit-frameworks/<id>/<version>.json has it. */
export const CriterionId = z.string().check(z.regex(/^[A-Z][A-Za-z0-9.-]{0,63}$/))
export const SectionId = z.string().check(z.regex(/^[A-Z][A-Za-z0-9]{0,63}$/))

/** A framework version by its name alone; what audits pin has its hash too (FrameworkRef). */
export const FrameworkName = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  version: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
})
export type FrameworkName = z.infer<typeof FrameworkName>

/** SHA-256 as 64 hexadecimal digits. */
export const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** Whether a text is a moment, ISO 8601 in UTC as `Date.toISOString` writes it; the fraction may be missing. */
export function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/.test(text) && !Number.isNaN(Date.parse(text))
}

export const Time = z.string().check(z.refine(isTime))

/** A day of the calendar, YYYY-MM-DD. */
export const Day = z
  .string()
  .check(z.refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))))
