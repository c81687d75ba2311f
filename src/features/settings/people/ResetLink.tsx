/** For somebody who forgot their password: a link with which they choose a new one. */
import { useState } from 'react'
import { resetLink } from '../../../sync/accounts'
import { peopleAccounts } from '../../../text/account-settings'
import { accountRefusalText } from '../../../text/accounts'
import { Notice } from '../../../ui/Notice'
import type { MemberLink } from '../../../wire/accounts'
import type { HubAccess } from '../use-hub-access'
import { LinkToHand } from './LinkToHand'

const words = peopleAccounts.reset

interface ResetLinkProps {
  readonly access: HubAccess
  readonly member: { readonly id: string; readonly name: string }
  readonly email: string | null
}

export function ResetLink({ access, member, email }: ResetLinkProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const [link, setLink] = useState<MemberLink | null>(null)

  async function make() {
    setFailure(null)
    const made = await resetLink(access.token, { area: access.area, memberId: member.id })
    if (made.ok) setLink(made.value)
    else setFailure(accountRefusalText(made.error))
  }

  return (
    <>
      <h3 className="govuk-heading-s">{words.title}</h3>
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body">{words.body}</p>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void make()}>
        {words.action}
      </button>
      {link && (
        <LinkToHand
          link={link}
          label={words.link}
          name={member.name}
          email={email ?? ''}
          subject={words.mailSubject}
          body={(until) => words.mailBody(member.name, link.url, until)}
        />
      )}
    </>
  )
}
