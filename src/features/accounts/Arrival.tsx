/** From a session to work: which area, what an earlier browser had not sent, and then this browser's own database. */
import { useCallback, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { type AccountRefusal, registerDevice, whoAmI } from '../../sync/accounts'
import { thisDeviceName } from '../../sync/device-name'
import { accountRefusalText, arrival as words } from '../../text/accounts'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import type { Me } from '../../wire/accounts'
import { ChooseArea } from './ChooseArea'
import { EarlierDevices } from './EarlierDevices'

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
  const [isWarned, setWarned] = useState(false)
  const [isOther, setOther] = useState(false)
  useEffect(() => {
    void whoAmI(token).then((answer) => {
      if (!answer.ok) return onRefused(answer.error)
      setMe(answer.value)
    })
  }, [token, onRefused])
  if (!me) return <Loading label={words.finding} />
  const own = me.places.find(({ area, memberId }) => area === current?.areaId && memberId === current.memberId)
  if (current && !own && !isOther) return <OtherAccount email={me.user.email} onGoOn={() => setOther(true)} />
  const place = chosen ?? own ?? (me.places.length === 1 ? me.places[0] : undefined)
  if (me.places.length === 0) return <Nowhere email={me.user.email} />
  if (!place) return <ChooseArea places={me.places} onChosen={setChosen} />
  const lost = place === own ? [] : place.devices.filter(({ waiting }) => waiting.count > 0)
  if (lost.length > 0 && !isWarned) return <EarlierDevices devices={lost} onGoOn={() => setWarned(true)} />
  return <Enter me={me} place={place} />
}

/** Makes or opens this member's database, names the browser to the hub, and opens the app on it. */
function Enter({ me, place }: { readonly me: Me; readonly place: Place }) {
  const [failure, setFailure] = useState<string | null>(null)
  const enter = useCallback(async () => {
    setFailure(null)
    const { joinArea } = await import('../../store/joined')
    const { closeDevice } = await import('../../store/device')
    const { area: areaId, areaName, memberId } = place
    const deviceName = thisDeviceName()
    const joined = await joinArea({ areaId, memberId, token: me.token, areaName, deviceName })
    closeDevice(joined.device)
    const named = await registerDevice(me.token, { area: areaId, device: joined.deviceId, name: deviceName })
    // A whole new page: the tab opens the member's own database.
    if (named.ok) window.location.assign('/')
    else setFailure(accountRefusalText(named.error))
  }, [me.token, place])
  useEffect(() => void enter(), [enter])
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
