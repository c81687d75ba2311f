/** Records what the panel agrees: grade, reason, who was there, and what others should learn from it. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { usePerform } from '../../../store/hooks'
import { common } from '../../../text/common'
import { subjectWords } from '../../../text/cycles-subject'
import { refusalText } from '../../../text/refusals'
import { Checkbox } from '../../../ui/Checkbox'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { Field } from '../../../ui/Field'
import { Fieldset } from '../../../ui/Fieldset'
import { Notice } from '../../../ui/Notice'
import { Radio } from '../../../ui/Radio'
import type { SubjectView } from './use-subject-view'

const words = subjectWords.panel

const PanelAnswers = z.object({
  grade: z.string(words.gradeMissing).check(z.minLength(1, words.gradeMissing)),
  reason: z.string().check(z.trim(), z.minLength(1, words.reasonMissing)),
  agencies: z.array(z.string()).check(z.minLength(1, words.agenciesMissing)),
  learningPoint: z.string().check(z.trim()),
})
type PanelAnswers = z.infer<typeof PanelAnswers>

interface PanelFormProps {
  readonly subjectView: SubjectView
  readonly onDone: () => void
  /** `null`: the form cannot be put away. */
  readonly onCancel: (() => void) | null
}

export function PanelForm({ subjectView, onDone, onCancel }: PanelFormProps) {
  const { view, subject, moderation } = subjectView
  const { cycle, framework, agencies } = view
  const perform = usePerform()
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, formState } = useForm<PanelAnswers>({
    resolver: standardSchemaResolver(PanelAnswers),
    shouldFocusError: false,
    defaultValues: {
      grade: moderation?.body.grade ?? '',
      reason: moderation?.body.reason ?? '',
      agencies: moderation?.body.agencies ?? [],
      learningPoint: moderation?.body.learningPoint ?? '',
    },
  })
  const { errors, isSubmitting } = formState
  const problems = (['grade', 'reason', 'agencies'] as const).flatMap((name) => {
    const message = errors[name]?.message
    return message ? [{ fieldId: name, message }] : []
  })

  async function record({ learningPoint, ...answers }: PanelAnswers) {
    setFailure(null)
    const { id, version } = cycle.body.framework
    const recorded = await perform({
      kind: 'moderation.record',
      data: {
        moderation: {
          subjectId: subject.id,
          cycleId: cycle.id,
          ...answers,
          learningPoint: learningPoint === '' ? null : learningPoint,
        },
        framework: { id, version },
      },
    })
    if (recorded.ok) onDone()
    else setFailure(refusalText(recorded.error))
  }

  return (
    <form noValidate className="card no-print" onSubmit={(event) => void handleSubmit(record)(event)}>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <Fieldset id="grade" legend={words.grade} error={errors.grade?.message}>
        <div className="govuk-radios govuk-radios--small">
          {[...framework.scale].reverse().map(({ id, label, meaning }) => (
            <Radio key={id} id={`grade-${id}`} value={id} label={label} hint={meaning} {...register('grade')} />
          ))}
        </div>
      </Fieldset>
      <Field id="reason" label={words.reason} hint={words.reasonHint} error={errors.reason?.message}>
        {(ids) => <textarea {...ids} {...register('reason')} className="govuk-textarea" rows={3} />}
      </Field>
      <Fieldset id="agencies" legend={words.agencies} hint={words.agenciesHint} error={errors.agencies?.message}>
        <div className="govuk-checkboxes govuk-checkboxes--small">
          {agencies.map(({ id, label }) => (
            <Checkbox key={id} id={`present-${id}`} value={id} label={label} {...register('agencies')} />
          ))}
        </div>
      </Fieldset>
      <Field id="learningPoint" label={words.learning} hint={words.learningHint}>
        {(ids) => <textarea {...ids} {...register('learningPoint')} className="govuk-textarea" rows={2} />}
      </Field>
      <div className="govuk-button-group">
        <button type="submit" className="govuk-button" disabled={isSubmitting}>
          {words.action}
        </button>
        {onCancel && (
          <button type="button" className="govuk-button govuk-button--secondary" onClick={onCancel}>
            {common.cancel}
          </button>
        )}
      </div>
    </form>
  )
}
