/** The questions about the plan: year, version, and yes-or-no facts that may be left as not known. */
import type { UseFormRegister } from 'react-hook-form'
import type { FactName } from '../../../core/framework/schema'
import { about as words } from '../../../text/audit-opening'
import { Field } from '../../../ui/Field'
import { Fieldset } from '../../../ui/Fieldset'
import { Radio } from '../../../ui/Radio'
import type { PlanAnswers } from './plan-answers'
import { YES_NO_FACTS } from './plan-facts'

/** Nursery to the year after which no young person has a plan. */
const YEARS = Array.from({ length: 22 }, (_, index) => index - 1)

interface AboutFieldsProps {
  readonly asked: ReadonlySet<FactName>
  readonly register: UseFormRegister<PlanAnswers>
  /** The year group so far; offered even where it is out of the usual range. */
  readonly current: number | undefined
}

export function AboutFields({ asked, register, current }: AboutFieldsProps) {
  const years = current === undefined || YEARS.includes(current) ? YEARS : [current, ...YEARS]
  return (
    <>
      {asked.has('yearGroup') && (
        <Field id="yearGroup" label={words.yearGroup}>
          {(ids) => (
            <select {...ids} {...register('yearGroup')} className="govuk-select">
              <option value="">{words.notKnown}</option>
              {years.map((year) => (
                <option key={year} value={year}>
                  {words.yearLabel(year)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {asked.has('status') && (
        <Fieldset id="status" legend={words.status}>
          <div className="govuk-radios govuk-radios--inline">
            {(['draft', 'final', 'amended'] as const).map((value) => (
              <Radio
                key={value}
                id={`status-${value}`}
                label={words.statuses[value]}
                value={value}
                {...register('status')}
              />
            ))}
            <Radio id="status-unknown" label={words.notKnown} value="" {...register('status')} />
          </div>
        </Fieldset>
      )}
      {YES_NO_FACTS.filter((fact) => asked.has(fact)).map((fact) => (
        <Fieldset key={fact} id={fact} legend={words.facts[fact]}>
          <div className="govuk-radios govuk-radios--inline">
            <Radio id={`${fact}-yes`} label={words.yes} value="yes" {...register(fact)} />
            <Radio id={`${fact}-no`} label={words.no} value="no" {...register(fact)} />
            <Radio id={`${fact}-unknown`} label={words.notKnown} value="" {...register(fact)} />
          </div>
        </Fieldset>
      ))}
    </>
  )
}
