/** Adds a person or changes one: name, agency, roles, and whether they still take part. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import { Role } from '../../core/access/member'
import { useHere } from '../../store/hooks'
import { common } from '../../text/common'
import { refusalText } from '../../text/refusals'
import { settings } from '../../text/settings'
import { Checkbox } from '../../ui/Checkbox'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Field } from '../../ui/Field'
import { Fieldset } from '../../ui/Fieldset'
import { Notice } from '../../ui/Notice'
import { Radio } from '../../ui/Radio'
import { type PersonAnswers, personAnswers } from './person-answers'
import type { People, Person } from './use-people'

interface PersonFormProps {
  readonly people: People
  /** `null` adds somebody new. */
  readonly person: Person | null
  readonly onSaved: (person: { readonly id: string; readonly name: string }) => void
}

export function PersonForm({ people, person, onSaved }: PersonFormProps) {
  const words = settings.person
  const { isJoined } = useHere().device
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, formState } = useForm<PersonAnswers>({
    resolver: standardSchemaResolver(personAnswers(person?.id ?? null, people.people)),
    defaultValues: {
      name: person?.name ?? '',
      agency: person?.agency ?? '',
      roles: person?.roles ?? ['auditor'],
      active: person?.active ?? true,
    },
    shouldFocusError: false,
  })
  const { errors, isSubmitting } = formState
  // With a hub, somebody who takes part leaves step by step (leaving/).
  const mayEnd = person !== null && !(isJoined && person.active)

  async function save(answers: PersonAnswers) {
    const saved = await people.save(person?.id ?? null, answers)
    if (saved.ok) onSaved({ id: saved.value, name: answers.name })
    else setFailure(refusalText(saved.error))
  }

  const problems = (['name', 'agency', 'roles'] as const).flatMap((name) => {
    const message = errors[name]?.message
    return message ? [{ fieldId: name, message }] : []
  })
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <Field id="name" label={words.name} hint={words.nameHint} error={errors.name?.message}>
        {(ids) => <input {...ids} {...register('name')} className="govuk-input" autoComplete="off" />}
      </Field>
      <Fieldset id="agency" legend={words.agency} error={errors.agency?.message}>
        <div className="govuk-radios">
          {people.agencies.map(({ id, label }) => (
            <Radio key={id} id={`agency-${id}`} label={label} value={id} {...register('agency')} />
          ))}
        </div>
      </Fieldset>
      <Fieldset id="roles" legend={words.roles} error={errors.roles?.message}>
        <div className="govuk-checkboxes">
          {[...Role.options].reverse().map((role) => (
            <Checkbox
              key={role}
              id={`role-${role}`}
              label={settings.roleLabel(role)}
              hint={settings.roleHint(role)}
              value={role}
              {...register('roles')}
            />
          ))}
        </div>
      </Fieldset>
      {mayEnd && (
        <div className="govuk-form-group">
          <div className="govuk-checkboxes">
            <Checkbox id="active" label={words.active} hint={words.activeHint} {...register('active')} />
          </div>
        </div>
      )}
      <div className="row">
        <button type="submit" className="govuk-button govuk-!-margin-bottom-0" disabled={isSubmitting}>
          {words.save}
        </button>
        <Link className="govuk-link" to="/settings">
          {common.cancel}
        </Link>
      </div>
    </form>
  )
}
