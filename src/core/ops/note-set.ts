/**
 * Writes the note of one criterion in one's own draft. Identifiers of a child are refused here as on the screen.
 *
 * Pure. Rule: architecture.md, "Notes are guarded before saving".
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { auditChange, ownDraft, withoutIdentifiers } from './allowed'
import { auditKey } from './keys'
import type { OpSpec } from './op'

const Data = z.object({ auditId: z.string(), criterionId: z.string(), text: z.string() })

export const noteSet: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'lastWins',
  field: (data) => `${data.auditId}:${data.criterionId}`,
  reads: (data) => [auditKey(data.auditId)],
  decide(ctx, rows, data) {
    const audit = ownDraft(ctx, rows, data.auditId)
    if (!audit.ok) return audit
    if (!audit.value.criteria.includes(data.criterionId)) {
      return err({ type: 'UnknownCriterion', criterionId: data.criterionId })
    }
    const named = withoutIdentifiers(data.text)
    if (!named.ok) return named
    const { [data.criterionId]: _before, ...others } = audit.value.notes
    const notes = data.text.trim() === '' ? others : { ...others, [data.criterionId]: data.text }
    return ok([auditChange(data.auditId, { ...audit.value, notes })])
  },
}
