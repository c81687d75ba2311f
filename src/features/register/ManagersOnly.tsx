/** What a page says to somebody who is no manager, with the way to change who uses the device. */
import { Link } from 'react-router'
import { register } from '../../text/register'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'

export function ManagersOnly({ title, lead }: { readonly title: string; readonly lead: string }) {
  const words = register.managersOnly
  return (
    <Page title={title} narrow>
      <Notice tone="warn">
        <p className="govuk-body">
          {lead} {words.action}
        </p>
        <p className="govuk-body">
          <Link className="govuk-link" to="/settings">
            {words.link}
          </Link>
        </p>
      </Notice>
    </Page>
  )
}
