/**
 * Ends the grading of a subject before everybody is in: what is submitted is opened to all its auditors, and whoever
 * submits later is marked not blind.
 *
 * Pure. Whoever is still grading it themselves cannot: they would see the others' grades first. What follows from it is
 * release.ts. Rule: sync.md, "Scopes" ("or when a chair closes the subject").
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { Assignment, isAwaited } from '../sampling/cycle'
import { Id } from '../shapes'
import { isReleased, openSubject, requireRole, subjectChange, withReason } from './allowed'
import { subjectKey } from './keys'
import { bodyOf, kindOf, type OpSpec } from './op'

const Data = z.object({ subjectId: Id, reason: z.string() })

export const subjectRelease: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  field: (data) => data.subjectId,
  reads: (data) => [subjectKey(data.subjectId)],
  lists: (data) => [subjectKey(data.subjectId)],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'chair', 'manager')
    if (!allowed.ok) return allowed
    const reason = withReason(data.reason)
    if (!reason.ok) return reason
    const subject = openSubject(rows, data.subjectId)
    if (!subject.ok) return subject
    const ofSubject = rows.list(subjectKey(data.subjectId))
    if (isReleased(subject.value, ofSubject)) return err({ type: 'AlreadyReleased' })
    const assignments = ofSubject
      .filter(({ key }) => kindOf(key) === 'assignment')
      .map((row) => bodyOf(Assignment, row))
    if (assignments.some((one) => one.auditor === ctx.actor && isAwaited(one))) return err({ type: 'OwnAuditOpen' })
    if (!assignments.some(({ state }) => state === 'submitted')) return err({ type: 'NothingSubmitted' })
    const released = { at: ctx.at, by: ctx.actor, reason: reason.value }
    return ok([subjectChange(data.subjectId, { ...subject.value, released })])
  },
}
