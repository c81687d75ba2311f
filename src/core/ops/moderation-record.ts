/**
 * Records the panel's agreed grade for a subject with its reason. The independent audits stay as they were.
 *
 * Pure. Rule: product.md, "Moderation" and "Result".
 */
import * as z from 'zod/mini'
import { Framework } from '../framework/schema'
import { Moderation } from '../panel/records'
import { err, ok } from '../result'
import { openSubject, requireRole, withoutIdentifiers } from './allowed'
import { cycleKey, frameworkKey, subjectKey } from './keys'
import { need, type OpSpec } from './op'

const Data = z.object({
  moderation: z.omit(Moderation, { by: true, at: true }),
  framework: z.object({ id: z.string(), version: z.string() }),
})

export const moderationRecord: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [subjectKey(data.moderation.subjectId), frameworkKey(data.framework.id, data.framework.version)],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'chair', 'manager')
    if (!allowed.ok) return allowed
    const { moderation } = data
    if (moderation.reason.trim() === '') return err({ type: 'ReasonNeeded' })
    const named = withoutIdentifiers(`${moderation.reason} ${moderation.learningPoint ?? ''}`)
    if (!named.ok) return named
    const subject = openSubject(rows, moderation.subjectId)
    if (!subject.ok) return subject
    const framework = need(rows, frameworkKey(data.framework.id, data.framework.version), Framework)
    if (!framework.ok) return framework
    if (!framework.value.scale.some((grade) => grade.id === moderation.grade)) {
      return err({ type: 'UnknownGrade', grade: moderation.grade })
    }
    const body: Moderation = { ...moderation, by: ctx.actor, at: ctx.at }
    const refs = [subjectKey(moderation.subjectId), cycleKey(moderation.cycleId)]
    return ok([{ key: `moderation/${moderation.subjectId}`, scope: 'auditors', refs, body }])
  },
}
