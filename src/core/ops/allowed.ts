/**
 * The checks every op shares: does this member hold the role, is this their own draft, do the records belong together?
 *
 * Pure. Rule: architecture.md, "The hinge: an op"; product.md, "Audit".
 */
import type { Role } from '../access/member'
import { Audit, type FrameworkRef } from '../audit/audit'
import { findIdentifiers } from '../audit/note-guard'
import { Framework } from '../framework/schema'
import { err, ok, type Result } from '../result'
import { type Assignment, Subject } from '../sampling/cycle'
import type { FrameworkName } from '../shapes'
import { assignmentKey, auditKey, authorScope, cycleKey, frameworkKey, subjectKey } from './keys'
import { type Change, type Ctx, type Key, kindOf, need, type Rows, type Scope } from './op'
import type { Refusal } from './refusal'

/** Refuses unless the member holds one of the roles. */
export function requireRole(ctx: Ctx, role: Role, ...others: readonly Role[]): Result<true, Refusal> {
  if ([role, ...others].some((one) => ctx.roles.includes(one))) return ok(true)
  return err({ type: 'NotAllowed', needs: role })
}

/** Refuses words that identify a child: what is stored, a family could read. */
export function withoutIdentifiers(text: string): Result<true, Refusal> {
  const found = findIdentifiers(text)
  return found.length === 0 ? ok(true) : err({ type: 'NoteStopped', found: found.map(({ kind }) => kind) })
}

/** A reason in words that identify nobody, without the blanks around it. */
export function withReason(text: string): Result<string, Refusal> {
  const reason = text.trim()
  if (reason === '') return err({ type: 'ReasonNeeded' })
  const named = withoutIdentifiers(reason)
  return named.ok ? ok(reason) : named
}

/** The audit, if it is the member's own and still a draft. */
export function ownDraft(ctx: Ctx, rows: Rows, auditId: string): Result<Audit, Refusal> {
  const allowed = requireRole(ctx, 'auditor')
  if (!allowed.ok) return allowed
  const audit = need(rows, auditKey(auditId), Audit)
  if (!audit.ok) return audit
  if (audit.value.author !== ctx.actor) return err({ type: 'NotAuthor' })
  if (audit.value.state !== 'draft') return err({ type: 'NotDraft' })
  return audit
}

/** The framework that is pinned; an op must name it to have it read. */
export function pinnedFramework(rows: Rows, pinned: FrameworkRef, named: FrameworkName): Result<Framework, Refusal> {
  const key = frameworkKey(named.id, named.version)
  if (key !== frameworkKey(pinned.id, pinned.version)) return err({ type: 'NotTogether', key })
  return need(rows, key, Framework)
}

/** A subject that is still part of the sample: neither swapped out nor closed without a grade. */
export function openSubject(rows: Rows, subjectId: string): Result<Subject, Refusal> {
  const subject = need(rows, subjectKey(subjectId), Subject)
  if (!subject.ok) return subject
  if (subject.value.swapped || subject.value.outcome) return err({ type: 'SubjectClosed' })
  return subject
}

/**
 * Whether the audits of a subject are open to all its auditors. One released before subjects said so has audits in the
 * auditors' scope. @param ofSubject every row that refers to the subject
 */
export function isReleased(
  subject: Subject,
  ofSubject: readonly { readonly key: Key; readonly scope: Scope }[],
): boolean {
  return (
    subject.released !== undefined ||
    ofSubject.some(({ key, scope }) => kindOf(key) === 'audit' && scope === 'auditors')
  )
}

/** The row of an audit in its author's scope. */
export function auditChange(auditId: string, audit: Audit, scope: Scope = authorScope(audit.author)): Change {
  const { subjectId, cycleId, assignmentId, supersedes } = audit
  const refs = [subjectKey(subjectId), cycleKey(cycleId), assignmentKey(assignmentId)]
  if (supersedes !== undefined) refs.push(auditKey(supersedes))
  return { key: auditKey(auditId), scope, refs, body: audit }
}

export function assignmentChange(id: string, assignment: Assignment): Change {
  const refs = [subjectKey(assignment.subjectId), cycleKey(assignment.cycleId)]
  return { key: assignmentKey(id), scope: 'auditors', refs, body: assignment }
}

export function subjectChange(id: string, subject: Subject): Change {
  return { key: subjectKey(id), scope: 'auditors', refs: [cycleKey(subject.cycleId)], body: subject }
}
