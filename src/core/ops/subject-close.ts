/**
 * Closes a drawn plan without a grade: it could not be graded, or nobody audited it in time. Counted beside the headline.
 *
 * Pure. Rule: product.md, "The headline, exactly".
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { openSubject, requireRole, subjectChange, withoutIdentifiers } from './allowed'
import type { OpSpec } from './op'

const Data = z.object({ subjectId: z.string(), type: z.enum(['not-gradeable', 'lapsed']), reason: z.string() })

export const subjectClose: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [`subject/${data.subjectId}`],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'manager', 'chair')
    if (!allowed.ok) return allowed
    if (data.reason.trim() === '') return err({ type: 'ReasonNeeded' })
    const named = withoutIdentifiers(data.reason)
    if (!named.ok) return named
    const subject = openSubject(rows, data.subjectId)
    if (!subject.ok) return subject
    const outcome = { type: data.type, reason: data.reason.trim(), by: ctx.actor, at: ctx.at }
    return ok([subjectChange(data.subjectId, { ...subject.value, outcome })])
  },
}
