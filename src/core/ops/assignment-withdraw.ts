/**
 * Takes an assignment back before its audit was started, so that the plan can be given to somebody else.
 *
 * Pure. Rule: product.md, "Assignment".
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { Assignment } from '../sampling/cycle'
import { assignmentChange, requireRole } from './allowed'
import { assignmentKey } from './keys'
import { need, type OpSpec } from './op'

const Data = z.object({ assignmentId: z.string() })

export const assignmentWithdraw: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [assignmentKey(data.assignmentId)],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'manager', 'chair')
    if (!allowed.ok) return allowed
    const assignment = need(rows, assignmentKey(data.assignmentId), Assignment)
    if (!assignment.ok) return assignment
    if (assignment.value.state === 'started' || assignment.value.state === 'submitted')
      return err({ type: 'HasAudits' })
    return ok([assignmentChange(data.assignmentId, { ...assignment.value, state: 'withdrawn' })])
  },
}
