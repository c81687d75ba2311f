/** Says plainly why there is nothing to rate here, and where to go instead. */
import { Link } from 'react-router'
import { audit } from '../../text/audit'
import { Page } from '../../ui/Page'

interface AwayPageProps {
  readonly title: string
  readonly body: string
  /** Offers the settings, where a person says who they are. */
  readonly settings?: boolean
}

export function AwayPage({ title, body, settings = false }: AwayPageProps) {
  return (
    <Page title={title} narrow>
      <p className="govuk-body">{body}</p>
      <p className="govuk-body row">
        <Link className="govuk-link" to="/">
          {audit.away.home}
        </Link>
        {settings && (
          <Link className="govuk-link" to="/settings">
            {audit.away.settings}
          </Link>
        )}
      </p>
    </Page>
  )
}
