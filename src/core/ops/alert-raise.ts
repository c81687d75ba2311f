/**
 * Raises an incident (another child's data in the plan) or a concern about a child's safety or an urgent unmet need.
 * It goes to managers at once, without grades and without detail of the child; an incident also marks the open draft.
 *
 * Pure. Rule: product.md, "Incident"; interface.md, "Two buttons on every page of an audit".
 */
import * as z from 'zod/mini'
import { Audit } from '../audit/audit'
import { Alert } from '../panel/records'
import { err, ok } from '../result'
import { Subject } from '../sampling/cycle'
import { Id } from '../shapes'
import { auditChange, requireRole, withoutIdentifiers } from './allowed'
import { alertKey, auditKey, cycleKey, subjectKey } from './keys'
import { type Change, need, type OpSpec } from './op'

const Data = z.object({
  alertId: Id,
  /** The draft in which an incident was found; it is marked. */
  auditId: z.nullable(Id),
  alert: z.omit(Alert, { by: true, at: true }),
})

export const alertRaise: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: ({ alertId, auditId, alert }) => [
    alertKey(alertId),
    subjectKey(alert.subjectId),
    ...(auditId === null ? [] : [auditKey(auditId)]),
  ],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'auditor', 'chair', 'manager')
    if (!allowed.ok) return allowed
    const named = withoutIdentifiers(`${data.alert.told} ${data.alert.done}`)
    if (!named.ok) return named
    const key = alertKey(data.alertId)
    if (rows.get(key) !== 'absent') return err({ type: 'Exists', key })
    const { subjectId, cycleId } = data.alert
    const subject = need(rows, subjectKey(subjectId), Subject)
    if (!subject.ok) return subject
    if (subject.value.cycleId !== cycleId) return err({ type: 'NotTogether', key: cycleKey(cycleId) })
    const alert: Alert = { ...data.alert, by: ctx.actor, at: ctx.at }
    const changes: Change[] = [
      { key, scope: 'managers', refs: [subjectKey(subjectId), cycleKey(cycleId)], body: alert },
    ]
    if (alert.type === 'incident' && data.auditId !== null) {
      const audit = need(rows, auditKey(data.auditId), Audit)
      if (!audit.ok) return audit
      if (audit.value.author !== ctx.actor) return err({ type: 'NotAuthor' })
      if (audit.value.subjectId !== subjectId) return err({ type: 'NotTogether', key: auditKey(data.auditId) })
      if (audit.value.state === 'draft') changes.push(auditChange(data.auditId, { ...audit.value, incident: true }))
    }
    return ok(changes)
  },
}
