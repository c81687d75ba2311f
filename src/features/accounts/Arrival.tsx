/** From a session to work: which area, what an earlier browser had not sent, and then this browser's own database. */
import { useCallback, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { type AccountRefusal, whoAmI } from '../../sync/accounts'
import { accountRefusalText, arrival as words } from '../../text/accounts'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import type { HubDevice, Me } from '../../wire/accounts'
import { ChooseArea } from './ChooseArea'
import { EarlierDevices } from './EarlierDevices'
import { openHome } from './open-home'

export type Place = Me['places'][number]

interface ArrivalProps {
  /** Left out: the browser came back from the organisation's sign-in with the hub's cookie. */
  readonly token?: string
  /** Somebody signs in again on this device: they go on where they were. */
  readonly current?: { readonly areaId: string; readonly memberId: string } | null
  readonly onRefused: (refusal: AccountRefusal) => void
}

export function Arrival({ token, current = null, onRefused }: ArrivalProps) {
  const [me, setMe] = useState<Me>()
  const [chosen, setChosen] = useState<Place>()
  const [isOther, setOther] = useState(false)
  useEffect(() => {
    void whoAmI(token).then((answer) => {
      if (!answer.ok) return onRefused(answer.error)
      setMe(answer.value)
    })
  }, [token, onRefused])
  if (!me) return <Loading label={words.finding} />
  const { email } = me.user
  const own = me.places.find(({ area, memberId }) => area === current?.areaId && memberId === current.memberId)
  if (current && !own && !isOther) return <OtherAccount email={email} onGoOn={() => setOther(true)} />
  if (me.places.length === 0) return <Nowhere email={email} />
  const place = chosen ?? own ?? (me.places.length === 1 ? me.places[0] : undefined)
  if (!place) return <ChooseArea places={me.places} onChosen={setChosen} />
  return <Enter key={place.area} token={me.token} place={place} />
}

function Enter({ token, place }: { readonly token: string; readonly place: Place }) {
  const lost = useLostDevices(place)
  const [isWarned, setWarned] = useState(false)
  const isReady = lost !== undefined && (lost.length === 0 || isWarned)
  const [failure, setFailure] = useState<string | null>(null)
  const enter = useCallback(async () => {
    setFailure(null)
    const { enterArea } = await import('./enter-area')
    const entered = await enterArea(token, place)
    if (entered.ok) openHome()
    else setFailure(accountRefusalText(entered.error))
  }, [token, place])
  useEffect(() => {
    if (isReady) void enter()
  }, [isReady, enter])
  if (lost && !isReady) return <EarlierDevices devices={lost} onGoOn={() => setWarned(true)} />
  if (failure === null) return <Loading label={words.sync.starting} />
  return (
    <Page title={words.sync.title(place.areaName)} narrow>
      <Notice tone="stop" live="assertive">
        {failure}
      </Notice>
      <button type="button" className="govuk-button" onClick={() => void enter()}>
        {words.retry}
      </button>
    </Page>
  )
}

/** Other browsers of this member that had something to send when last seen; `undefined` while this one is being told apart. */
function useLostDevices({ area, memberId, devices }: Place): readonly HubDevice[] | undefined {
  const [here, setHere] = useState<string | null>()
  useEffect(() => {
    void import('./known-here').then(({ deviceIdHere }) => deviceIdHere(area, memberId)).then(setHere)
  }, [area, memberId])
  if (here === undefined) return undefined
  return devices.filter(({ id, waiting, revoked }) => waiting.count > 0 && !revoked && id !== here)
}

function Nowhere({ email }: { readonly email: string }) {
  const { nowhere } = words
  return (
    <Page title={nowhere.title} narrow>
      <p className="govuk-body">{nowhere.body(email)}</p>
      <Link className="govuk-link" to="/sign-in" reloadDocument>
        {nowhere.other}
      </Link>
    </Page>
  )
}

/** The work in this browser is somebody else's, or of an area that this account is no longer part of. */
function OtherAccount({ email, onGoOn }: { readonly email: string; readonly onGoOn: () => void }) {
  const { other } = words
  return (
    <Page title={other.title} narrow>
      <p className="govuk-body-l">{other.body(email)}</p>
      <p className="govuk-body row">
        <Link className="govuk-link" to="/sign-in" reloadDocument>
          {other.back}
        </Link>
        <button type="button" className="link-button" onClick={onGoOn}>
          {other.goOn(email)}
        </button>
      </p>
    </Page>
  )
}
