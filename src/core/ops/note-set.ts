/**
 * Writes the note of one criterion in one's own draft. Identifiers of a child are refused here as on the screen.
 *
 * Pure. When another device of the author wrote the same note meanwhile, both texts are kept until the author chooses
 * (note-choose.ts) or writes on. Rule: architecture.md, "Notes are guarded before saving"; sync.md, "Optimistic concurrency".
 */
import * as z from 'zod/mini'
import type { Audit } from '../audit/audit'
import { err, ok } from '../result'
import { CriterionId, Id } from '../shapes'
import { auditChange, ownDraft, withoutIdentifiers } from './allowed'
import { auditKey } from './keys'
import type { OpSpec } from './op'

const Data = z.object({ auditId: Id, criterionId: CriterionId, text: z.string() })

export const noteSet: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'lastWins',
  field: (data) => `${data.auditId}:${data.criterionId}`,
  reads: (data) => [auditKey(data.auditId)],
  decide(ctx, rows, { auditId, criterionId, text }) {
    const audit = ownDraft(ctx, rows, auditId)
    if (!audit.ok) return audit
    if (!audit.value.criteria.includes(criterionId)) return err({ type: 'UnknownCriterion', criterionId })
    const named = withoutIdentifiers(text)
    if (!named.ok) return named
    const other = ctx.isOverlap ? otherWords(audit.value, criterionId, text) : ''
    return ok([auditChange(auditId, withNote(audit.value, criterionId, text, other))])
  },
}

/** The audit with a note and the other words for it; either may be blank, and then there is none. */
export function withNote(audit: Audit, criterionId: string, text: string, other: string): Audit {
  const { otherNotes, ...rest } = audit
  const notes = put(audit.notes, criterionId, text)
  const others = put(otherNotes ?? {}, criterionId, other)
  return { ...rest, notes, ...(Object.keys(others).length > 0 && { otherNotes: others }) }
}

/** One text under the other. */
export function joinedNotes(...texts: readonly string[]): string {
  return texts.filter((text) => text.trim() !== '').join('\n\n')
}

/** Every text there is for the criterion but the new one. */
function otherWords({ notes, otherNotes }: Audit, criterionId: string, text: string): string {
  const there = [notes[criterionId] ?? '', otherNotes?.[criterionId] ?? '']
  return joinedNotes(...there.filter((one) => one !== text))
}

function put(notes: Readonly<Record<string, string>>, id: string, text: string): Record<string, string> {
  const { [id]: _before, ...others } = notes
  return text.trim() === '' ? others : { ...others, [id]: text }
}
