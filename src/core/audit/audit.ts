/**
 * One auditor's work on one subject, kept as one row: ratings, notes, override, and once submitted the grades as given.
 *
 * Pure schema. Draft, then submitted; a submitted audit never changes. Rule: product.md, "Audit".
 */
import * as z from 'zod/mini'
import { Facts, Override, RatedCriterion } from '../framework/schema'
import { CriterionId, FrameworkName, Id, SectionId, Time } from '../shapes'

/** A framework version pinned by its content. */
export const FrameworkRef = z.object({ ...FrameworkName.shape, hash: z.string() })
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

/**
 * What of a subject an auditor is asked about: a whole plan, a piece of advice, or given sections of a plan. A contribution
 * to sections never yields a grade of the plan.
 */
export const Part = z.discriminatedUnion('type', [
  z.object({ type: z.literal('whole') }),
  z.object({ type: z.literal('advice') }),
  z.object({ type: z.literal('sections'), sections: z.array(SectionId).check(z.minLength(1)) }),
])
export type Part = z.infer<typeof Part>

export const Audit = z.object({
  assignmentId: Id,
  subjectId: Id,
  cycleId: Id,
  author: Id,
  agency: Id,
  framework: FrameworkRef,
  /** The criteria this auditor was asked to rate; those that do not apply to the subject are left out of the grade. */
  criteria: z.array(CriterionId),
  /** As the assignment has it; left out: the whole subject. */
  part: z.optional(Part),
  facts: Facts,
  ratings: z.record(z.string(), RatedCriterion),
  notes: z.record(z.string(), z.string()),
  /** Words for the same criterion that came from another device of the author, until they choose (note-choose.ts). */
  otherNotes: z.optional(z.record(z.string(), z.string())),
  override: z.nullable(Override),
  incident: z.boolean(),
  state: z.enum(['draft', 'submitted']),
  openedAt: Time,
  submittedAt: z.nullable(Time),
  /** Asked on submit: were the copies of the plan deleted? */
  copiesDeleted: z.nullable(z.boolean()),
  outcome: z.nullable(AuditOutcome),
  /** Written at release: no released audit of the subject could be read before this one was submitted. */
  blind: z.optional(z.boolean()),
  /** A revision after release: the audit it takes the place of, and why. Agreement goes on using the first. */
  supersedes: z.optional(Id),
  reason: z.optional(z.string()),
})
export type Audit = z.infer<typeof Audit>
