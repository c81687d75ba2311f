/** Taking an invitation: who is invited to which area, and how they will sign in; or signing in with the account they have. */
import { useState } from 'react'
import { acceptInvitation, whoAmI } from '../../sync/accounts'
import { accountRefusalText, join } from '../../text/accounts'
import { formatTime } from '../../ui/format'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import type { About, LinkAnswer } from '../../wire/accounts'
import { AccountForm } from './AccountForm'
import { OrganisationButtons } from './OrganisationButtons'
import { SignInForm } from './SignInForm'

const words = join.invite

interface AcceptInvitationProps {
  readonly token: string
  readonly link: LinkAnswer
  readonly providers: About['providers']
  readonly onDone: (session: string, wantsPasskey: boolean) => void
}

export function AcceptInvitation({ token, link, providers, onDone }: AcceptInvitationProps) {
  const [hasAccount, setHasAccount] = useState(link.hasAccount)
  const [failure, setFailure] = useState<string | null>(null)
  const area = link.areaName ?? ''
  const email = link.email ?? ''

  async function add() {
    const added = await addToAccount(token)
    if (added.ok) onDone(added.value.token, false)
    else setFailure(accountRefusalText(added.error))
  }

  return (
    <Page title={words.title(area)} narrow>
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body-l">{link.memberName ? words.intro(link.memberName, area) : words.introNameless(area)}</p>
      {hasAccount ? (
        <>
          <p className="govuk-body">{words.known(email)}</p>
          <SignInForm providers={providers} email={email} onSignedIn={() => void add()} />
        </>
      ) : (
        <>
          <AccountForm
            email={email}
            action={words.action}
            onSend={(account) => acceptInvitation({ token, ...account })}
            onDone={onDone}
            onRefused={({ type }) => {
              if (type === 'SignInFirst') setHasAccount(true)
            }}
          />
          {providers.length > 0 && <h2 className="govuk-heading-s">{join.orAt}</h2>}
          <OrganisationButtons providers={providers} />
        </>
      )}
      <p className="govuk-body muted">
        {words.notYou} {join.until(formatTime(link.expiresAt))}
      </p>
    </Page>
  )
}

/** Signed in by now: the invitation is added to that account. */
async function addToAccount(token: string) {
  const me = await whoAmI()
  return me.ok ? acceptInvitation({ token, email: me.value.user.email }, me.value.token) : me
}
