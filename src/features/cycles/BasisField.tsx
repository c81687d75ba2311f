/** On what ground somebody may see a plan: four choices with what each means. */
import type { UseFormRegisterReturn } from 'react-hook-form'
import { SightBasis } from '../../core/sampling/cycle'
import { BASES } from '../../text/cycles'
import { Fieldset } from '../../ui/Fieldset'
import { Radio } from '../../ui/Radio'

interface BasisFieldProps {
  readonly legend: string
  readonly field: UseFormRegisterReturn
}

export function BasisField({ legend, field }: BasisFieldProps) {
  return (
    <Fieldset id="basis" legend={legend}>
      <div className="govuk-radios govuk-radios--small">
        {SightBasis.options.map((basis) => (
          <Radio
            key={basis}
            id={`basis-${basis}`}
            value={basis}
            label={BASES[basis].label}
            hint={BASES[basis].hint}
            {...field}
          />
        ))}
      </div>
    </Fieldset>
  )
}
