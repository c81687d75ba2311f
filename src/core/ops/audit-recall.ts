/**
 * Takes back one's own submitted audit to go on with it, possible only until it is released to the other auditors.
 *
 * Pure. Rule: product.md, "Audit" ("until release its author may recall it").
 */
import * as z from 'zod/mini'
import { Audit } from '../audit/audit'
import { err, ok } from '../result'
import { Assignment } from '../sampling/cycle'
import { Id } from '../shapes'
import { assignmentChange, auditChange, requireRole } from './allowed'
import { assignmentKey, auditKey, authorScope } from './keys'
import { bodyOf, need, type OpSpec } from './op'

const Data = z.object({ auditId: Id, assignmentId: Id })

export const auditRecall: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [auditKey(data.auditId), assignmentKey(data.assignmentId)],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'auditor')
    if (!allowed.ok) return allowed
    const key = auditKey(data.auditId)
    const row = rows.get(key)
    if (row === 'absent') return err({ type: 'Missing', key })
    if (row === 'unknown') return err({ type: 'NotHeldHere', key })
    const audit = bodyOf(Audit, row)
    if (audit.author !== ctx.actor) return err({ type: 'NotAuthor' })
    if (audit.state !== 'submitted') return err({ type: 'NotDraft' })
    if (row.scope !== authorScope(audit.author)) return err({ type: 'AlreadyReleased' })
    const assignment = need(rows, assignmentKey(data.assignmentId), Assignment)
    if (!assignment.ok) return assignment
    if (audit.assignmentId !== data.assignmentId) {
      return err({ type: 'NotTogether', key: assignmentKey(data.assignmentId) })
    }
    return ok([
      auditChange(data.auditId, { ...audit, state: 'draft', submittedAt: null, copiesDeleted: null, outcome: null }),
      assignmentChange(data.assignmentId, { ...assignment.value, state: 'started' }),
    ])
  },
}
