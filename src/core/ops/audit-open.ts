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
import { assignmentChange, auditChange, openSubject } from './allowed'
import { assignmentKey, auditKey, cycleKey, subjectKey } from './keys'
import { need, type OpSpec } from './op'

const Data = z.object({
  auditId: z.string(),
  assignmentId: z.string(),
  subjectId: z.string(),
  cycleId: z.string(),
  facts: Facts,
})

export const auditOpen: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [
    auditKey(data.auditId),
    assignmentKey(data.assignmentId),
    subjectKey(data.subjectId),
    cycleKey(data.cycleId),
  ],
  decide(ctx, rows, data) {
    const assignment = need(rows, assignmentKey(data.assignmentId), Assignment)
    if (!assignment.ok) return assignment
    if (assignment.value.auditor !== ctx.actor) return err({ type: 'NotAsked' })
    if (assignment.value.state !== 'asked' || assignment.value.declared !== 'none') return err({ type: 'NotAsked' })
    if (rows.get(auditKey(data.auditId)) !== 'absent') return err({ type: 'Exists', key: auditKey(data.auditId) })
    const subject = openSubject(rows, data.subjectId)
    if (!subject.ok) return subject
    const cycle = need(rows, cycleKey(data.cycleId), Cycle)
    if (!cycle.ok) return cycle
    const audit: Audit = {
      assignmentId: data.assignmentId,
      subjectId: data.subjectId,
      cycleId: data.cycleId,
      author: ctx.actor,
      agency: assignment.value.agency,
      framework: cycle.value.framework,
      criteria: assignment.value.criteria,
      facts: data.facts,
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
    return ok([
      auditChange(data.auditId, audit),
      assignmentChange(data.assignmentId, { ...assignment.value, state: 'started' }),
    ])
  },
}
