/**
 * Asks auditors to audit subjects: who, which criteria, on what basis they may see the plan, and by when.
 *
 * Pure. Rule: product.md, "Assignment" and "Whole plan".
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { Assignment } from '../sampling/cycle'
import { assignmentChange, openSubject, requireRole } from './allowed'
import { assignmentKey, subjectKey } from './keys'
import type { Change, OpSpec } from './op'

const Data = z.object({
  assignments: z.array(z.object({ id: z.string(), assignment: Assignment })),
})

export const assignmentGive: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) =>
    data.assignments.flatMap(({ id, assignment }) => [assignmentKey(id), subjectKey(assignment.subjectId)]),
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'manager', 'chair')
    if (!allowed.ok) return allowed
    const changes: Change[] = []
    for (const { id, assignment } of data.assignments) {
      const key = assignmentKey(id)
      if (rows.get(key) !== 'absent') return err({ type: 'Exists', key })
      const subject = openSubject(rows, assignment.subjectId)
      if (!subject.ok) return subject
      changes.push(assignmentChange(id, { ...assignment, state: 'asked', declared: null }))
    }
    return ok(changes)
  },
}
