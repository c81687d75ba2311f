/**
 * How far a started assignment is, for those who wait for it: how many of its criteria are rated, and nothing of how.
 *
 * Pure. Rule: sync.md, "Scopes" ("7 of 18 criteria done") and "Side channels".
 */
import { assignedCriteria } from '../audit/applies'
import type { Audit } from '../audit/audit'
import { ratingOf } from '../audit/share'
import { Framework } from '../framework/schema'
import { Assignment } from '../sampling/cycle'
import { assignmentChange } from './allowed'
import { assignmentKey, frameworkKey } from './keys'
import { type Change, need, type Rows } from './op'

/** @returns nothing when as many are rated as before, or the draft is not what the assignment waits for. */
export function draftProgress(audit: Audit, rows: Rows): readonly Change[] {
  const { assignmentId, framework: pinned, state, supersedes } = audit
  const assignment = need(rows, assignmentKey(assignmentId), Assignment)
  const framework = need(rows, frameworkKey(pinned.id, pinned.version), Framework)
  if (!assignment.ok || !framework.ok) return []
  if (state !== 'draft' || supersedes !== undefined || assignment.value.state !== 'started') return []
  const asked = assignedCriteria(framework.value, audit)
  const [of, done] = [asked.length, asked.filter(({ id }) => ratingOf(audit.ratings, id) !== null).length]
  const { progress } = assignment.value
  if (progress?.done === done && progress.of === of) return []
  return [assignmentChange(assignmentId, { ...assignment.value, progress: { done, of } })]
}
