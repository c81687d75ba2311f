/**
 * One auditor's work on one subject, kept as one row: ratings, notes, override, and once submitted the grades as given.
 *
 * Pure schema. Draft, then submitted; a submitted audit never changes. Rule: product.md, "Audit".
 */
import * as z from 'zod/mini'
import { Facts, Override, RatedCriterion } from '../framework/schema'

/** A framework version pinned by its content. */
export const FrameworkRef = z.object({ id: z.string(), version: z.string(), hash: z.string() })
export type FrameworkRef = z.infer<typeof FrameworkRef>

/** The grades of a submitted audit, as worked out when it was submitted. `null`: no grade could be given. */
export const AuditOutcome = z.object({
  grade: z.nullable(z.string()),
  derived: z.nullable(z.string()),
  share: z.nullable(z.number()),
  floor: z.nullable(z.enum(['met', 'at-risk', 'not-met'])),
  sections: z.record(z.string(), z.nullable(z.string())),
})
export type AuditOutcome = z.infer<typeof AuditOutcome>

export const Audit = z.object({
  assignmentId: z.string(),
  subjectId: z.string(),
  cycleId: z.string(),
  author: z.string(),
  agency: z.string(),
  framework: FrameworkRef,
  /** The criteria this auditor was asked to rate; those that do not apply to the subject are left out of the grade. */
  criteria: z.array(z.string()),
  facts: Facts,
  ratings: z.record(z.string(), RatedCriterion),
  notes: z.record(z.string(), z.string()),
  override: z.nullable(Override),
  incident: z.boolean(),
  state: z.enum(['draft', 'submitted']),
  openedAt: z.string(),
  submittedAt: z.nullable(z.string()),
  /** Asked on submit: were the copies of the plan deleted? */
  copiesDeleted: z.nullable(z.boolean()),
  outcome: z.nullable(AuditOutcome),
})
export type Audit = z.infer<typeof Audit>
