/** Who is signed in on this device, and the way to everything about their account. */
import { Link } from 'react-router'
import { account as words } from '../../text/account-settings'
import { settings } from '../../text/settings'
import type { Person } from './use-people'

interface AccountSummaryProps {
  readonly you: Person | null
  readonly areaName: string
}

export function AccountSummary({ you, areaName }: AccountSummaryProps) {
  return (
    <section aria-labelledby="account">
      <h2 className="govuk-heading-m" id="account">
        {words.heading}
      </h2>
      {you && (
        <p className="govuk-body">
          <strong>{words.signedIn(you.name, areaName)}</strong>
          <br />
          <span className="muted">
            {settings.you.roles(you.agencyLabel, you.roles.map(settings.roleLabel).join(', '))}
          </span>
        </p>
      )}
      <ul className="govuk-list govuk-!-margin-bottom-7">
        <li>
          <Link className="govuk-link" to="/settings/account">
            {words.link}
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to="/settings/sign-out">
            {words.leave.link}
          </Link>
        </li>
      </ul>
    </section>
  )
}
