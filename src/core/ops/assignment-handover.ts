/**
 * Takes an assignment off somebody who has left, or who agrees, and gives it to somebody else in one act, so that no plan
 * is ever between two. The draft stays with its author, unread: whoever takes over begins anew.
 *
 * Pure. Rule: sync.md, "When visibility changes" ("drafts handed over or closed by a manager").
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { FrameworkName, Id } from '../shapes'
import { assignmentChange, requireRole, withReason } from './allowed'
import { Given, giveAssignment, readsOfGiven } from './assignment-giving'
import { awaitedAssignment, hasLeft } from './assignment-withdraw'
import { assignmentKey, memberKey, subjectKey } from './keys'
import type { OpSpec } from './op'

const Data = z.object({
  assignmentId: Id,
  /** Whose it is. */
  auditor: Id,
  /** They said so to the manager; not asked of somebody who has left. */
  agreed: z.boolean(),
  reason: z.string(),
  /** The one the cycle pins. */
  framework: FrameworkName,
  to: Given,
})

export const assignmentHandover: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: ({ assignmentId, auditor, framework, to }) => [
    assignmentKey(assignmentId),
    memberKey(auditor),
    ...readsOfGiven(to, framework),
  ],
  lists: ({ to }) => [subjectKey(to.assignment.subjectId)],
  decide(ctx, rows, { assignmentId, auditor, agreed, reason, framework, to }) {
    const allowed = requireRole(ctx, 'manager')
    if (!allowed.ok) return allowed
    const said = withReason(reason)
    if (!said.ok) return said
    const assignment = awaitedAssignment(rows, assignmentId)
    if (!assignment.ok) return assignment
    const isLeaver = hasLeft(rows, assignment.value, auditor)
    if (!isLeaver.ok) return isLeaver
    if (!isLeaver.value && !agreed) return err({ type: 'NotAgreed', member: auditor })
    if (assignment.value.subjectId !== to.assignment.subjectId || to.assignment.auditor === auditor) {
      return err({ type: 'NotTogether', key: assignmentKey(to.id) })
    }
    const given = giveAssignment(rows, to, framework)
    if (!given.ok) return given
    const closed = { by: ctx.actor, at: ctx.at, reason: said.value, to: to.id }
    return ok([
      assignmentChange(assignmentId, { ...assignment.value, state: 'withdrawn', closed }),
      assignmentChange(to.id, given.value),
    ])
  },
}
