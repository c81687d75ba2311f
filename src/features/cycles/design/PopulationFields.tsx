/** Which plans to draw from: a folded group of checkboxes for each fact, with counts from the register. */
import { useMemo } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { StoredPlan } from '../../../core/register/chunks'
import { DRAW_FACTS, type DrawFact } from '../../../store/cycle-sampling'
import { design as words } from '../../../text/cycles-design'
import { factName, factValue } from '../../../text/cycles-facts'
import { Checkbox } from '../../../ui/Checkbox'
import { formatCount, formatDay } from '../../../ui/format'
import { Notice } from '../../../ui/Notice'
import type { DesignAnswers } from './form'
import { valueCounts } from './population'

interface PopulationFieldsProps {
  readonly form: UseFormReturn<DesignAnswers>
  readonly plans: readonly StoredPlan[]
  readonly asOf: string
  /** Plans the filters leave. */
  readonly chosen: number
}

export function PopulationFields({ form, plans, asOf, chosen }: PopulationFieldsProps) {
  const { population } = words
  const [purpose, version] = useWatch({ control: form.control, name: ['purpose', 'where.version'] })
  const isHeadline = purpose !== 'random' || (version.length === 1 && version[0] === 'new')
  return (
    <section aria-labelledby="population">
      <h2 className="govuk-heading-m" id="population">
        {population.title}
      </h2>
      <p className="govuk-hint">{population.hint}</p>
      {DRAW_FACTS.map((fact) => (
        <FactFilter
          key={fact}
          fact={fact}
          form={form}
          plans={plans}
          hint={fact === 'version' ? population.newHint(formatDay(asOf)) : undefined}
        />
      ))}
      <p className="govuk-body">
        <strong>{population.chosen(formatCount(chosen))}</strong>
      </p>
      {!isHeadline && <Notice>{population.headline}</Notice>}
    </section>
  )
}

interface FactFilterProps extends Pick<PopulationFieldsProps, 'form' | 'plans'> {
  readonly fact: DrawFact
  readonly hint: string | undefined
}

function FactFilter({ fact, form, plans, hint }: FactFilterProps) {
  const { population } = words
  const chosen = useWatch({ control: form.control, name: `where.${fact}` })
  const values = useMemo(() => valueCounts(plans, fact), [plans, fact])
  if (values.length < 2) return null
  const state =
    chosen.length === 0
      ? population.all
      : chosen.length <= 2
        ? chosen.map((value) => factValue(fact, value)).join(', ')
        : population.of(formatCount(chosen.length), formatCount(values.length))
  return (
    <details className="govuk-details filter">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {factName(fact)}: {state}
        </span>
      </summary>
      <fieldset className="govuk-fieldset govuk-details__text">
        <legend className="govuk-visually-hidden">{factName(fact)}</legend>
        {hint && <p className="govuk-hint">{hint}</p>}
        <div className="govuk-checkboxes govuk-checkboxes--small filter__choices">
          {values.map(({ value, count }) => (
            <Checkbox
              key={value}
              id={`where-${fact}-${value}`}
              value={value}
              label={population.option(factValue(fact, value), formatCount(count))}
              {...form.register(`where.${fact}`)}
            />
          ))}
        </div>
      </fieldset>
    </details>
  )
}
