/**
 * A round of dip sampling as records: the cycle, its drawn subjects, who audits what, and the managers' own key to them.
 *
 * Pure schemas. A subject is known to auditors by its audit code alone; only the managers' sample row holds pseudonyms.
 * Rule: product.md, "Cycle", "Sample", "Audit code", "Assignment"; architecture.md, "The register is not rows".
 */
import * as z from 'zod/mini'
import { FrameworkRef, Part } from '../audit/audit'
import { CriterionId, Day, Id, Time } from '../shapes'

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
  register: z.object({ id: Id, asOf: Day, plans: z.number(), digest: z.string() }),
  /** The design and seed exactly as drawn: with the same register they give the same plans on every machine. */
  design: z.record(z.string(), z.unknown()),
  seed: z.string(),
  frame: z.object({ N: z.number(), digest: z.string() }),
  allocation: z.array(z.object({ stratum: z.record(z.string(), z.string()), N: z.number(), n: z.number() })),
  criteria: CriteriaChoice,
  startsOn: Day,
  dueOn: Day,
  drawnAt: Time,
  drawnBy: Id,
  /** Closed for the `number`th time: what was published then is edition/<cycle>-<number>. */
  closed: z.optional(z.object({ number: z.int(), at: Time, by: Id, reason: z.nullable(z.string()) })),
  /** The area whose work, done without a hub, it came from (solo-adopt.ts). */
  adoptedFrom: z.optional(Id),
})
export type Cycle = z.infer<typeof Cycle>

/** Why a drawn plan has no grade: it could not be graded, or nobody audited it in time. */
export const SubjectOutcome = z.object({
  type: z.enum(['not-gradeable', 'lapsed']),
  reason: z.string(),
  by: Id,
  at: Time,
})
export type SubjectOutcome = z.infer<typeof SubjectOutcome>

/** Since when its audits are open to all auditors: all were in, or a chair or manager ended the grading and said why. */
export const Released = z.object({
  at: Time,
  by: z.union([z.literal('all-in'), Id]),
  reason: z.optional(z.string()),
})
export type Released = z.infer<typeof Released>

export const Subject = z.object({
  cycleId: Id,
  kind: z.enum(['plan', 'advice']),
  code: Id,
  facts: SubjectFacts,
  stratum: z.record(z.string(), z.string()),
  /** To be graded by two agencies, blind. */
  double: z.boolean(),
  /** Was to be graded twice and stands with one auditor: why, and who decided so. */
  single: z.optional(z.object({ reason: z.string(), by: Id, at: Time })),
  /** Swapped out, why, and for which subject; the swap is shown beside the figure. */
  swapped: z.nullable(z.object({ reason: z.string(), by: Id, at: Time, replacement: Id })),
  outcome: z.nullable(SubjectOutcome),
  released: z.optional(Released),
})
export type Subject = z.infer<typeof Subject>

/** Managers only: which plan of the register each subject is. The pairing with a case number is never stored. */
export const SampleKey = z.object({
  cycleId: Id,
  plans: z.array(z.object({ subjectId: Id, rank: z.int(), pseudonym: z.string() })),
})
export type SampleKey = z.infer<typeof SampleKey>

/** On what ground an auditor may see the plan (product.md, Assignment). */
export const SightBasis = z.enum(['duty', 'consent', 'redacted', 'panel-room'])
export type SightBasis = z.infer<typeof SightBasis>

export const Declaration = z.enum(['none', 'knows-child', 'own-work', 'own-service'])
export type Declaration = z.infer<typeof Declaration>

/** How many of the criteria to rate are rated: never which, nor how. */
export const Progress = z.object({ done: z.int(), of: z.int() })
export type Progress = z.infer<typeof Progress>

export const Assignment = z.object({
  cycleId: Id,
  subjectId: Id,
  auditor: Id,
  agency: Id,
  criteria: z.array(CriterionId),
  /** Left out: the whole subject. */
  part: z.optional(Part),
  basis: SightBasis,
  dueOn: Day,
  state: z.enum(['asked', 'started', 'submitted', 'returned', 'withdrawn']),
  declared: z.nullable(Declaration),
  /** False for anyone asked, or still at work, after the subject was released. */
  blind: z.boolean(),
  /** Of the audit once it is started; kept by consequences.ts. */
  progress: z.optional(Progress),
  /** Taken off its auditor after it was given: why, and the assignment of whoever took it over. */
  closed: z.optional(z.object({ by: Id, at: Time, reason: z.string(), to: z.optional(Id) })),
})
export type Assignment = z.infer<typeof Assignment>

/** Asked or at work: neither submitted nor given back nor taken off. */
export function isAwaited({ state }: Pick<Assignment, 'state'>): boolean {
  return state === 'asked' || state === 'started'
}
