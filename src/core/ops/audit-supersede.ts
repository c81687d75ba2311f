/**
 * Begins a revision of one's own released audit: a draft with what was said before, which takes the place of the old one
 * once it is submitted. It is not blind.
 *
 * Pure. The old audit stays as it was: agreement goes on using it, the result uses the revision (core/audit/revisions.ts).
 * Rule: product.md, "Audit" ("a new revision supersedes it, with a reason, and is not blind").
 */
import * as z from 'zod/mini'
import { Audit } from '../audit/audit'
import { err, ok } from '../result'
import { Id } from '../shapes'
import { auditChange, openSubject, requireRole, withReason } from './allowed'
import { auditKey, subjectKey } from './keys'
import { bodyOf, kindOf, type OpSpec } from './op'

const Data = z.object({
  auditId: Id,
  /** The audit it takes the place of. */
  supersedes: Id,
  subjectId: Id,
  reason: z.string(),
})

export const auditSupersede: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [auditKey(data.auditId), auditKey(data.supersedes), subjectKey(data.subjectId)],
  lists: (data) => [auditKey(data.supersedes)],
  decide(ctx, rows, { auditId, supersedes, subjectId, reason }) {
    const allowed = requireRole(ctx, 'auditor')
    if (!allowed.ok) return allowed
    const key = auditKey(supersedes)
    const row = rows.get(key)
    if (row === 'absent') return err({ type: 'Missing', key })
    if (row === 'unknown') return err({ type: 'NotHeldHere', key })
    const before = bodyOf(Audit, row)
    if (before.author !== ctx.actor) return err({ type: 'NotAuthor' })
    const said = withReason(reason)
    if (!said.ok) return said
    if (before.state !== 'submitted' || row.scope !== 'auditors') return err({ type: 'NotReleased' })
    if (before.subjectId !== subjectId) return err({ type: 'NotTogether', key: subjectKey(subjectId) })
    const subject = openSubject(rows, subjectId)
    if (!subject.ok) return subject
    if (rows.get(auditKey(auditId)) !== 'absent') return err({ type: 'Exists', key: auditKey(auditId) })
    const revision = rows.list(key).find((other) => kindOf(other.key) === 'audit')
    if (revision) return err({ type: 'Exists', key: revision.key })
    const draft: Audit = {
      ...before,
      state: 'draft',
      openedAt: ctx.at,
      submittedAt: null,
      copiesDeleted: null,
      outcome: null,
      blind: false,
      supersedes,
      reason: said.value,
    }
    return ok([auditChange(auditId, draft)])
  },
}
