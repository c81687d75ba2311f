/** The first page: what should I do next? Own audits for everybody; the manager's desk for those who run the cycles. */
import { useMe } from '../../store/cycles'
import { common } from '../../text/common'
import { home } from '../../text/home'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { usePart } from '../../ui/use-part'
import { OwnWork } from './OwnWork'
import './home.scss'

// The desk works out results; nobody waits for that to see the page.
const loadDesk = () => import('./ManagerHome').then(({ ManagerHome }) => ManagerHome)

export function HomePage() {
  const me = useMe()
  const runsCycles = me?.roles.some((role) => role === 'manager' || role === 'chair') ?? false
  return (
    <Page title={home.title}>
      {!me && <Loading label={common.loading} />}
      {me && !runsCycles && <OwnWork />}
      {me && runsCycles && <Desk />}
    </Page>
  )
}

function Desk() {
  const ManagerHome = usePart(loadDesk)
  return ManagerHome ? <ManagerHome /> : <Loading label={common.loading} />
}
