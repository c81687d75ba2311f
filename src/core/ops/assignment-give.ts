/**
 * Asks auditors to audit subjects: who, which criteria of which part, on what basis they may see the plan, and by when.
 *
 * Pure. What each must satisfy is assignment-giving.ts. Rule: product.md, "Assignment" and "Whole plan".
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { FrameworkName } from '../shapes'
import { assignmentChange, requireRole } from './allowed'
import { Given, giveAssignment, readsOfGiven } from './assignment-giving'
import { subjectKey } from './keys'
import type { Change, OpSpec } from './op'

const Data = z.object({
  /** The one their cycle pins. */
  framework: FrameworkName,
  assignments: z.array(Given),
})

export const assignmentGive: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: ({ assignments, framework }) => assignments.flatMap((given) => readsOfGiven(given, framework)),
  lists: ({ assignments }) => assignments.map(({ assignment }) => subjectKey(assignment.subjectId)),
  decide(ctx, rows, { assignments, framework }) {
    const allowed = requireRole(ctx, 'manager', 'chair')
    if (!allowed.ok) return allowed
    const changes: Change[] = []
    const pairs = new Set<string>()
    for (const one of assignments) {
      const given = giveAssignment(rows, one, framework)
      if (!given.ok) return given
      const { subjectId, auditor } = given.value
      const change = assignmentChange(one.id, given.value)
      if (changes.some(({ key }) => key === change.key)) return err({ type: 'Exists', key: change.key })
      if (pairs.has(`${subjectId}|${auditor}`)) return err({ type: 'HasAssignment', member: auditor })
      pairs.add(`${subjectId}|${auditor}`)
      changes.push(change)
    }
    return ok(changes)
  },
}
