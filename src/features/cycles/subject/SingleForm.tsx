/** Lets a plan that was to be graded twice stand with one auditor, with a reason, when no second one can be found. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { usePerform } from '../../../store/hooks'
import { subjectWords } from '../../../text/cycles-subject'
import { refusalText } from '../../../text/refusals'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'

const words = subjectWords.single

const SingleAnswers = z.object({ reason: z.string().check(z.trim(), z.minLength(1, words.reasonMissing)) })
type SingleAnswers = z.infer<typeof SingleAnswers>

export function SingleForm({ subjectId }: { readonly subjectId: string }) {
  const perform = usePerform()
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, formState } = useForm<SingleAnswers>({
    resolver: standardSchemaResolver(SingleAnswers),
    defaultValues: { reason: '' },
  })
  const { errors, isSubmitting } = formState

  async function gradeOnce({ reason }: SingleAnswers) {
    const done = await perform({ kind: 'subject.single', data: { subjectId, reason } })
    setFailure(done.ok ? null : refusalText(done.error))
  }

  return (
    <details className="govuk-details no-print">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{words.title}</span>
      </summary>
      <form className="govuk-details__text" noValidate onSubmit={(event) => void handleSubmit(gradeOnce)(event)}>
        {failure && (
          <Notice tone="stop" live="assertive">
            {failure}
          </Notice>
        )}
        <p className="govuk-body">{words.intro}</p>
        <Field id="singleReason" label={words.reason} error={errors.reason?.message}>
          {(ids) => <textarea {...ids} {...register('reason')} className="govuk-textarea" rows={2} />}
        </Field>
        <button type="submit" className="govuk-button govuk-button--secondary" disabled={isSubmitting}>
          {words.action}
        </button>
      </form>
    </details>
  )
}
