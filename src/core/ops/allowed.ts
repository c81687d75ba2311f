/**
 * The checks every op shares: does this member hold the role, and is this their own draft?
 *
 * Pure. Rule: architecture.md, "The hinge: an op"; product.md, "Audit".
 */

import { Audit } from '../audit/audit'
import { findIdentifiers } from '../audit/note-guard'
import { err, ok, type Result } from '../result'
import { type Assignment, Subject } from '../sampling/cycle'
import { assignmentKey, auditKey, authorScope, cycleKey, subjectKey } from './keys'
import { type Change, type Ctx, need, type Rows, type Scope } from './op'
import type { Refusal } from './refusal'

/** Refuses unless the member holds one of the roles. */
export function requireRole(ctx: Ctx, ...roles: readonly ('manager' | 'chair')[]): Result<true, Refusal> {
  if (roles.some((role) => ctx.roles.includes(role))) return ok(true)
  return err({ type: 'NotAllowed', needs: roles[0] ?? 'manager' })
}

/** Refuses words that identify a child: what is stored, a family could read. */
export function withoutIdentifiers(text: string): Result<true, Refusal> {
  const found = findIdentifiers(text)
  return found.length === 0 ? ok(true) : err({ type: 'NoteStopped', found: found.map(({ kind }) => kind) })
}

/** The audit, if it is the member's own and still a draft. */
export function ownDraft(ctx: Ctx, rows: Rows, auditId: string): Result<Audit, Refusal> {
  const audit = need(rows, auditKey(auditId), Audit)
  if (!audit.ok) return audit
  if (audit.value.author !== ctx.actor) return err({ type: 'NotAuthor' })
  if (audit.value.state !== 'draft') return err({ type: 'NotDraft' })
  return audit
}

/** The row of an audit in its author's scope. */
export function auditChange(auditId: string, audit: Audit, scope: Scope = authorScope(audit.author)): Change {
  const refs = [subjectKey(audit.subjectId), cycleKey(audit.cycleId), assignmentKey(audit.assignmentId)]
  return { key: auditKey(auditId), scope, refs, body: audit }
}

export function assignmentChange(id: string, assignment: Assignment): Change {
  const refs = [subjectKey(assignment.subjectId), cycleKey(assignment.cycleId)]
  return { key: assignmentKey(id), scope: 'auditors', refs, body: assignment }
}

export function subjectChange(id: string, subject: Subject): Change {
  return { key: subjectKey(id), scope: 'auditors', refs: [cycleKey(subject.cycleId)], body: subject }
}

/** A subject that is still part of the sample: neither swapped out nor closed without a grade. */
export function openSubject(rows: Rows, subjectId: string): Result<Subject, Refusal> {
  const subject = need(rows, subjectKey(subjectId), Subject)
  if (!subject.ok) return subject
  if (subject.value.swapped || subject.value.outcome) return err({ type: 'SubjectClosed' })
  return subject
}
