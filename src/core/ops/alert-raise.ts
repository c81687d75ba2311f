/**
 * Raises an incident (another child's data in the plan) or a concern about a child's safety or an urgent unmet need.
 * It goes to managers at once, without grades and without detail of the child; an incident also marks the open draft.
 *
 * Pure. Rule: product.md, "Incident"; interface.md, "Two buttons on every page of an audit".
 */
import * as z from 'zod/mini'
import { Audit } from '../audit/audit'
import { Alert } from '../panel/records'
import { ok } from '../result'
import { auditChange, withoutIdentifiers } from './allowed'
import { auditKey, cycleKey, subjectKey } from './keys'
import { type Change, need, type OpSpec } from './op'

const Data = z.object({
  alertId: z.string(),
  /** The draft in which an incident was found; it is marked. */
  auditId: z.nullable(z.string()),
  alert: z.omit(Alert, { by: true, at: true }),
})

export const alertRaise: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => (data.auditId === null ? [] : [auditKey(data.auditId)]),
  decide(ctx, rows, data) {
    const named = withoutIdentifiers(`${data.alert.told} ${data.alert.done}`)
    if (!named.ok) return named
    const alert: Alert = { ...data.alert, by: ctx.actor, at: ctx.at }
    const refs = [subjectKey(alert.subjectId), cycleKey(alert.cycleId)]
    const changes: Change[] = [{ key: `alert/${data.alertId}`, scope: 'managers', refs, body: alert }]
    if (alert.type === 'incident' && data.auditId !== null) {
      const audit = need(rows, auditKey(data.auditId), Audit)
      if (!audit.ok) return audit
      const isOwnDraft = audit.value.author === ctx.actor && audit.value.state === 'draft'
      if (isOwnDraft) changes.push(auditChange(data.auditId, { ...audit.value, incident: true }))
    }
    return ok(changes)
  },
}
