/**
 * Closes a drawn plan without a grade: it could not be graded, or nobody audited it in time. Counted beside the headline.
 *
 * Pure. A plan that has a grade is never closed without one: nobody takes a poor grade out of the figure.
 * Rule: product.md, "The headline, exactly".
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { Id } from '../shapes'
import { ResultRecord } from '../trends/result-record'
import { openSubject, requireRole, subjectChange, withReason } from './allowed'
import { resultKey, subjectKey } from './keys'
import { bodyOf, type OpSpec } from './op'

const Data = z.object({ subjectId: Id, type: z.enum(['not-gradeable', 'lapsed']), reason: z.string() })

export const subjectClose: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  field: (data) => data.subjectId,
  reads: (data) => [subjectKey(data.subjectId), resultKey(data.subjectId)],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'manager', 'chair')
    if (!allowed.ok) return allowed
    const reason = withReason(data.reason)
    if (!reason.ok) return reason
    const subject = openSubject(rows, data.subjectId)
    if (!subject.ok) return subject
    const result = rows.get(resultKey(data.subjectId))
    if (typeof result === 'object' && bodyOf(ResultRecord, result).result.state === 'graded') {
      return err({ type: 'HasResult' })
    }
    const outcome = { type: data.type, reason: reason.value, by: ctx.actor, at: ctx.at }
    return ok([subjectChange(data.subjectId, { ...subject.value, outcome })])
  },
}
