/** Begins a revision of one's own released audit, with the reason the panel will read. */
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { usePerform } from '../../../store/hooks'
import { newId } from '../../../store/ids'
import { submit } from '../../../text/audit-submit'
import { refusalText } from '../../../text/refusals'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'

const words = submit.done.revise

interface ReviseFormProps {
  readonly auditId: string
  readonly subjectId: string
  /** Address of this audit's pages. */
  readonly path: string
}

export function ReviseForm({ auditId, subjectId, path }: ReviseFormProps) {
  const perform = usePerform()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [failure, setFailure] = useState<string | null>(null)

  async function revise(event: FormEvent) {
    event.preventDefault()
    setProblem(reason.trim() === '' ? words.reasonMissing : undefined)
    if (reason.trim() === '') return
    const data = { auditId: newId(), supersedes: auditId, subjectId, reason: reason.trim() }
    const begun = await perform({ kind: 'audit.supersede', data })
    if (begun.ok) await navigate(`${path}/check`)
    else setFailure(refusalText(begun.error))
  }

  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{words.title}</span>
      </summary>
      <form className="govuk-details__text" noValidate onSubmit={(event) => void revise(event)}>
        {failure && (
          <Notice tone="stop" live="assertive">
            {failure}
          </Notice>
        )}
        <p className="govuk-body">{words.intro}</p>
        <Field id="reviseReason" label={words.reason} hint={words.reasonHint} error={problem}>
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
        <button type="submit" className="govuk-button govuk-button--secondary">
          {words.action}
        </button>
      </form>
    </details>
  )
}
