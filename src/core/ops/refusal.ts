/**
 * Why an op was not done. Each refusal carries what a screen needs to say one sentence (src/text/refusals.ts), and nothing
 * that whoever asked did not know or may not read.
 *
 * Pure types. Rule: style.md, "Errors".
 */
import type { Role } from '../access/member'
import type { Key } from './op'

export type Refusal =
  | { readonly type: 'Missing'; readonly key: Key }
  | { readonly type: 'NotHeldHere'; readonly key: Key }
  | { readonly type: 'Exists'; readonly key: Key }
  /** Two records named in one op do not belong together. */
  | { readonly type: 'NotTogether'; readonly key: Key }
  | { readonly type: 'NotAllowed'; readonly needs: Role }
  | { readonly type: 'NotAuthor' }
  | { readonly type: 'NotAsked' }
  | { readonly type: 'NotDraft' }
  | { readonly type: 'AlreadyReleased' }
  | { readonly type: 'NotReleased' }
  | { readonly type: 'UnknownCriterion'; readonly criterionId: string }
  | { readonly type: 'UnknownSection'; readonly section: string }
  | { readonly type: 'Incomplete'; readonly missing: readonly string[] }
  /** Two of the author's devices wrote different notes of these criteria: which stands? */
  | { readonly type: 'NotesToChoose'; readonly criteria: readonly string[] }
  | { readonly type: 'OverrideRefused'; readonly why: string }
  | { readonly type: 'ReasonNeeded' }
  | { readonly type: 'NoteStopped'; readonly found: readonly string[] }
  | { readonly type: 'SubjectClosed' }
  | { readonly type: 'HasAudits' }
  | { readonly type: 'HasResult' }
  | { readonly type: 'UnknownGrade'; readonly grade: string }
  /** The assignment was taken off its auditor, or given back by them. */
  | { readonly type: 'AssignmentClosed' }
  /** Not an active auditor of that agency. */
  | { readonly type: 'NotAnAuditor'; readonly member: string }
  /** They know the child or worked on the plan, and have said so. */
  | { readonly type: 'HasConflict'; readonly member: string }
  /** They are asked to audit it already, or have. */
  | { readonly type: 'HasAssignment'; readonly member: string }
  /** Somebody who is still a member must agree before their work is given to another. */
  | { readonly type: 'NotAgreed'; readonly member: string }
  /** Whoever ends the grading of a subject is still grading it. */
  | { readonly type: 'OwnAuditOpen' }
  | { readonly type: 'NothingSubmitted' }
  /** So many subjects of the cycle have neither a result nor an outcome. */
  | { readonly type: 'Unsettled'; readonly count: number }
  | { readonly type: 'UnknownAgency'; readonly agency: string }
  | { readonly type: 'LastManager' }
  | { readonly type: 'BadFramework' }
  /** Work done without a hub names somebody whom nobody here stands for. */
  | { readonly type: 'UnmappedMember'; readonly member: string }
  /** Nothing of a fictional area is taken. */
  | { readonly type: 'DemoArea' }
  /** What the op carries is not what its kind carries. */
  | { readonly type: 'Malformed' }
  /** Of a newer app than whoever judges it. */
  | { readonly type: 'UnknownKind' }
  /** Not a member any more, or nothing that a device may do. */
  | { readonly type: 'Forbidden' }
  /** Somebody else changed the same thing meanwhile: to be done again on the fresh value. */
  | { readonly type: 'Stale' }
  /** What it changes was erased for good. */
  | { readonly type: 'Erased' }
