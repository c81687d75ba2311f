/** One phrase of the bank, to insert, change or delete. */
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Result } from '../../../core/result'
import type { Phrase, PhraseRefusal } from '../../../store/phrases'
import { learning, phraseRefusalText } from '../../../text/audit-learning'

interface PhraseItemProps {
  readonly phrase: Phrase
  readonly onInsert: () => void
  readonly onChange: (typed: string) => Promise<Result<true, PhraseRefusal>>
  readonly onDelete: () => void
}

export function PhraseItem({ phrase, onInsert, onChange, onDelete }: PhraseItemProps) {
  const words = learning.phrases
  const id = useId()
  const change = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState('')

  function start(): void {
    flushSync(() => setTyped(phrase.text))
    field.current?.focus()
  }
  function stop(): void {
    flushSync(() => {
      setTyped(null)
      setProblem('')
    })
    change.current?.focus()
  }
  async function save(text: string): Promise<void> {
    const done = await onChange(text)
    if (done.ok) return stop()
    setProblem(phraseRefusalText(done.error))
    field.current?.focus()
  }

  if (typed === null) {
    return (
      <li className="phrase">
        <p className="phrase__text" id={`${id}-text`}>
          {phrase.text}
        </p>
        <p className="phrase__tools">
          <button type="button" className="audit-button" aria-describedby={`${id}-text`} onClick={onInsert}>
            {words.insertThis}
          </button>
          <button type="button" className="audit-button" aria-describedby={`${id}-text`} ref={change} onClick={start}>
            {words.change}
          </button>
          <button type="button" className="audit-button" aria-describedby={`${id}-text`} onClick={onDelete}>
            {words.delete}
          </button>
        </p>
      </li>
    )
  }
  return (
    <li className="phrase">
      <label className="govuk-label" htmlFor={`${id}-field`}>
        {words.changeLabel}
      </label>
      <textarea
        id={`${id}-field`}
        ref={field}
        className="govuk-textarea note__text"
        rows={2}
        aria-describedby={`${id}-problem`}
        aria-invalid={problem !== ''}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="govuk-error-message" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <p className="phrase__tools">
        <button type="button" className="audit-button" onClick={() => void save(typed)}>
          {words.save}
        </button>
        <button type="button" className="audit-button" onClick={stop}>
          {words.cancel}
        </button>
      </p>
    </li>
  )
}
