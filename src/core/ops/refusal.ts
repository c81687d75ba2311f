/**
 * Why an op was not done. Each refusal carries what a screen needs to say one sentence (ui text in app/text/refusals.ts).
 *
 * Pure types. Rule: style.md, "Errors".
 */
import type { Key } from './op'

export type Refusal =
  | { readonly type: 'Missing'; readonly key: Key }
  | { readonly type: 'NotHeldHere'; readonly key: Key }
  | { readonly type: 'Exists'; readonly key: Key }
  | { readonly type: 'NotAllowed'; readonly needs: 'manager' | 'chair' }
  | { readonly type: 'NotAuthor' }
  | { readonly type: 'NotAsked' }
  | { readonly type: 'NotDraft' }
  | { readonly type: 'AlreadyReleased' }
  | { readonly type: 'UnknownCriterion'; readonly criterionId: string }
  | { readonly type: 'Incomplete'; readonly missing: readonly string[] }
  | { readonly type: 'OverrideRefused'; readonly why: string }
  | { readonly type: 'ReasonNeeded' }
  | { readonly type: 'NoteStopped'; readonly found: readonly string[] }
  | { readonly type: 'SubjectClosed' }
  | { readonly type: 'HasAudits' }
  | { readonly type: 'UnknownGrade'; readonly grade: string }
