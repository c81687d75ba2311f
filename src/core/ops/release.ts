/**
 * When the audits of a subject are opened to all its auditors, and what that changes.
 *
 * Pure. Until then each audit is in its author's own scope. Whoever is still at work then is marked not blind at once,
 * because from then on they may read what the others said. Drafts stay with their authors.
 * Rule: sync.md, "Scopes" and "When visibility changes"; product.md, "Blind".
 */
import type { Assignment, Released, Subject } from '../sampling/cycle'
import { isAwaited } from '../sampling/cycle'
import { isContribution } from '../trends/subject-result'
import { assignmentChange, isReleased } from './allowed'
import type { Change } from './op'
import type { HeldAudit, SubjectRows } from './subject-rows'

/**
 * Whether everybody who is asked and blind has submitted. A plan that is to be graded twice waits for a second agency,
 * asked already or not: the first grade alone would make the second no longer blind. Two auditors of one agency count once,
 * and given sections are no grade of the plan.
 */
export function isAllIn({ double }: Pick<Subject, 'double'>, assignments: readonly Assignment[]): boolean {
  const blind = assignments.filter((one) => one.blind && (isAwaited(one) || one.state === 'submitted'))
  const agencies = new Set(blind.filter((one) => !isContribution(one)).map(({ agency }) => agency))
  return agencies.size >= (double ? 2 : 1) && !blind.some(isAwaited)
}

/** @returns since when and by whom it is released; `null` while it is not. */
export function releaseOf({ subject, assignments, audits }: SubjectRows, at: string): Released | null {
  if (subject.released) return subject.released
  if (isReleased(subject, audits)) return { at: lastSubmitted(audits) ?? at, by: 'all-in' }
  const given = assignments.map(({ body }) => body)
  return isAllIn(subject, given) ? { at, by: 'all-in' } : null
}

/** The assignments of a released subject that are not blind any more. */
export function lateAssignments({ assignments }: SubjectRows): readonly Change[] {
  return assignments
    .filter(({ body }) => body.blind && isAwaited(body))
    .map(({ id, body }) => assignmentChange(id, { ...body, blind: false }))
}

/** The submitted audits of a released subject that are still with their authors, as they are to be opened. */
export function auditsToOpen({ assignments, audits }: SubjectRows): readonly HeldAudit[] {
  const wasBlind = new Map(assignments.map(({ id, body }) => [id, body.blind]))
  return audits
    .filter(({ scope, body }) => scope !== 'auditors' && body.state === 'submitted')
    .map((held) => {
      const blind = held.body.supersedes === undefined && (wasBlind.get(held.body.assignmentId) ?? false)
      return { ...held, scope: 'auditors', body: { ...held.body, blind } }
    })
}

/** Those released before subjects said so are all submitted. */
function lastSubmitted(audits: readonly HeldAudit[]): string | undefined {
  const open = audits.filter(({ scope }) => scope === 'auditors')
  return open
    .flatMap(({ body }) => body.submittedAt ?? [])
    .sort()
    .at(-1)
}
