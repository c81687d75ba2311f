/**
 * Starts an audit for an assignment: an empty draft that pins the framework by its content.
 *
 * Pure. Rule: product.md, "Audit"; architecture.md, "An audit is one row".
 */
import * as z from 'zod/mini'
import type { Audit } from '../audit/audit'
import { Facts } from '../framework/schema'
import { err, ok } from '../result'
import { Assignment, Cycle } from '../sampling/cycle'
import { Id } from '../shapes'
import { assignmentChange, auditChange, openSubject, requireRole } from './allowed'
import { assignmentKey, auditKey, cycleKey, subjectKey } from './keys'
import { need, type OpSpec } from './op'

const Data = z.object({ auditId: Id, assignmentId: Id, subjectId: Id, cycleId: Id, facts: Facts })

export const auditOpen: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [
    auditKey(data.auditId),
    assignmentKey(data.assignmentId),
    subjectKey(data.subjectId),
    cycleKey(data.cycleId),
  ],
  decide(ctx, rows, { auditId, assignmentId, subjectId, cycleId, facts }) {
    const allowed = requireRole(ctx, 'auditor')
    if (!allowed.ok) return allowed
    const assignment = need(rows, assignmentKey(assignmentId), Assignment)
    if (!assignment.ok) return assignment
    const { auditor, agency, criteria, part, state, declared } = assignment.value
    if (auditor !== ctx.actor) return err({ type: 'NotAsked' })
    if (state === 'returned' || state === 'withdrawn') return err({ type: 'AssignmentClosed' })
    if (state !== 'asked' || declared !== 'none') return err({ type: 'NotAsked' })
    if (assignment.value.subjectId !== subjectId) return err({ type: 'NotTogether', key: subjectKey(subjectId) })
    if (assignment.value.cycleId !== cycleId) return err({ type: 'NotTogether', key: cycleKey(cycleId) })
    if (rows.get(auditKey(auditId)) !== 'absent') return err({ type: 'Exists', key: auditKey(auditId) })
    const subject = openSubject(rows, subjectId)
    if (!subject.ok) return subject
    const cycle = need(rows, cycleKey(cycleId), Cycle)
    if (!cycle.ok) return cycle
    // The only fact in free words, and the cycle's, not the auditor's.
    if (facts.purpose !== undefined && facts.purpose !== cycle.value.purpose) {
      return err({ type: 'NotTogether', key: cycleKey(cycleId) })
    }
    const audit: Audit = {
      assignmentId,
      subjectId,
      cycleId,
      author: ctx.actor,
      agency,
      framework: cycle.value.framework,
      criteria,
      ...(part && { part }),
      facts,
      ratings: {},
      notes: {},
      override: null,
      incident: false,
      state: 'draft',
      openedAt: ctx.at,
      submittedAt: null,
      copiesDeleted: null,
      outcome: null,
    }
    return ok([auditChange(auditId, audit), assignmentChange(assignmentId, { ...assignment.value, state: 'started' })])
  },
}
