/** Under a note: keep it, or what is marked of it, as a phrase; insert a phrase where the cursor stands. */
import { useState } from 'react'
import type { AuditDraft } from '../../../store/audit-draft'
import { usePhraseBank } from '../../../store/phrases'
import { learning } from '../../../text/audit-learning'
import { PhraseDialog } from './PhraseDialog'
import { usePhraseTools } from './use-phrase-tools'

interface NotePhrasesProps {
  readonly criterionId: string
  readonly noteId: string
  readonly draft: AuditDraft
  readonly hasText: boolean
}

export function NotePhrases({ criterionId, noteId, draft, hasText }: NotePhrasesProps) {
  const words = learning.phrases
  const bank = usePhraseBank()
  const { said, keep, insert } = usePhraseTools(bank, draft, criterionId, noteId)
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="note-phrases no-print">
      <button type="button" className="audit-button" onClick={() => setOpen(true)}>
        {words.insert} <span className="govuk-visually-hidden">{words.into(criterionId)}</span>
      </button>
      {hasText && (
        <button type="button" className="audit-button" onClick={() => void keep()}>
          {words.keep} <span className="govuk-visually-hidden">{words.of(criterionId)}</span>
        </button>
      )}
      <span role="status" className="muted">
        {said}
      </span>
      {isOpen && <PhraseDialog bank={bank} draft={draft} onInsert={insert} onClose={() => setOpen(false)} />}
    </div>
  )
}
