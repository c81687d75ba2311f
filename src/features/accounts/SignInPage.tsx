/** Signing in: on a fresh browser, again after the session ended, and on the way back from the organisation's sign-in. */
import { useCallback, useContext, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { HereContext } from '../../store/hooks'
import type { AccountRefusal } from '../../sync/accounts'
import { accountRefusalText, signIn as words } from '../../text/accounts'
import { common } from '../../text/common'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { Arrival } from './Arrival'
import { SignInForm } from './SignInForm'
import { useHub } from './use-hub'
import './accounts.scss'

export function SignInPage() {
  const here = useContext(HereContext)
  const [query] = useSearchParams()
  const hub = useHub()
  const [isSignedIn, setSignedIn] = useState(query.has('back'))
  const [failure, setFailure] = useState(query.has('error') ? words.failedAt : null)
  const refused = useCallback((refusal: AccountRefusal) => {
    setFailure(accountRefusalText(refusal))
    setSignedIn(false)
  }, [])
  const current = here?.device.isJoined ? here.session : null
  if (isSignedIn) return <Arrival current={current} onRefused={refused} />
  return (
    <Page title={current ? words.againTitle : words.title} narrow>
      {current && <p className="govuk-body-l">{words.again}</p>}
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      {hub === undefined && <Loading label={common.loading} />}
      {hub === null && <NoHub />}
      {hub && (
        <>
          <SignInForm providers={hub.providers} onSignedIn={() => setSignedIn(true)} />
          <Forgotten />
        </>
      )}
    </Page>
  )
}

function Forgotten() {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{words.forgotten}</span>
      </summary>
      <div className="govuk-details__text">
        {words.forgottenText.map((sentence) => (
          <p key={sentence} className="govuk-body">
            {sentence}
          </p>
        ))}
        <pre className="code">{words.recoverCommand}</pre>
      </div>
    </details>
  )
}

function NoHub() {
  return (
    <>
      <p className="govuk-body">{words.noHub}</p>
      <Link className="govuk-link" to="/">
        {words.toHome}
      </Link>
    </>
  )
}
