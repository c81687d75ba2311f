/** What of a plan somebody is asked about: all of it, or single sections of it. */
import type { UseFormRegister } from 'react-hook-form'
import type { Framework } from '../../../core/framework/schema'
import { subjectWords } from '../../../text/cycles-subject'
import { Checkbox } from '../../../ui/Checkbox'
import { Fieldset } from '../../../ui/Fieldset'
import { Radio } from '../../../ui/Radio'
import type { AssignAnswers } from './AssignForm'

const words = subjectWords.assign

interface PartFieldProps {
  readonly framework: Framework
  readonly register: UseFormRegister<AssignAnswers>
  readonly isSections: boolean
  /** Asked of the whole plan. */
  readonly criteria: number
  readonly error: string | undefined
}

export function PartField({ framework, register, isSections, criteria, error }: PartFieldProps) {
  return (
    <>
      <Fieldset id="what" legend={words.what}>
        <div className="govuk-radios govuk-radios--small">
          <Radio
            id="what-whole"
            value="whole"
            label={words.whole}
            hint={words.wholeHint(criteria)}
            {...register('what')}
          />
          <Radio
            id="what-sections"
            value="sections"
            label={words.sections}
            hint={words.sectionsHint}
            {...register('what')}
          />
        </div>
      </Fieldset>
      {isSections && (
        <Fieldset id="sections" legend={words.which} error={error}>
          <div className="govuk-checkboxes govuk-checkboxes--small">
            {framework.sections.map(({ id, title }) => (
              <Checkbox key={id} id={`section-${id}`} value={id} label={`${id} ${title}`} {...register('sections')} />
            ))}
          </div>
        </Fieldset>
      )}
    </>
  )
}
