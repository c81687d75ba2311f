/** Where one-time links lead: setting up an area, taking an invitation, choosing a new password; then straight to work. */
import { useCallback, useEffect, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { type AccountRefusal, readLink } from '../../sync/accounts'
import { thisDeviceName } from '../../sync/device-name'
import { accountRefusalText, join as words } from '../../text/accounts'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import type { About, LinkAnswer } from '../../wire/accounts'
import { AcceptInvitation } from './AcceptInvitation'
import { Arrival } from './Arrival'
import { ChoosePassword } from './ChoosePassword'
import { forgetLinkToken, type LinkToken, takeLinkToken } from './link-token'
import { MakePasskey } from './MakePasskey'
import { SetUpHub } from './SetUpHub'
import { useHub } from './use-hub'
import './accounts.scss'

export function JoinPage() {
  const { hash } = useLocation()
  // A second link opened in the same tab begins anew.
  return <OpenLink key={hash} />
}

interface Session {
  readonly token: string
  readonly wantsPasskey: boolean
}

function OpenLink() {
  const [link] = useState(takeLinkToken)
  const [session, setSession] = useState<Session | null>(null)
  const [refusal, setRefusal] = useState<AccountRefusal | null>(null)
  const done = useCallback((token: string, wantsPasskey = false) => {
    forgetLinkToken()
    setSession({ token, wantsPasskey })
  }, [])
  if (session?.wantsPasskey) {
    const goOn = () => setSession({ ...session, wantsPasskey: false })
    return <MakePasskey session={session.token} name={thisDeviceName()} onDone={goOn} />
  }
  if (refusal) return <LinkProblem refusal={refusal} type={link?.type ?? 'invite'} onRetry={() => setRefusal(null)} />
  if (session) return <Arrival token={session.token} onRefused={setRefusal} />
  if (!link) return <NoLink />
  return <KnownLink link={link} onDone={done} />
}

interface KnownLinkProps {
  readonly link: LinkToken
  readonly onDone: (session: string, wantsPasskey?: boolean) => void
}

function KnownLink({ link: { type, token }, onDone }: KnownLinkProps) {
  const hub = useHub()
  const { answer, refusal, retry } = useLinkAnswer(token)
  if (refusal) return <LinkProblem type={type} refusal={refusal} onRetry={retry} />
  if (!answer || hub === undefined) return <Loading label={words.reading} />
  const providers: About['providers'] = hub?.providers ?? []
  switch (answer.type) {
    case 'set-up':
      return <SetUpHub token={token} onDone={onDone} />
    case 'invite':
      return <AcceptInvitation token={token} link={answer} providers={providers} onDone={onDone} />
    case 'reset':
      return <ChoosePassword token={token} link={answer} onDone={onDone} />
  }
}

function useLinkAnswer(token: string) {
  const [answer, setAnswer] = useState<LinkAnswer>()
  const [refusal, setRefusal] = useState<AccountRefusal>()
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks the same again.
  useEffect(() => {
    let isWanted = true
    void readLink(token).then((read) => {
      if (!isWanted) return
      if (read.ok) setAnswer(read.value)
      else setRefusal(read.error)
    })
    return () => {
      isWanted = false
    }
  }, [token, tries])
  const retry = () => {
    setRefusal(undefined)
    setTries(tries + 1)
  }
  return { answer, refusal, retry }
}

interface LinkProblemProps {
  readonly type: LinkToken['type']
  readonly refusal: AccountRefusal
  readonly onRetry: () => void
}

function LinkProblem({ type, refusal, onRetry }: LinkProblemProps) {
  const { problem } = words
  const isOver = refusal.type === 'LinkUnknown' || refusal.type === 'LinkUsed' || refusal.type === 'LinkExpired'
  useEffect(() => {
    if (isOver) forgetLinkToken()
  }, [isOver])
  return (
    <Page title={problem.title} narrow>
      <Notice tone="warn">{accountRefusalText(refusal)}</Notice>
      {isOver ? (
        <>
          <p className="govuk-body">{type === 'set-up' ? problem.setUp : problem.invite}</p>
          {refusal.type === 'LinkUsed' && <p className="govuk-body">{words.none.signIn}</p>}
          <Link className="govuk-button" to="/sign-in">
            {problem.toSignIn}
          </Link>
        </>
      ) : (
        <button type="button" className="govuk-button" onClick={onRetry}>
          {problem.retry}
        </button>
      )}
    </Page>
  )
}

function NoLink() {
  const { none, problem } = words
  return (
    <Page title={none.title} narrow>
      <p className="govuk-body">{none.body}</p>
      <p className="govuk-body">{none.signIn}</p>
      <Link className="govuk-button" to="/sign-in">
        {problem.toSignIn}
      </Link>
    </Page>
  )
}
