/**
 * Chooses between the two texts of a note that two of the author's devices wrote: the one in place, the other, or both.
 *
 * Pure. Rule: sync.md, "Optimistic concurrency" ("overlapping notes keep both texts until the author chooses").
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { CriterionId, Id } from '../shapes'
import { auditChange, ownDraft, withoutIdentifiers } from './allowed'
import { auditKey } from './keys'
import { joinedNotes, withNote } from './note-set'
import type { OpSpec } from './op'

const Data = z.object({ auditId: Id, criterionId: CriterionId, keep: z.enum(['note', 'other', 'both']) })

export const noteChoose: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  // What was to be chosen from may be gone: nobody chooses unseen.
  onOverlap: 'mustMatch',
  field: (data) => `${data.auditId}:${data.criterionId}`,
  reads: (data) => [auditKey(data.auditId)],
  decide(ctx, rows, { auditId, criterionId, keep }) {
    const audit = ownDraft(ctx, rows, auditId)
    if (!audit.ok) return audit
    const note = audit.value.notes[criterionId] ?? ''
    const other = audit.value.otherNotes?.[criterionId]
    if (other === undefined) return err({ type: 'Exists', key: auditKey(auditId) })
    const kept = { note, other, both: joinedNotes(note, other) }[keep]
    const named = withoutIdentifiers(kept)
    if (!named.ok) return named
    return ok([auditChange(auditId, withNote(audit.value, criterionId, kept, ''))])
  },
}
