/** A text to take along: shown whole, selected by a press on it, copied by a button. Words come from the page. */
import { useState } from 'react'
import { Field } from './Field'

interface CopyTextProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly text: string
  readonly words: { readonly copy: string; readonly copied: string; readonly notCopied: string }
}

export function CopyText({ id, label, hint, text, words }: CopyTextProps) {
  const [said, setSaid] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(words.copied)
    } catch {
      setSaid(words.notCopied)
    }
  }
  return (
    <>
      <Field id={id} label={label} hint={hint}>
        {(ids) => (
          <textarea
            {...ids}
            className="govuk-textarea govuk-!-margin-bottom-2 code"
            rows={3}
            readOnly
            value={text}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
      <p className="govuk-body row">
        <button
          type="button"
          className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
          onClick={() => void copy()}
        >
          {words.copy}
        </button>
        <span role="status">{said}</span>
      </p>
    </>
  )
}
