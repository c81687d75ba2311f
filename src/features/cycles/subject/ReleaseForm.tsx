/** Opens the audits that are in to all auditors and the panel, although somebody has not submitted: with a reason, for good. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import type { SubjectProgress } from '../../../store/cycle-progress'
import { usePerform } from '../../../store/hooks'
import { subjectWords } from '../../../text/cycles-subject'
import { refusalText } from '../../../text/refusals'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'
import { reasonProblem } from './use-swap'

const words = subjectWords.release

const ReleaseAnswers = z.object({ reason: z.string().check(z.trim(), z.minLength(1, words.reasonMissing)) })
type ReleaseAnswers = z.infer<typeof ReleaseAnswers>

interface ReleaseFormProps {
  readonly progress: SubjectProgress
  readonly me: string
}

export function ReleaseForm({ progress: { subject, open, submitted }, me }: ReleaseFormProps) {
  const perform = usePerform()
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, formState } = useForm<ReleaseAnswers>({
    resolver: standardSchemaResolver(ReleaseAnswers),
    defaultValues: { reason: '' },
  })
  const { errors, isSubmitting } = formState
  const isOwnOpen = open.some(({ body }) => body.auditor === me && body.state !== 'submitted')

  async function release({ reason }: ReleaseAnswers) {
    const problem = reasonProblem(reason)
    if (problem) return setFailure(problem)
    const done = await perform({ kind: 'subject.release', data: { subjectId: subject.id, reason } })
    setFailure(done.ok ? null : refusalText(done.error))
  }

  return (
    <details className="govuk-details no-print">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{words.title}</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">{words.intro(submitted, open.length)}</p>
        {isOwnOpen ? (
          <Notice>{words.ownOpen}</Notice>
        ) : (
          <form noValidate onSubmit={(event) => void handleSubmit(release)(event)}>
            {failure && (
              <Notice tone="stop" live="assertive">
                {failure}
              </Notice>
            )}
            <Field id="releaseReason" label={words.reason} error={errors.reason?.message}>
              {(ids) => <textarea {...ids} {...register('reason')} className="govuk-textarea" rows={2} />}
            </Field>
            <button type="submit" className="govuk-button govuk-button--warning" disabled={isSubmitting}>
              {words.sure}
            </button>
          </form>
        )}
      </div>
    </details>
  )
}
