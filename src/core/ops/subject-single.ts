/**
 * Lets a plan that was to be graded twice stand with one auditor, with a reason, when no second one can be found.
 *
 * Pure. Once its auditors have submitted, their audits are released (release.ts). Rule: product.md, "Blind";
 * sync.md (a chair may close a subject that waits for nobody).
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { Id } from '../shapes'
import { isReleased, openSubject, requireRole, subjectChange, withReason } from './allowed'
import { subjectKey } from './keys'
import type { OpSpec } from './op'

const Data = z.object({ subjectId: Id, reason: z.string() })

export const subjectSingle: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  field: (data) => data.subjectId,
  reads: (data) => [subjectKey(data.subjectId)],
  lists: (data) => [subjectKey(data.subjectId)],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'manager', 'chair')
    if (!allowed.ok) return allowed
    const reason = withReason(data.reason)
    if (!reason.ok) return reason
    const key = subjectKey(data.subjectId)
    const subject = openSubject(rows, data.subjectId)
    if (!subject.ok) return subject
    if (!subject.value.double) return err({ type: 'Exists', key })
    if (isReleased(subject.value, rows.list(key))) return err({ type: 'AlreadyReleased' })
    const single = { reason: reason.value, by: ctx.actor, at: ctx.at }
    return ok([subjectChange(data.subjectId, { ...subject.value, double: false, single })])
  },
}
