/** A new hub gets its area and its first manager: who it is for, then how that manager signs in. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { AGENCIES } from '../../core/access/member'
import { setUpHub } from '../../sync/accounts'
import { join } from '../../text/accounts'
import { common } from '../../text/common'
import { setup } from '../../text/setup'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Field } from '../../ui/Field'
import { Fieldset } from '../../ui/Fieldset'
import { Page } from '../../ui/Page'
import { Radio } from '../../ui/Radio'
import { AccountForm } from './AccountForm'

const words = join.setUp

const Answers = z.object({
  areaName: z.string().check(z.trim(), z.minLength(1, setup.areaMissing)),
  name: z.string().check(z.trim(), z.minLength(1, setup.nameMissing)),
  agency: z.enum(
    AGENCIES.map(({ id }) => id),
    setup.agencyMissing,
  ),
})
type Answers = z.infer<typeof Answers>

interface SetUpHubProps {
  readonly token: string
  readonly onDone: (session: string, wantsPasskey: boolean) => void
}

export function SetUpHub({ token, onDone }: SetUpHubProps) {
  const [about, setAbout] = useState<Answers | null>(null)
  if (!about) return <AboutArea onNext={setAbout} />
  return (
    <Page key="account" title={words.secondTitle} caption={words.step(2)} narrow>
      <AccountForm
        email=""
        action={words.action}
        onSend={(account) => setUpHub({ token, ...about, ...account })}
        onDone={onDone}
      />
    </Page>
  )
}

function AboutArea({ onNext }: { readonly onNext: (answers: Answers) => void }) {
  const { register, handleSubmit, formState } = useForm<Answers>({
    resolver: standardSchemaResolver(Answers),
    shouldFocusError: false,
  })
  const { errors } = formState
  const problems = (['areaName', 'name', 'agency'] as const).flatMap((name) => {
    const message = errors[name]?.message
    return message ? [{ fieldId: name, message }] : []
  })
  return (
    <Page key="area" title={words.title} caption={words.step(1)} narrow>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      <p className="govuk-body-l">{words.intro}</p>
      <form noValidate onSubmit={(event) => void handleSubmit(onNext)(event)}>
        <Field id="areaName" label={setup.areaLabel} hint={setup.areaHint} error={errors.areaName?.message}>
          {(ids) => <input {...ids} {...register('areaName')} className="govuk-input" autoComplete="off" />}
        </Field>
        <Field id="name" label={setup.nameLabel} hint={setup.nameHint} error={errors.name?.message}>
          {(ids) => <input {...ids} {...register('name')} className="govuk-input" autoComplete="name" />}
        </Field>
        <Fieldset id="agency" legend={setup.agencyLabel} error={errors.agency?.message}>
          <div className="govuk-radios">
            {AGENCIES.map(({ id, label }) => (
              <Radio key={id} id={`agency-${id}`} label={label} value={id} {...register('agency')} />
            ))}
          </div>
        </Fieldset>
        <button type="submit" className="govuk-button">
          {words.next}
        </button>
      </form>
    </Page>
  )
}
