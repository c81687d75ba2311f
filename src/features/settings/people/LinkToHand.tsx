/** A one-time link that was just made: to copy, or to put into an e-mail. It is shown this once. */
import { peopleAccounts } from '../../../text/account-settings'
import { CopyText } from '../../../ui/CopyText'
import { formatTime } from '../../../ui/format'
import type { MemberLink } from '../../../wire/accounts'

const words = peopleAccounts.invite

interface LinkToHandProps {
  readonly link: MemberLink
  readonly label: string
  readonly name: string
  readonly email: string
  readonly subject: string
  readonly body: (until: string) => string
}

export function LinkToHand({ link, label, name, email, subject, body }: LinkToHandProps) {
  const until = formatTime(link.expiresAt)
  const mail = `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body(until))}`
  return (
    <div className="card govuk-!-margin-bottom-4" role="status">
      <p className="govuk-body">
        <strong>{words.made(name, until)}</strong>
      </p>
      <CopyText id="link" label={label} hint={words.linkHint} text={link.url} words={words} />
      <p className="govuk-body">
        <a className="govuk-link" href={mail}>
          {words.mail}
        </a>
      </p>
    </div>
  )
}
