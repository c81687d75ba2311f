/**
 * Takes an assignment back, so that the plan can be given to somebody else. Once it is started a reason is needed, unless
 * its auditor has left; the draft stays with its author, unread, and cannot be submitted any more.
 *
 * Pure. Rule: product.md, "Assignment"; sync.md, "When visibility changes" (drafts of a leaver are closed by a manager).
 */
import * as z from 'zod/mini'
import { Member } from '../access/member'
import { err, ok, type Result } from '../result'
import { Assignment } from '../sampling/cycle'
import { Id } from '../shapes'
import { assignmentChange, requireRole, withReason } from './allowed'
import { assignmentKey, memberKey } from './keys'
import { need, type OpSpec, type Rows } from './op'
import type { Refusal } from './refusal'

const Data = z.object({
  assignmentId: Id,
  reason: z.optional(z.string()),
  /** Whose it is: named when they have left. */
  auditor: z.optional(Id),
})

export const assignmentWithdraw: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: ({ assignmentId, auditor }) => [
    assignmentKey(assignmentId),
    ...(auditor === undefined ? [] : [memberKey(auditor)]),
  ],
  decide(ctx, rows, { assignmentId, reason = '', auditor }) {
    const allowed = requireRole(ctx, 'manager', 'chair')
    if (!allowed.ok) return allowed
    const assignment = awaitedAssignment(rows, assignmentId)
    if (!assignment.ok) return assignment
    const isLeaver = auditor === undefined ? ok(false) : hasLeft(rows, assignment.value, auditor)
    if (!isLeaver.ok) return isLeaver
    const needsReason = assignment.value.state === 'started' && !isLeaver.value
    const said = reason.trim() === '' && !needsReason ? ok('') : withReason(reason)
    if (!said.ok) return said
    const closed = { by: ctx.actor, at: ctx.at, reason: said.value }
    return ok([assignmentChange(assignmentId, { ...assignment.value, state: 'withdrawn', closed })])
  },
}

/** An assignment that is asked or started. */
export function awaitedAssignment(rows: Rows, id: string): Result<Assignment, Refusal> {
  const assignment = need(rows, assignmentKey(id), Assignment)
  if (!assignment.ok) return assignment
  switch (assignment.value.state) {
    case 'asked':
    case 'started':
      return assignment
    case 'submitted':
      return err({ type: 'HasAudits' })
    case 'returned':
    case 'withdrawn':
      return err({ type: 'AssignmentClosed' })
  }
}

/** Whether its auditor is a member no longer. */
export function hasLeft(rows: Rows, assignment: Assignment, auditor: string): Result<boolean, Refusal> {
  if (assignment.auditor !== auditor) return err({ type: 'NotTogether', key: memberKey(auditor) })
  const member = need(rows, memberKey(auditor), Member)
  return member.ok ? ok(!member.value.active) : member
}
