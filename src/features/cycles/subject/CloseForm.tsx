/** Closes a plan without a grade, with a reason: it stays in the sample and is counted beside the percentage. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { usePerform } from '../../../store/hooks'
import { subjectWords } from '../../../text/cycles-subject'
import { refusalText } from '../../../text/refusals'
import { Field } from '../../../ui/Field'
import { Fieldset } from '../../../ui/Fieldset'
import { Notice } from '../../../ui/Notice'
import { Radio } from '../../../ui/Radio'
import { reasonProblem } from './use-swap'

const words = subjectWords.close

const CloseAnswers = z.object({
  type: z.enum(['not-gradeable', 'lapsed'], words.typeMissing),
  reason: z.string().check(z.trim(), z.minLength(1, words.reasonMissing)),
})
type CloseAnswers = z.infer<typeof CloseAnswers>

export function CloseForm({ subjectId }: { readonly subjectId: string }) {
  const perform = usePerform()
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, formState } = useForm<CloseAnswers>({
    resolver: standardSchemaResolver(CloseAnswers),
    defaultValues: { reason: '' },
  })
  const { errors, isSubmitting } = formState

  async function close({ type, reason }: CloseAnswers) {
    const problem = reasonProblem(reason)
    if (problem) return setFailure(problem)
    const closed = await perform({ kind: 'subject.close', data: { subjectId, type, reason } })
    setFailure(closed.ok ? null : refusalText(closed.error))
  }

  return (
    <details className="govuk-details no-print">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{words.title}</span>
      </summary>
      <form className="govuk-details__text" noValidate onSubmit={(event) => void handleSubmit(close)(event)}>
        {failure && (
          <Notice tone="stop" live="assertive">
            {failure}
          </Notice>
        )}
        <p className="govuk-body">{words.intro}</p>
        <Fieldset id="closeType" legend={words.type} error={errors.type?.message}>
          <div className="govuk-radios govuk-radios--small">
            <Radio
              id="close-not-gradeable"
              value="not-gradeable"
              label={words.notGradeable}
              hint={words.notGradeableHint}
              {...register('type')}
            />
            <Radio
              id="close-lapsed"
              value="lapsed"
              label={words.lapsed}
              hint={words.lapsedHint}
              {...register('type')}
            />
          </div>
        </Fieldset>
        <Field id="closeReason" label={words.reason} error={errors.reason?.message}>
          {(ids) => <textarea {...ids} {...register('reason')} className="govuk-textarea" rows={2} />}
        </Field>
        <button type="submit" className="govuk-button govuk-button--secondary" disabled={isSubmitting}>
          {words.action}
        </button>
      </form>
    </details>
  )
}
