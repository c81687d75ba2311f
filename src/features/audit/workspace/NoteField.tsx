/**
 * The note of one criterion. What is typed stays as typed; saving, masking the child's name and leaving identifiers out is
 * the draft's work (store/audit-notes.ts).
 */
import { useStore } from 'zustand/react'
import { LONGEST_QUOTE_WORDS, longQuotes } from '../../../core/audit/note-guard'
import type { AuditDraft } from '../../../store/audit-draft'
import { audit } from '../../../text/audit'
import { identifierList, refusalText } from '../../../text/refusals'
import { NotePhrases } from '../learning/NotePhrases'
import { focusCriterion } from './focus-criterion'

interface NoteFieldProps {
  readonly criterionId: string
  readonly draft: AuditDraft
  /** The note as it is stored. */
  readonly stored: string
}

export function NoteField({ criterionId, draft, stored }: NoteFieldProps) {
  const held = useStore(draft.store, (state) => state.notes[criterionId])
  const text = held?.text ?? stored
  const id = `${criterionId}-note`
  return (
    <div className="note">
      <label className="govuk-label" htmlFor={id}>
        {audit.note.label(criterionId)}
      </label>
      <div className="govuk-hint" id={`${id}-hint`}>
        {audit.note.hint}
      </div>
      <textarea
        id={id}
        className="govuk-textarea note__text"
        rows={2}
        aria-describedby={`${id}-hint ${id}-says`}
        value={text}
        onChange={(event) => draft.notes.type(criterionId, event.target.value)}
        onFocus={() => draft.notes.focus(criterionId)}
        onBlur={() => draft.notes.leave(criterionId)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') focusCriterion(criterionId)
        }}
      />
      <div id={`${id}-says`} aria-live="polite">
        <NoteSays criterionId={criterionId} draft={draft} text={text} />
      </div>
      <NotePhrases criterionId={criterionId} noteId={id} draft={draft} hasText={text.trim() !== ''} />
    </div>
  )
}

/** What must not or should not stand in the note. */
function NoteSays({ criterionId, draft, text }: Omit<NoteFieldProps, 'stored'> & { readonly text: string }) {
  const held = useStore(draft.store, (state) => state.notes[criterionId])
  const withheld = held?.withheld ?? []
  const long = longQuotes(text)[0]
  return (
    <>
      {withheld.length > 0 && (
        <p className="govuk-error-message">
          {audit.note.withheld(
            withheld.map(({ words }) => words),
            identifierList(withheld.map(({ kind }) => kind)),
          )}
        </p>
      )}
      {held?.refusal && <p className="govuk-error-message">{refusalText(held.refusal)}</p>}
      {long && <p className="note__long">{audit.note.long(long.trim().split(/\s+/).length, LONGEST_QUOTE_WORDS)}</p>}
    </>
  )
}
