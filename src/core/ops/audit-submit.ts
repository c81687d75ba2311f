/**
 * Submits one's own draft: every criterion that applies is rated, the grades are worked out and the audit never changes again.
 *
 * Pure. A draft whose assignment was taken away stays a draft. Rule: product.md, "Audit"; standards.md 3.1.
 */
import * as z from 'zod/mini'
import { gradeAudit } from '../audit/grade'
import { outcomeOf } from '../audit/outcome'
import { err, ok } from '../result'
import { Assignment } from '../sampling/cycle'
import { FrameworkName, Id } from '../shapes'
import { assignmentChange, auditChange, ownDraft, pinnedFramework } from './allowed'
import { assignmentKey, auditKey, frameworkKey } from './keys'
import { need, type OpSpec } from './op'

const Data = z.object({ auditId: Id, assignmentId: Id, framework: FrameworkName, copiesDeleted: z.boolean() })

export const auditSubmit: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [
    auditKey(data.auditId),
    assignmentKey(data.assignmentId),
    frameworkKey(data.framework.id, data.framework.version),
  ],
  decide(ctx, rows, { auditId, assignmentId, framework: named, copiesDeleted }) {
    const audit = ownDraft(ctx, rows, auditId)
    if (!audit.ok) return audit
    const assignment = need(rows, assignmentKey(assignmentId), Assignment)
    if (!assignment.ok) return assignment
    if (audit.value.assignmentId !== assignmentId) return err({ type: 'NotTogether', key: assignmentKey(assignmentId) })
    // The first audit of an assignment ends it; a revision finds it ended.
    const expected = audit.value.supersedes === undefined ? 'started' : 'submitted'
    if (assignment.value.state !== expected) return err({ type: 'AssignmentClosed' })
    const framework = pinnedFramework(rows, audit.value.framework, named)
    if (!framework.ok) return framework
    const unchosen = Object.keys(audit.value.otherNotes ?? {})
    if (unchosen.length > 0) return err({ type: 'NotesToChoose', criteria: unchosen })
    const graded = gradeAudit(framework.value, audit.value)
    if (!graded.complete) return err({ type: 'Incomplete', missing: graded.missing })
    const submitted = {
      ...audit.value,
      state: 'submitted' as const,
      submittedAt: ctx.at,
      copiesDeleted,
      outcome: outcomeOf(graded),
    }
    return ok([
      auditChange(auditId, submitted),
      assignmentChange(assignmentId, { ...assignment.value, state: 'submitted' }),
    ])
  },
}
