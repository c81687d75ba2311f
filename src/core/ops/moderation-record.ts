/**
 * Records the panel's agreed grade for a subject with its reason. The independent audits stay as they were.
 *
 * Pure. The panel speaks of what it may read: a subject whose audits are open, or that was closed without a grade.
 * Rule: product.md, "Moderation" and "Result".
 */
import * as z from 'zod/mini'
import { Moderation } from '../panel/records'
import { err, ok } from '../result'
import { Cycle, Subject } from '../sampling/cycle'
import { FrameworkName } from '../shapes'
import { isReleased, pinnedFramework, requireRole, withoutIdentifiers, withReason } from './allowed'
import { cycleKey, frameworkKey, moderationKey, subjectKey } from './keys'
import { need, type OpSpec } from './op'

const Data = z.object({
  moderation: z.omit(Moderation, { by: true, at: true }),
  /** The one the cycle pins. */
  framework: FrameworkName,
})

export const moderationRecord: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  field: ({ moderation }) => moderation.subjectId,
  reads: ({ moderation, framework }) => [
    moderationKey(moderation.subjectId),
    subjectKey(moderation.subjectId),
    cycleKey(moderation.cycleId),
    frameworkKey(framework.id, framework.version),
  ],
  lists: ({ moderation }) => [subjectKey(moderation.subjectId)],
  decide(ctx, rows, { moderation, framework: named }) {
    const allowed = requireRole(ctx, 'chair', 'manager')
    if (!allowed.ok) return allowed
    const reason = withReason(moderation.reason)
    if (!reason.ok) return reason
    const point = withoutIdentifiers(moderation.learningPoint ?? '')
    if (!point.ok) return point
    const { subjectId, cycleId, grade } = moderation
    const subject = need(rows, subjectKey(subjectId), Subject)
    if (!subject.ok) return subject
    if (subject.value.swapped) return err({ type: 'SubjectClosed' })
    if (subject.value.cycleId !== cycleId) return err({ type: 'NotTogether', key: cycleKey(cycleId) })
    if (!subject.value.outcome && !isReleased(subject.value, rows.list(subjectKey(subjectId)))) {
      return err({ type: 'NotReleased' })
    }
    const cycle = need(rows, cycleKey(cycleId), Cycle)
    if (!cycle.ok) return cycle
    const framework = pinnedFramework(rows, cycle.value.framework, named)
    if (!framework.ok) return framework
    if (!framework.value.scale.some(({ id }) => id === grade)) return err({ type: 'UnknownGrade', grade })
    const body: Moderation = { ...moderation, by: ctx.actor, at: ctx.at }
    const refs = [subjectKey(subjectId), cycleKey(cycleId)]
    return ok([{ key: moderationKey(subjectId), scope: 'auditors', refs, body }])
  },
}
