/** Notes typed in this tab that could not be saved because another took over: kept on the screen, to be copied. */
import { useEffect, useState } from 'react'
import { useStore } from 'zustand/react'
import type { AuditDraft } from '../../../store/audit-draft'
import { tabs } from '../../../text/audit-tabs'

const words = tabs.aside

export function WordsAside({ draft }: { readonly draft: AuditDraft }) {
  const aside = useStore(draft.store, (state) => state.aside)
  const notes = Object.entries(aside)
  if (notes.length === 0) return null
  return (
    <section className="notice notice--stop words-aside" aria-labelledby="words-aside">
      <h2 className="govuk-heading-s" id="words-aside">
        {words.title(notes.length)}
      </h2>
      <p className="govuk-body">{words.body}</p>
      {notes.map(([id, text]) => (
        <NoteAside key={id} criterionId={id} text={text} onDismiss={() => draft.dismiss(id)} />
      ))}
    </section>
  )
}

interface NoteAsideProps {
  readonly criterionId: string
  readonly text: string
  readonly onDismiss: () => void
}

function NoteAside({ criterionId, text, onDismiss }: NoteAsideProps) {
  const [says, setSays] = useState('')
  // They stand nowhere else: the browser asks before the page goes.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  const id = `aside-${criterionId}`
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSays(words.copied),
      () => setSays(words.notCopied),
    )
  return (
    <div className="words-aside__note">
      <label className="govuk-label" htmlFor={id}>
        {words.label(criterionId)}
      </label>
      <textarea id={id} className="govuk-textarea" rows={3} readOnly value={text} />
      <p className="govuk-body row">
        <button type="button" className="audit-button" onClick={() => void copy()}>
          {words.copy} <span className="govuk-visually-hidden">{criterionId}</span>
        </button>
        <button type="button" className="audit-button" onClick={onDismiss}>
          {words.dismiss} <span className="govuk-visually-hidden">{criterionId}</span>
        </button>
        <span role="status">{says}</span>
      </p>
    </div>
  )
}
