/** The first page: what should I do next? Own audits for everybody; the manager's desk for those who run the cycles. */
import { useMe } from '../../store/cycles'
import { common } from '../../text/common'
import { home } from '../../text/home'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { ManagerHome } from './ManagerHome'
import { OwnWork } from './OwnWork'
import './home.scss'

export function HomePage() {
  const me = useMe()
  const runsCycles = me?.roles.some((role) => role === 'manager' || role === 'chair') ?? false
  return (
    <Page title={home.title}>
      {!me && <Loading label={common.loading} />}
      {me && (runsCycles ? <ManagerHome /> : <OwnWork />)}
    </Page>
  )
}
