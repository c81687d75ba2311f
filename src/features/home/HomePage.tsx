/** The first page: what should I do next? Own audits for everybody; the manager's desk for those who run the cycles. */
import { lazy, Suspense } from 'react'
import { useMe } from '../../store/cycles'
import { common } from '../../text/common'
import { home } from '../../text/home'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { OwnWork } from './OwnWork'
import './home.scss'

// The desk works out results; nobody waits for that to see the page.
const ManagerHome = lazy(() => import('./ManagerHome').then((m) => ({ default: m.ManagerHome })))

export function HomePage() {
  const me = useMe()
  const runsCycles = me?.roles.some((role) => role === 'manager' || role === 'chair') ?? false
  return (
    <Page title={home.title}>
      {!me && <Loading label={common.loading} />}
      {me && !runsCycles && <OwnWork />}
      {me && runsCycles && (
        <Suspense fallback={<Loading label={common.loading} />}>
          <ManagerHome />
        </Suspense>
      )}
    </Page>
  )
}
