/** An invitation for somebody who has no account yet: their address, then a link to hand over. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { inviteMember } from '../../../sync/accounts'
import { peopleAccounts } from '../../../text/account-settings'
import { accountRefusalText, signIn } from '../../../text/accounts'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'
import type { MemberLink } from '../../../wire/accounts'
import type { HubAccess } from '../use-hub-access'
import { LinkToHand } from './LinkToHand'

const words = peopleAccounts.invite

const Answers = z.object({
  email: z
    .string()
    .check(z.trim(), z.minLength(1, signIn.emailMissing), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, signIn.emailWrong)),
})
type Answers = z.infer<typeof Answers>

interface InviteFormProps {
  readonly access: HubAccess
  readonly member: { readonly id: string; readonly name: string }
  readonly areaName: string
  /** Of the invitation before; `null`: none was made. */
  readonly email: string | null
  readonly onInvited: () => void
}

export function InviteForm({ access, member, areaName, email, onInvited }: InviteFormProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const [made, setMade] = useState<{ readonly link: MemberLink; readonly email: string } | null>(null)
  const { register, handleSubmit, formState } = useForm<Answers>({
    resolver: standardSchemaResolver(Answers),
    defaultValues: { email: email ?? '' },
  })
  const { errors, isSubmitting } = formState

  async function invite(answers: Answers) {
    setFailure(null)
    const link = await inviteMember(access.token, { area: access.area, memberId: member.id, email: answers.email })
    if (!link.ok) return setFailure(accountRefusalText(link.error))
    setMade({ link: link.value, email: answers.email })
    onInvited()
  }

  if (made) {
    return (
      <>
        <LinkToHand
          link={made.link}
          label={words.link}
          name={member.name}
          email={made.email}
          subject={words.mailSubject(areaName)}
          body={(until) => words.mailBody(member.name, areaName, made.link.url, until)}
        />
        <p className="govuk-body">
          <button type="button" className="link-button" onClick={() => setMade(null)}>
            {words.again}
          </button>
        </p>
      </>
    )
  }
  return (
    <>
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <form noValidate onSubmit={(event) => void handleSubmit(invite)(event)}>
        <Field id="inviteEmail" label={words.email} hint={words.emailHint} error={errors.email?.message}>
          {(ids) => (
            <input
              {...ids}
              {...register('email')}
              className="govuk-input govuk-input--width-20"
              type="email"
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <button type="submit" className="govuk-button" disabled={isSubmitting}>
          {email === null ? words.action : words.again}
        </button>
        {email !== null && <p className="govuk-hint">{words.againHint}</p>}
      </form>
    </>
  )
}
