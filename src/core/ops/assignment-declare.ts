/**
 * What an auditor says on opening an assignment: no conflict, or that they know the child or worked on the plan.
 * With a conflict the assignment goes back to be given to somebody else.
 *
 * Pure. Rule: product.md, "Assignment".
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { Assignment, Declaration } from '../sampling/cycle'
import { Id } from '../shapes'
import { assignmentChange, requireRole } from './allowed'
import { assignmentKey } from './keys'
import { need, type OpSpec } from './op'

const Data = z.object({ assignmentId: Id, declared: Declaration })

export const assignmentDeclare: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [assignmentKey(data.assignmentId)],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'auditor')
    if (!allowed.ok) return allowed
    const assignment = need(rows, assignmentKey(data.assignmentId), Assignment)
    if (!assignment.ok) return assignment
    if (assignment.value.auditor !== ctx.actor) return err({ type: 'NotAsked' })
    if (assignment.value.state === 'returned' || assignment.value.state === 'withdrawn')
      return err({ type: 'AssignmentClosed' })
    if (assignment.value.state !== 'asked') return err({ type: 'NotDraft' })
    const state = data.declared === 'none' ? 'asked' : 'returned'
    return ok([assignmentChange(data.assignmentId, { ...assignment.value, declared: data.declared, state })])
  },
}
