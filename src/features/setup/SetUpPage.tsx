/** The first page on a fresh device: three answers, and the app is ready for work. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { AGENCIES } from '../../core/access/member'
import { DEMO_BASE, START_AT_ONCE } from '../../store/demo-place'
import type { Device, Session } from '../../store/device'
import { setUpArea } from '../../store/set-up'
import { common } from '../../text/common'
import { demo } from '../../text/demo'
import { refusalText } from '../../text/refusals'
import { setup } from '../../text/setup'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Field } from '../../ui/Field'
import { Fieldset } from '../../ui/Fieldset'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { Radio } from '../../ui/Radio'

const Answers = z.object({
  areaName: z.string().check(z.trim(), z.minLength(1, setup.areaMissing)),
  memberName: z.string().check(z.trim(), z.minLength(1, setup.nameMissing)),
  agency: z.enum(
    AGENCIES.map(({ id }) => id),
    setup.agencyMissing,
  ),
})
type Answers = z.infer<typeof Answers>

interface SetUpPageProps {
  readonly device: Device
  readonly onSession: (session: Session) => void
}

export function SetUpPage({ device, onSession }: SetUpPageProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, formState } = useForm<Answers>({
    resolver: standardSchemaResolver(Answers),
    shouldFocusError: false,
  })
  const { errors, isSubmitting } = formState

  async function start(answers: Answers) {
    const session = await setUpArea(device, answers)
    if (session.ok) onSession(session.value)
    else setFailure(refusalText(session.error))
  }

  const problems = (['areaName', 'memberName', 'agency'] as const).flatMap((name) => {
    const message = errors[name]?.message
    return message ? [{ fieldId: name, message }] : []
  })
  return (
    <Page title={setup.title} narrow>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body-l">{setup.intro}</p>
      <form noValidate onSubmit={(event) => void handleSubmit(start)(event)}>
        <Field id="areaName" label={setup.areaLabel} hint={setup.areaHint} error={errors.areaName?.message}>
          {(ids) => <input {...ids} {...register('areaName')} className="govuk-input" autoComplete="off" />}
        </Field>
        <Field id="memberName" label={setup.nameLabel} hint={setup.nameHint} error={errors.memberName?.message}>
          {(ids) => <input {...ids} {...register('memberName')} className="govuk-input" autoComplete="name" />}
        </Field>
        <Fieldset id="agency" legend={setup.agencyLabel} hint={setup.agencyHint} error={errors.agency?.message}>
          <div className="govuk-radios">
            {AGENCIES.map(({ id, label }) => (
              <Radio key={id} id={`agency-${id}`} label={label} value={id} {...register('agency')} />
            ))}
          </div>
        </Fieldset>
        <button type="submit" className="govuk-button" disabled={isSubmitting}>
          {setup.action}
        </button>
      </form>
      <ul className="govuk-list govuk-list--bullet muted">
        {setup.promises.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{demo.offer.title}</h2>
      <p className="govuk-body">{demo.offer.body}</p>
      {/* A whole new page: its address, not this tab, says which database it belongs to. */}
      <a className="govuk-button govuk-button--secondary" href={`${DEMO_BASE}?${START_AT_ONCE}`}>
        {demo.offer.action}
      </a>
    </Page>
  )
}
