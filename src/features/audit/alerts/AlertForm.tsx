/** The form of an incident or a concern: when, who was told (a role), what was done. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useMemo } from 'react'
import { useForm } from 'react-hook-form'
import type { Assigned } from '../../../store/assigned'
import { now } from '../../../store/ids'
import { alerts } from '../../../text/audit-alerts'
import { common } from '../../../text/common'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'
import { AlertAnswers, localMinute } from './alert-answers'
import { BreachClock } from './BreachClock'
import { useRaiseAlert } from './use-raise-alert'

interface AlertFormProps {
  readonly type: 'incident' | 'concern'
  readonly assigned: Assigned
  readonly onSent: () => void
}

export function AlertForm({ type, assigned, onSent }: AlertFormProps) {
  const words = alerts[type]
  const { raise, failure } = useRaiseAlert(type, assigned, onSent)
  const defaults = useMemo(() => ({ found: localMinute(now()), told: '', done: '' }), [])
  const { register, handleSubmit, formState, watch } = useForm<AlertAnswers>({
    resolver: standardSchemaResolver(AlertAnswers),
    defaultValues: defaults,
    shouldFocusError: false,
  })
  const { errors, isSubmitting } = formState
  const problems = (['found', 'told', 'done'] as const).flatMap((name) => {
    const message = errors[name]?.message
    return message ? [{ fieldId: name, message }] : []
  })
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(raise)(event)}>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-inset-text">{alerts.noNames}</p>
      <Field id="found" label={words.found} error={errors.found?.message}>
        {(ids) => (
          <input {...ids} {...register('found')} type="datetime-local" className="govuk-input govuk-input--width-20" />
        )}
      </Field>
      {type === 'incident' && <BreachClock foundAt={watch('found')} />}
      <Field id="told" label={words.told} hint={words.toldHint} error={errors.told?.message}>
        {(ids) => <input {...ids} {...register('told')} className="govuk-input" autoComplete="off" />}
      </Field>
      <Field id="done" label={words.done} hint={words.doneHint} error={errors.done?.message}>
        {(ids) => <textarea {...ids} {...register('done')} className="govuk-textarea" rows={3} />}
      </Field>
      <button type="submit" className="govuk-button govuk-button--warning" disabled={isSubmitting}>
        {words.action}
      </button>
    </form>
  )
}
