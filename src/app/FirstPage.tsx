/** The first page on a fresh device: where a hub serves the app, signing in comes first; otherwise the device is set up alone. */
import { useSearchParams } from 'react-router'
import { useHub } from '../features/accounts/use-hub'
import { WelcomePage } from '../features/accounts/WelcomePage'
import { SetUpPage } from '../features/setup/SetUpPage'
import type { Device, Session } from '../store/device'
import { common } from '../text/common'
import { Loading } from '../ui/Loading'

/** In the query: without a hub, although there is one. */
const ALONE = 'alone'

interface FirstPageProps {
  readonly device: Device
  readonly onSession: (session: Session) => void
}

export function FirstPage(props: FirstPageProps) {
  const [query] = useSearchParams()
  const hub = useHub()
  if (query.has(ALONE) || hub === null) return <SetUpPage {...props} />
  if (hub === undefined) return <Loading label={common.loading} />
  return <WelcomePage needsSetUp={hub.needsSetUp} alonePath={`/?${ALONE}`} />
}
