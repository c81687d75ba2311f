/** Takes a plan out of the sample with a reason; the next plan of its group takes its place. For managers. */
import { type FormEvent, useState } from 'react'
import { subjectWords } from '../../../text/cycles-subject'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'
import type { SubjectView } from './use-subject-view'
import { useSwap } from './use-swap'

const words = subjectWords.swap

export function SwapForm({ subjectView }: { readonly subjectView: SubjectView }) {
  const swap = useSwap(subjectView)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const isStarted = subjectView.assignments.some(({ body }) => body.state === 'started' || body.state === 'submitted')

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (reason.trim() === '') return setProblem(words.reasonMissing)
    setBusy(true)
    setProblem((await swap(reason.trim())) ?? undefined)
    setBusy(false)
  }

  return (
    <details className="govuk-details no-print">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{words.title}</span>
      </summary>
      <div className="govuk-details__text">
        {isStarted ? (
          <Notice>{words.started}</Notice>
        ) : (
          <form noValidate onSubmit={(event) => void submit(event)}>
            <p className="govuk-body">{words.intro}</p>
            <Field id="swapReason" label={words.reason} hint={words.reasonHint} error={problem}>
              {(ids) => (
                <textarea
                  {...ids}
                  className="govuk-textarea"
                  rows={2}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <button type="submit" className="govuk-button govuk-button--secondary" disabled={isBusy}>
              {words.action}
            </button>
          </form>
        )}
      </div>
    </details>
  )
}
