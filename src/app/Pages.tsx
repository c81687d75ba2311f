/** Every page but home, and its address. Each is loaded when it is first opened; the service worker has them all offline. */
import { lazy } from 'react'
import { Link, Route, Routes } from 'react-router'
import { common } from '../text/common'
import { Page } from '../ui/Page'

const JoinPage = lazy(() => import('../features/accounts/JoinPage').then((m) => ({ default: m.JoinPage })))
const SignInPage = lazy(() => import('../features/accounts/SignInPage').then((m) => ({ default: m.SignInPage })))
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

export function Pages() {
  return (
    <Routes>
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
      <Route path="/help" element={<HelpPage />} />
      <Route path="/join" element={<JoinPage />} />
      <Route path="/sign-in" element={<SignInPage />} />
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
