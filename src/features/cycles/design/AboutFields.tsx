/** Name, purpose, standards and dates of a new cycle. */
import type { UseFormReturn } from 'react-hook-form'
import type { Framework } from '../../../core/framework/schema'
import type { Held } from '../../../store/read'
import { design as words } from '../../../text/cycles-design'
import { Field } from '../../../ui/Field'
import { PurposeField } from './ChoiceFields'
import type { DesignAnswers } from './form'

interface AboutFieldsProps {
  readonly form: UseFormReturn<DesignAnswers>
  readonly frameworks: readonly Held<Framework>[]
}

export function AboutFields({ form, frameworks }: AboutFieldsProps) {
  const { about } = words
  const { register, formState } = form
  const { errors } = formState
  return (
    <section aria-labelledby="about">
      <h2 className="govuk-heading-m" id="about">
        {about.title}
      </h2>
      <Field id="name" label={about.name} hint={about.nameHint} error={errors.name?.message}>
        {(ids) => (
          <input {...ids} {...register('name')} className="govuk-input govuk-input--width-20" autoComplete="off" />
        )}
      </Field>
      <PurposeField register={register} />
      <Field id="framework" label={about.framework} error={errors.framework?.message}>
        {(ids) => (
          <select {...ids} {...register('framework')} className="govuk-select">
            {frameworks.map(({ id, body }) => (
              <option key={id} value={id}>
                {about.frameworkOption(body.title, body.version)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="design-dates">
        <Field id="startsOn" label={about.starts} error={errors.startsOn?.message}>
          {(ids) => <input {...ids} {...register('startsOn')} type="date" className="govuk-input" />}
        </Field>
        <Field id="dueOn" label={about.due} error={errors.dueOn?.message}>
          {(ids) => <input {...ids} {...register('dueOn')} type="date" className="govuk-input" />}
        </Field>
      </div>
    </section>
  )
}
