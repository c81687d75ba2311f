/** One's own phrases: insert, change, delete. A native dialog: Esc closes it, and the focus goes back where it was. */
import { useEffect, useId, useRef, useState } from 'react'
import type { AuditDraft } from '../../../store/audit-draft'
import { type Phrase, type PhraseBank, type PhraseRefusal, usePhrases } from '../../../store/phrases'
import { learning, phraseRefusalText } from '../../../text/audit-learning'
import { PhraseItem } from './PhraseItem'

interface PhraseDialogProps {
  readonly bank: PhraseBank
  readonly draft: AuditDraft
  /** @returns why it was not inserted; `null` when it was, and the dialog can close. */
  readonly onInsert: (phrase: string) => PhraseRefusal | null
  readonly onClose: () => void
}

export function PhraseDialog({ bank, draft, onInsert, onClose }: PhraseDialogProps) {
  const words = learning.phrases
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [said, setSaid] = useState('')
  const [deleted, setDeleted] = useState<Phrase | null>(null)
  const phrases = usePhrases()
  const names = () => draft.store.getState().names
  useEffect(() => dialog.current?.showModal(), [])

  function insert(phrase: string): void {
    // Closed first: closing gives the focus back to the button, inserting takes it into the note.
    dialog.current?.close()
    const refusal = onInsert(phrase)
    if (!refusal) return
    dialog.current?.showModal()
    setSaid(phraseRefusalText(refusal))
  }

  async function remove(phrase: Phrase): Promise<void> {
    const done = await bank.remove(phrase.id)
    setDeleted(done.ok ? phrase : null)
    setSaid(done.ok ? words.deleted : phraseRefusalText(done.error))
    heading.current?.focus()
  }

  async function bringBack({ text }: Phrase): Promise<void> {
    const done = await bank.keep(text, names())
    setDeleted(null)
    setSaid(done.ok ? words.broughtBack : phraseRefusalText(done.error))
    heading.current?.focus()
  }

  return (
    <dialog
      ref={dialog}
      className="phrases"
      aria-labelledby={`${id}-title`}
      onClose={() => {
        if (!dialog.current?.open) onClose()
      }}
    >
      <h2 className="govuk-heading-m" id={`${id}-title`} tabIndex={-1} ref={heading}>
        {words.title}
      </h2>
      <p className="govuk-body">{phrases?.length === 0 ? words.empty : words.intro}</p>
      <div className="phrases__said" role="status">
        {said && <p className="govuk-body">{said}</p>}
      </div>
      {deleted && (
        <button type="button" className="audit-button" onClick={() => void bringBack(deleted)}>
          {words.bringBack}
        </button>
      )}
      <ul className="phrases__list">
        {phrases?.map((phrase) => (
          <PhraseItem
            key={phrase.id}
            phrase={phrase}
            onInsert={() => insert(phrase.text)}
            onChange={(typed) => bank.change(phrase.id, typed, names())}
            onDelete={() => void remove(phrase)}
          />
        ))}
      </ul>
      <button
        type="button"
        className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
        onClick={() => dialog.current?.close()}
      >
        {words.close}
      </button>
    </dialog>
  )
}
