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
import { assignmentChange, auditChange, isReleased } from './allowed'
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

/** Of a released subject: the assignments that are not blind any more, and the audits to be opened. */
export function releaseChanges({ assignments, audits }: SubjectRows): readonly Change[] {
  const late = assignments
    .filter(({ body }) => body.blind && isAwaited(body))
    .map(({ id, body }) => assignmentChange(id, { ...body, blind: false }))
  const wasBlind = new Map(assignments.map(({ id, body }) => [id, body.blind]))
  const opened = audits
    .filter(({ scope, body }) => scope !== 'auditors' && body.state === 'submitted')
    .map(({ id, body }) => {
      const blind = body.supersedes === undefined && (wasBlind.get(body.assignmentId) ?? false)
      return auditChange(id, { ...body, blind }, 'auditors')
    })
  return [...late, ...opened]
}

/** Those released before subjects said so are all submitted. */
function lastSubmitted(audits: readonly HeldAudit[]): string | undefined {
  const open = audits.filter(({ scope }) => scope === 'auditors')
  return open
    .flatMap(({ body }) => body.submittedAt ?? [])
    .sort()
    .at(-1)
}
