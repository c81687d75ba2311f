/** Which facts the sample is spread over, and how the groups share it; the seed of the draw. */
import type { UseFormReturn } from 'react-hook-form'
import { DRAW_FACTS } from '../../../store/cycle-sampling'
import { design as words } from '../../../text/cycles-design'
import { factName } from '../../../text/cycles-facts'
import { Checkbox } from '../../../ui/Checkbox'
import { Field } from '../../../ui/Field'
import { Fieldset } from '../../../ui/Fieldset'
import { AllocationField } from './ChoiceFields'
import type { DesignAnswers } from './form'

interface StrataFieldsProps {
  readonly form: UseFormReturn<DesignAnswers>
  /** Facts the register says of its plans. */
  readonly known: readonly string[]
}

export function StrataFields({ form, known }: StrataFieldsProps) {
  const { strata } = words
  const { register, formState } = form
  const { errors } = formState
  return (
    <section aria-labelledby="strata-title">
      <h2 className="govuk-heading-m" id="strata-title">
        {strata.title}
      </h2>
      <Fieldset id="strata" legend={strata.legend} hint={strata.hint} error={errors.strata?.message}>
        <div className="govuk-checkboxes govuk-checkboxes--small">
          {DRAW_FACTS.filter((fact) => known.includes(fact)).map((fact) => (
            <Checkbox key={fact} id={`strata-${fact}`} value={fact} label={factName(fact)} {...register('strata')} />
          ))}
        </div>
      </Fieldset>
      <details className="govuk-details" open={errors.minimum || errors.seed ? true : undefined}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">{strata.more}</span>
        </summary>
        <div className="govuk-details__text">
          <AllocationField register={register} />
          <Field id="minimum" label={strata.minimum} hint={strata.minimumHint} error={errors.minimum?.message}>
            {(ids) => (
              <input
                {...ids}
                {...register('minimum')}
                className="govuk-input govuk-input--width-3"
                inputMode="numeric"
              />
            )}
          </Field>
        </div>
      </details>
    </section>
  )
}

export function SeedField({ form }: Pick<StrataFieldsProps, 'form'>) {
  const { seed } = words
  const { register, formState } = form
  const { errors } = formState
  return (
    <section aria-labelledby="seed-title">
      <h2 className="govuk-heading-m" id="seed-title">
        {seed.title}
      </h2>
      <Field id="seed" label={seed.label} hint={seed.hint} error={errors.seed?.message}>
        {(ids) => (
          <input {...ids} {...register('seed')} className="govuk-input govuk-input--width-20" autoComplete="off" />
        )}
      </Field>
    </section>
  )
}
