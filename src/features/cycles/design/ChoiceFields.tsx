/** The parts of the design form that are lists of choices: purpose, criteria, allocation. */
import type { UseFormRegister } from 'react-hook-form'
import type { CriteriaChoice } from '../../../core/sampling/cycle'
import { PURPOSES } from '../../../text/cycles'
import { design as words } from '../../../text/cycles-design'
import { Fieldset } from '../../../ui/Fieldset'
import { Radio } from '../../../ui/Radio'
import type { DesignAnswers } from './form'

interface ChoiceProps {
  readonly register: UseFormRegister<DesignAnswers>
}

/** Drafts are not among them: a register of final plans has none to draw. */
const DRAWN_PURPOSES = ['random', 'themed', 'complaint', 're-audit', 'calibration'] as const

export function PurposeField({ register }: ChoiceProps) {
  return (
    <Fieldset id="purpose" legend={words.about.purpose}>
      <div className="govuk-radios govuk-radios--small">
        {DRAWN_PURPOSES.map((purpose) => (
          <Radio
            key={purpose}
            id={`purpose-${purpose}`}
            value={purpose}
            label={PURPOSES[purpose].label}
            hint={PURPOSES[purpose].hint}
            {...register('purpose')}
          />
        ))}
      </div>
    </Fieldset>
  )
}

export interface CriteriaCount {
  readonly choice: CriteriaChoice
  readonly label: string
  readonly hint: string
}

export interface CriteriaCounts {
  readonly counts: readonly CriteriaCount[]
  /** What is asked where there is nothing to choose; `null` where there is. */
  readonly only: string | null
}

export function CriteriaField({ register, counts, only }: ChoiceProps & CriteriaCounts) {
  return (
    <section aria-labelledby="criteria-title">
      <h2 className="govuk-heading-m" id="criteria-title">
        {words.criteria.title}
      </h2>
      {only !== null ? (
        <p className="govuk-body">{only}</p>
      ) : (
        <Fieldset id="criteria" legend={words.criteria.legend}>
          <div className="govuk-radios govuk-radios--small">
            {counts.map(({ choice, label, hint }) => (
              <Radio
                key={choice}
                id={`criteria-${choice}`}
                value={choice}
                label={label}
                hint={hint}
                {...register('criteria')}
              />
            ))}
          </div>
        </Fieldset>
      )}
    </section>
  )
}

export function AllocationField({ register }: ChoiceProps) {
  const { strata } = words
  return (
    <Fieldset id="allocation" legend={strata.allocation}>
      <div className="govuk-radios govuk-radios--small">
        <Radio
          id="allocation-proportional"
          value="proportional"
          label={strata.proportional}
          hint={strata.proportionalHint}
          {...register('allocation')}
        />
        <Radio
          id="allocation-equal"
          value="equal"
          label={strata.equal}
          hint={strata.equalHint}
          {...register('allocation')}
        />
      </div>
    </Fieldset>
  )
}
