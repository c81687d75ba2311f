/** The form that changes a grade: which grade, and the reason the panel will read. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Framework, Override } from '../../../core/framework/schema'
import { gradeText } from '../../../text/audit-grade'
import { common } from '../../../text/common'
import { gradeLabel } from '../../../text/points'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { Field } from '../../../ui/Field'
import { Fieldset } from '../../../ui/Fieldset'
import { Radio } from '../../../ui/Radio'
import { saidText } from '../said-text'

const words = gradeText.change

const Answers = z.object({
  grade: z.string(words.gradeMissing).check(z.minLength(1, words.gradeMissing)),
  reason: saidText(words.reasonMissing),
})
type Answers = z.infer<typeof Answers>

interface OverrideFormProps {
  readonly framework: Framework
  readonly offered: readonly string[]
  readonly onGive: (given: Override) => Promise<boolean>
}

export function OverrideForm({ framework, offered, onGive }: OverrideFormProps) {
  const { register, handleSubmit, formState } = useForm<Answers>({
    resolver: standardSchemaResolver(Answers),
    defaultValues: { grade: '', reason: '' },
    shouldFocusError: false,
  })
  const { errors, isSubmitting } = formState
  const problems = (['grade', 'reason'] as const).flatMap((name) => {
    const message = errors[name]?.message
    return message ? [{ fieldId: name === 'grade' ? `override-${offered[0]}` : 'override-reason', message }] : []
  })
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(onGive)(event)}>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      <Fieldset id="override-grade" legend={words.grade} error={errors.grade?.message}>
        <div className="govuk-radios">
          {offered.map((grade) => (
            <Radio
              key={grade}
              id={`override-${grade}`}
              label={gradeLabel(framework, grade)}
              value={grade}
              {...register('grade')}
            />
          ))}
        </div>
      </Fieldset>
      <Field id="override-reason" label={words.reason} hint={words.reasonHint} error={errors.reason?.message}>
        {(ids) => <textarea {...ids} {...register('reason')} className="govuk-textarea" rows={3} />}
      </Field>
      <button type="submit" className="govuk-button" disabled={isSubmitting}>
        {words.action}
      </button>
    </form>
  )
}
