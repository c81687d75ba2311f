/**
 * Lets a plan that was to be graded twice stand with one auditor, with a reason, when no second one can be found.
 *
 * Pure. Once its auditors have submitted, their audits are released (consequences.ts). Rule: product.md, "Blind";
 * sync.md (a chair may close a subject that waits for nobody).
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { openSubject, requireRole, subjectChange, withoutIdentifiers } from './allowed'
import type { OpSpec } from './op'

const Data = z.object({ subjectId: z.string(), reason: z.string() })

export const subjectSingle: OpSpec<z.infer<typeof Data>> = {
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
    const single = { reason: data.reason.trim(), by: ctx.actor, at: ctx.at }
    return ok([subjectChange(data.subjectId, { ...subject.value, double: false, single })])
  },
}
