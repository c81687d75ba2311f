/** The first page in a fresh browser at an address that a hub serves: sign in, or try it alone. */
import { Link } from 'react-router'
import { welcome as words } from '../../text/accounts'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'

interface WelcomePageProps {
  /** Nobody has set up the hub yet. */
  readonly needsSetUp: boolean
  /** Address of the way without a hub. */
  readonly alonePath: string
}

export function WelcomePage({ needsSetUp, alonePath }: WelcomePageProps) {
  return (
    <Page title={words.title} narrow>
      <p className="govuk-body-l">{words.intro}</p>
      {needsSetUp ? (
        <Notice>{words.needsSetUp}</Notice>
      ) : (
        <>
          <Link className="govuk-button govuk-!-margin-bottom-2" to="/sign-in">
            {words.signIn}
          </Link>
          <p className="govuk-hint">{words.signInHint}</p>
        </>
      )}
      <h2 className="govuk-heading-m">{words.aloneTitle}</h2>
      <p className="govuk-body">{words.aloneBody}</p>
      <Link className="govuk-button govuk-button--secondary" to={alonePath}>
        {words.alone}
      </Link>
    </Page>
  )
}
