/**
 * What the panel and its managers record about a subject: the agreed grade, and incidents or concerns raised at once.
 *
 * Pure schemas. Alerts carry neither grades nor detail of the child. Rule: product.md, "Moderation", "Incident".
 */
import * as z from 'zod/mini'
import { Id, Time } from '../shapes'

/** The panel's agreed grade for one subject, with its reason. The independent audits stay as they were. */
export const Moderation = z.object({
  subjectId: Id,
  cycleId: Id,
  grade: Id,
  reason: z.string(),
  learningPoint: z.nullable(z.string()),
  agencies: z.array(Id),
  by: Id,
  at: Time,
})
export type Moderation = z.infer<typeof Moderation>

/** Incident: another child's data in the plan. Concern: safeguarding or an urgent unmet need. Goes past blindness to managers. */
export const Alert = z.object({
  type: z.enum(['incident', 'concern']),
  subjectId: Id,
  cycleId: Id,
  by: Id,
  at: Time,
  foundAt: Time,
  /** Role of the officer told, never a child's name. */
  told: z.string(),
  /** What was done: for an incident, that copies were recalled; for a concern, the route taken. */
  done: z.string(),
})
export type Alert = z.infer<typeof Alert>
