/** Every page and its address. Pages are loaded when they are first opened; the service worker has them all offline. */
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { BrowserRouter, Link, Route, Routes } from 'react-router'
import { DEMO_BASE } from '../store/demo-place'
import type { Device, Session } from '../store/device'
import { type Here, HereContext, useHere } from '../store/hooks'
import { common } from '../text/common'
import { Loading } from '../ui/Loading'
import { Page } from '../ui/Page'
import { CrashBoundary } from './CrashBoundary'
import { Frame } from './Frame'
import { rememberSetUp, wasSetUp } from './known-device'
import { whenIdle } from './when-idle'

const loadHome = () => import('../features/home/HomePage')
// Most visits begin here: its parts come while the device's database opens.
if (window.location.pathname === '/') void loadHome()
const HomePage = lazy(() => loadHome().then((m) => ({ default: m.HomePage })))
const JoinedHome = lazy(() => import('./JoinedHome').then((m) => ({ default: m.JoinedHome })))
const FirstPage = lazy(() => import('./FirstPage').then((m) => ({ default: m.FirstPage })))
const JoinPage = lazy(() => import('../features/accounts/JoinPage').then((m) => ({ default: m.JoinPage })))
const SignInPage = lazy(() => import('../features/accounts/SignInPage').then((m) => ({ default: m.SignInPage })))
const DemoMark = lazy(() => import('../features/demo/DemoMark').then((m) => ({ default: m.DemoMark })))
const DemoStartPage = lazy(() => import('../features/demo/DemoStartPage').then((m) => ({ default: m.DemoStartPage })))
const AuditPage = lazy(() => import('../features/audit/AuditPage').then((m) => ({ default: m.AuditPage })))
const AuditsPage = lazy(() => import('../features/audits/AuditsPage').then((m) => ({ default: m.AuditsPage })))
const CyclesPage = lazy(() => import('../features/cycles/CyclesPage').then((m) => ({ default: m.CyclesPage })))
const NewCyclePage = lazy(() => import('../features/cycles/NewCyclePage').then((m) => ({ default: m.NewCyclePage })))
const CyclePage = lazy(() => import('../features/cycles/CyclePage').then((m) => ({ default: m.CyclePage })))
const SubjectPage = lazy(() => import('../features/cycles/SubjectPage').then((m) => ({ default: m.SubjectPage })))
const CloseCyclePage = lazy(() =>
  import('../features/cycles/CloseCyclePage').then((m) => ({ default: m.CloseCyclePage })),
)
const EditionPage = lazy(() => import('../features/cycles/EditionPage').then((m) => ({ default: m.EditionPage })))
const HandOverPage = lazy(() => import('../features/cycles/HandOverPage').then((m) => ({ default: m.HandOverPage })))
const RegisterPage = lazy(() => import('../features/register/RegisterPage').then((m) => ({ default: m.RegisterPage })))
const SlipsPage = lazy(() => import('../features/register/SlipsPage').then((m) => ({ default: m.SlipsPage })))
const TrendsPage = lazy(() => import('../features/trends/TrendsPage').then((m) => ({ default: m.TrendsPage })))
const FrameworksPage = lazy(() =>
  import('../features/frameworks/FrameworksPage').then((m) => ({ default: m.FrameworksPage })),
)
const FrameworkPage = lazy(() =>
  import('../features/frameworks/FrameworkPage').then((m) => ({ default: m.FrameworkPage })),
)
const RecordPage = lazy(() => import('../features/records/RecordPage').then((m) => ({ default: m.RecordPage })))
const FormPage = lazy(() => import('../features/records/FormPage').then((m) => ({ default: m.FormPage })))
const HelpPage = lazy(() => import('../features/help/HelpPage').then((m) => ({ default: m.HelpPage })))
const AttentionPage = lazy(() =>
  import('../features/attention/AttentionPage').then((m) => ({ default: m.AttentionPage })),
)
const SettingsPage = lazy(() => import('../features/settings/SettingsPage').then((m) => ({ default: m.SettingsPage })))

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
              <Pages />
            </HereContext>
          ) : (
            device && (
              <Routes>
                {everywhere}
                <Route path="*" element={<Start device={device} onSession={onSession} />} />
              </Routes>
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

/** Pages for everybody, whether this browser was set up or not. */
const everywhere = (
  <>
    <Route path="/help" element={<HelpPage />} />
    <Route path="/join" element={<JoinPage />} />
    <Route path="/sign-in" element={<SignInPage />} />
  </>
)

function Pages() {
  const { isJoined } = useHere().device
  return (
    <Routes>
      <Route path="/" element={isJoined ? <JoinedHome /> : <HomePage />} />
      <Route path="/audits" element={<AuditsPage />} />
      <Route path="/audits/:assignmentId/:section?" element={<AuditPage />} />
      <Route path="/cycles" element={<CyclesPage />} />
      <Route path="/cycles/new" element={<NewCyclePage />} />
      <Route path="/cycles/:cycleId" element={<CyclePage />} />
      <Route path="/cycles/:cycleId/slips" element={<SlipsPage />} />
      <Route path="/cycles/:cycleId/close" element={<CloseCyclePage />} />
      <Route path="/cycles/:cycleId/editions/:number" element={<EditionPage />} />
      <Route path="/assignments/:assignmentId/hand-over" element={<HandOverPage />} />
      <Route path="/subjects/:subjectId" element={<SubjectPage />} />
      <Route path="/register" element={<RegisterPage />} />
      <Route path="/trends" element={<TrendsPage />} />
      <Route path="/frameworks" element={<FrameworksPage />} />
      <Route path="/frameworks/:id/:version" element={<FrameworkPage />} />
      <Route path="/frameworks/:id/:version/form" element={<FormPage />} />
      <Route path="/records/:auditId" element={<RecordPage />} />
      <Route path="/attention" element={<AttentionPage />} />
      <Route path="/settings/*" element={<SettingsPage />} />
      {everywhere}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}

function NotFoundPage() {
  return (
    <Page title={common.notFound.title} narrow>
      <p className="govuk-body">{common.notFound.body}</p>
      <Link className="govuk-link" to="/">
        {common.notFound.action}
      </Link>
    </Page>
  )
}
