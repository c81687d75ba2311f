/**
 * Overrides the worked-out grade of one's own draft by one step with a reason, or takes the override back (`null`).
 *
 * Pure. Whether an override stands is decided by the framework's rules in core/audit. Rule: standards.md 3.1.
 */
import * as z from 'zod/mini'
import { gradeAudit } from '../audit/grade'
import { Override } from '../framework/schema'
import { err, ok } from '../result'
import { FrameworkName, Id } from '../shapes'
import { auditChange, ownDraft, pinnedFramework, withoutIdentifiers } from './allowed'
import { auditKey, frameworkKey } from './keys'
import type { OpSpec } from './op'

const Data = z.object({
  auditId: Id,
  framework: FrameworkName,
  override: z.nullable(Override),
})

export const gradeOverride: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'lastWins',
  field: (data) => data.auditId,
  reads: (data) => [auditKey(data.auditId), frameworkKey(data.framework.id, data.framework.version)],
  decide(ctx, rows, data) {
    const audit = ownDraft(ctx, rows, data.auditId)
    if (!audit.ok) return audit
    const named = withoutIdentifiers(data.override?.reason ?? '')
    if (!named.ok) return named
    if (data.override === null) return ok([auditChange(data.auditId, { ...audit.value, override: null })])
    const framework = pinnedFramework(rows, audit.value.framework, data.framework)
    if (!framework.ok) return framework
    const override = { ...data.override, reason: data.override.reason.trim() }
    const graded = gradeAudit(framework.value, { ...audit.value, override })
    const refused = graded.subject.reasons.find((reason) => reason.type === 'override-refused')
    if (refused) return err({ type: 'OverrideRefused', why: refused.why ?? 'not-allowed' })
    return ok([auditChange(data.auditId, { ...audit.value, override })])
  },
}
