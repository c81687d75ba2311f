/** How many plans, or how close the figure should be; how many of them are graded twice. */
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { design as words } from '../../../text/cycles-design'
import { Field } from '../../../ui/Field'
import { Fieldset } from '../../../ui/Fieldset'
import { Radio } from '../../../ui/Radio'
import type { DesignAnswers } from './form'

export function SizeFields({ form }: { readonly form: UseFormReturn<DesignAnswers> }) {
  const { size } = words
  const { register, formState, control } = form
  const { errors } = formState
  const sizeBy = useWatch({ control, name: 'sizeBy' })
  return (
    <section aria-labelledby="size-title">
      <h2 className="govuk-heading-m" id="size-title">
        {size.title}
      </h2>
      <Fieldset id="sizeBy" legend={size.by}>
        <div className="govuk-radios govuk-radios--small">
          <Radio id="sizeBy-plans" value="plans" label={size.byPlans} {...register('sizeBy')} />
          <Radio id="sizeBy-margin" value="margin" label={size.byMargin} {...register('sizeBy')} />
        </div>
      </Fieldset>
      {sizeBy === 'plans' ? (
        <Field key="size" id="size" label={size.plans} error={errors.size?.message}>
          {(ids) => (
            <input {...ids} {...register('size')} className="govuk-input govuk-input--width-5" inputMode="numeric" />
          )}
        </Field>
      ) : (
        <Field key="margin" id="margin" label={size.margin} hint={size.marginHint} error={errors.margin?.message}>
          {(ids) => (
            <input {...ids} {...register('margin')} className="govuk-input govuk-input--width-5" inputMode="decimal" />
          )}
        </Field>
      )}
      <Field id="doublePercent" label={size.double} hint={size.doubleHint} error={errors.doublePercent?.message}>
        {(ids) => (
          <input
            {...ids}
            {...register('doublePercent')}
            className="govuk-input govuk-input--width-5"
            inputMode="decimal"
          />
        )}
      </Field>
    </section>
  )
}
