/**
 * A round of dip sampling as records: the cycle, its drawn subjects, who audits what, and the managers' own key to them.
 *
 * Pure schemas. A subject is known to auditors by its audit code alone; only the managers' sample row holds pseudonyms.
 * Rule: product.md, "Cycle", "Sample", "Audit code", "Assignment"; architecture.md, "The register is not rows".
 */
import * as z from 'zod/mini'
import { FrameworkRef } from '../audit/audit'

/** Series that are never mixed: only `random` cycles of final new plans make the headline (product.md, measures). */
export const Purpose = z.enum(['random', 'themed', 'complaint', 're-audit', 'draft', 'calibration'])
export type Purpose = z.infer<typeof Purpose>

/** Which criteria an assignment holds: the core, the core and what the auditor's agency leads on, or everything. */
export const CriteriaChoice = z.enum(['core', 'core-and-lead', 'all'])
export type CriteriaChoice = z.infer<typeof CriteriaChoice>

/** What is known of a drawn plan: strata and dimensions, never who it is about. Codes as the register has them. */
export const SubjectFacts = z.object({
  keyStage: z.string(),
  need: z.string(),
  version: z.string(),
  setting: z.string(),
  team: z.nullable(z.string()),
  yearGroup: z.nullable(z.number()),
  finalisedOn: z.nullable(z.string()),
})
export type SubjectFacts = z.infer<typeof SubjectFacts>

export const Cycle = z.object({
  name: z.string(),
  purpose: Purpose,
  framework: FrameworkRef,
  register: z.object({ id: z.string(), asOf: z.string(), plans: z.number(), digest: z.string() }),
  /** The design and seed exactly as drawn: with the same register they give the same plans on every machine. */
  design: z.record(z.string(), z.unknown()),
  seed: z.string(),
  frame: z.object({ N: z.number(), digest: z.string() }),
  allocation: z.array(z.object({ stratum: z.record(z.string(), z.string()), N: z.number(), n: z.number() })),
  criteria: CriteriaChoice,
  startsOn: z.string(),
  dueOn: z.string(),
  drawnAt: z.string(),
  drawnBy: z.string(),
})
export type Cycle = z.infer<typeof Cycle>

/** Why a drawn plan has no grade: it could not be graded, or nobody audited it in time. */
export const SubjectOutcome = z.object({
  type: z.enum(['not-gradeable', 'lapsed']),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
})
export type SubjectOutcome = z.infer<typeof SubjectOutcome>

export const Subject = z.object({
  cycleId: z.string(),
  kind: z.enum(['plan', 'advice']),
  code: z.string(),
  facts: SubjectFacts,
  stratum: z.record(z.string(), z.string()),
  /** To be graded by two agencies, blind. */
  double: z.boolean(),
  /** Was to be graded twice and stands with one auditor: why, and who decided so. */
  single: z.optional(z.object({ reason: z.string(), by: z.string(), at: z.string() })),
  /** Swapped out, why, and for which subject; the swap is shown beside the figure. */
  swapped: z.nullable(z.object({ reason: z.string(), by: z.string(), at: z.string(), replacement: z.string() })),
  outcome: z.nullable(SubjectOutcome),
})
export type Subject = z.infer<typeof Subject>

/** Managers only: which plan of the register each subject is. The pairing with a case number is never stored. */
export const SampleKey = z.object({
  cycleId: z.string(),
  plans: z.array(z.object({ subjectId: z.string(), rank: z.number(), pseudonym: z.string() })),
})
export type SampleKey = z.infer<typeof SampleKey>

/** On what ground an auditor may see the plan (product.md, Assignment). */
export const SightBasis = z.enum(['duty', 'consent', 'redacted', 'panel-room'])
export type SightBasis = z.infer<typeof SightBasis>

export const Declaration = z.enum(['none', 'knows-child', 'own-work', 'own-service'])
export type Declaration = z.infer<typeof Declaration>

export const Assignment = z.object({
  cycleId: z.string(),
  subjectId: z.string(),
  auditor: z.string(),
  agency: z.string(),
  criteria: z.array(z.string()),
  basis: SightBasis,
  dueOn: z.string(),
  state: z.enum(['asked', 'started', 'submitted', 'returned', 'withdrawn']),
  declared: z.nullable(Declaration),
  /** False for anyone asked after the subject was released. */
  blind: z.boolean(),
})
export type Assignment = z.infer<typeof Assignment>
