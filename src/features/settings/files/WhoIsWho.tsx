/** Each person of a file, and who they are in this area. */
import type { SoloWork } from '../../../store/work-file'
import { workFiles } from '../../../text/work-files'
import { Field } from '../../../ui/Field'
import { Fieldset } from '../../../ui/Fieldset'
import type { Chosen, PersonHere } from './solo-people'

const words = workFiles.solo

interface WhoIsWhoProps {
  readonly work: SoloWork
  readonly people: readonly PersonHere[]
  readonly chosen: Chosen
  readonly onChosen: (chosen: Chosen) => void
  readonly error: string | undefined
}

export function WhoIsWho({ work, people, chosen, onChosen, error }: WhoIsWhoProps) {
  return (
    <Fieldset id="people" legend={words.people} hint={words.peopleHint} error={error}>
      {Object.entries(work.members).map(([id, { name }]) => (
        <Field key={id} id={`person-${id}`} label={words.is(name)}>
          {(ids) => (
            <select
              {...ids}
              className="govuk-select"
              value={chosen[id] ?? ''}
              onChange={(event) => onChosen({ ...chosen, [id]: event.target.value })}
            >
              <option value="">{words.nobody}</option>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </Fieldset>
  )
}
