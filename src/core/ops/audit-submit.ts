/**
 * Submits one's own draft: every criterion that applies is rated, the grades are worked out and the audit never changes again.
 *
 * Pure. Rule: product.md, "Audit"; standards.md 3.1.
 */
import * as z from 'zod/mini'
import { gradeAudit } from '../audit/grade'
import { Framework } from '../framework/schema'
import { err, ok } from '../result'
import { Assignment } from '../sampling/cycle'
import { assignmentChange, auditChange, ownDraft } from './allowed'
import { assignmentKey, auditKey, frameworkKey } from './keys'
import { need, type OpSpec } from './op'

const Data = z.object({
  auditId: z.string(),
  assignmentId: z.string(),
  framework: z.object({ id: z.string(), version: z.string() }),
  copiesDeleted: z.boolean(),
})

export const auditSubmit: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [
    auditKey(data.auditId),
    assignmentKey(data.assignmentId),
    frameworkKey(data.framework.id, data.framework.version),
  ],
  decide(ctx, rows, data) {
    const audit = ownDraft(ctx, rows, data.auditId)
    if (!audit.ok) return audit
    const assignment = need(rows, assignmentKey(data.assignmentId), Assignment)
    if (!assignment.ok) return assignment
    const pinned = audit.value.framework
    const framework = need(rows, frameworkKey(pinned.id, pinned.version), Framework)
    if (!framework.ok) return framework
    const graded = gradeAudit(framework.value, audit.value)
    if (!graded.complete) return err({ type: 'Incomplete', missing: graded.missing })
    const { grade, derived, share } = graded.subject
    const sections = Object.fromEntries(Object.entries(graded.sections).map(([id, section]) => [id, section.grade]))
    const submitted = {
      ...audit.value,
      state: 'submitted' as const,
      submittedAt: ctx.at,
      copiesDeleted: data.copiesDeleted,
      outcome: { grade, derived, share, floor: graded.floor.status, sections },
    }
    return ok([
      auditChange(data.auditId, submitted),
      assignmentChange(data.assignmentId, { ...assignment.value, state: 'submitted' }),
    ])
  },
}
