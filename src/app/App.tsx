/**
 * Which page a visit begins with: home, the first page of a fresh device, or any other (Pages.tsx, which is loaded apart so
 * that most visits do not wait for the list of them all).
 */
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react'
import { BrowserRouter, Route, Routes, useLocation } from 'react-router'
import { DEMO_BASE } from '../store/demo-place'
import type { Device, Session } from '../store/device'
import { type Here, HereContext, useHere } from '../store/hooks'
import { common } from '../text/common'
import { Loading } from '../ui/Loading'
import { CrashBoundary } from './CrashBoundary'
import { Frame } from './Frame'
import { rememberSetUp, wasSetUp } from './known-device'
import { whenIdle } from './when-idle'

const loadHome = () => import('../features/home/HomePage')
const loadPages = () => import('./Pages')
// Its parts come while the device's database opens.
void (window.location.pathname === '/' ? loadHome() : loadPages())
const HomePage = lazy(() => loadHome().then((m) => ({ default: m.HomePage })))
const JoinedHome = lazy(() => import('./JoinedHome').then((m) => ({ default: m.JoinedHome })))
const FirstPage = lazy(() => import('./FirstPage').then((m) => ({ default: m.FirstPage })))
const Pages = lazy(() => loadPages().then((m) => ({ default: m.Pages })))
const DemoMark = lazy(() => import('../features/demo/DemoMark').then((m) => ({ default: m.DemoMark })))
const DemoStartPage = lazy(() => import('../features/demo/DemoStartPage').then((m) => ({ default: m.DemoStartPage })))
interface AppProps {
  /** `null` while it is being opened: the frame stands already. */
  readonly device: Device | null
  readonly session: Session | null
  /** Called when the device was set up or another person took it over. */
  readonly onSession: (session: Session) => void
  /** Deletes the fictional county this tab shows; `null` when it shows a real area. */
  readonly onThrowAway: (() => void) | null
}

export function App({ device, session, onSession, onThrowAway }: AppProps) {
  const here = useMemo<Here | null>(
    () => device && session && { device, session, onSession },
    [device, session, onSession],
  )
  useEffect(() => {
    if (!device || !session || onThrowAway) return
    rememberSetUp()
    // A hub brings them to everybody itself.
    if (!device.isJoined) whenIdle(() => void bringStandards(device, session))
  }, [device, session, onThrowAway])
  const Start = onThrowAway ? DemoStartPage : FirstPage
  const framed = (
    <Frame menu={here !== null || (device === null && wasSetUp())}>
      <CrashBoundary>
        <Suspense fallback={<Loading label={common.loading} />}>
          {here ? (
            <HereContext value={here}>
              <SetUpPages />
            </HereContext>
          ) : (
            device && (
              <FreshPages>
                <Start device={device} onSession={onSession} />
              </FreshPages>
            )
          )}
        </Suspense>
      </CrashBoundary>
    </Frame>
  )
  return (
    <BrowserRouter basename={onThrowAway ? DEMO_BASE : '/'}>
      {onThrowAway ? (
        <Suspense>
          <DemoMark onThrowAway={here && onThrowAway}>{framed}</DemoMark>
        </Suspense>
      ) : (
        framed
      )}
    </BrowserRouter>
  )
}

/** Standards that came with a newer version of the app are there from its first start. */
async function bringStandards(device: Device, session: Session): Promise<void> {
  const { adoptBundledFrameworks } = await import('../store/bundled-frameworks')
  await adoptBundledFrameworks(device, session)
}

function SetUpPages() {
  const { isJoined } = useHere().device
  return (
    <Routes>
      <Route path="/" element={isJoined ? <JoinedHome /> : <HomePage />} />
      <Route path="*" element={<Pages />} />
    </Routes>
  )
}

/** Before set-up every address shows the first page, but for those that anybody may open. */
function FreshPages({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation()
  return /^\/(help|join|sign-in)$/.test(pathname) ? <Pages /> : children
}
