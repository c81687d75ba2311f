/** Gives an audit that is not submitted to somebody else, or takes it back: for managers, when its auditor cannot do it. */
import { Link, useNavigate, useParams } from 'react-router'
import { assignmentKey } from '../../core/ops/keys'
import { Assignment } from '../../core/sampling/cycle'
import { useRow } from '../../store/hooks'
import type { Held } from '../../store/read'
import { common } from '../../text/common'
import { cycles } from '../../text/cycles'
import { handOver as words } from '../../text/cycles-subject'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { HandOverForm } from './subject/HandOverForm'
import { useCycleView } from './use-cycle-view'
import './cycles.scss'

export function HandOverPage() {
  const { assignmentId = '' } = useParams()
  const assignment = useRow(assignmentKey(assignmentId), Assignment)
  if (assignment === null) return <NotThere />
  if (!assignment || assignment.id !== assignmentId) return <LoadingPage />
  return <OpenAssignment key={assignmentId} assignment={assignment} />
}

function OpenAssignment({ assignment }: { readonly assignment: Held<Assignment> }) {
  const view = useCycleView(assignment.body.cycleId)
  const navigate = useNavigate()
  if (view === undefined) return <LoadingPage />
  const progress = view?.progress.find(({ subject }) => subject.id === assignment.body.subjectId)
  const { state } = assignment.body
  if (!view?.may.manage || !progress || (state !== 'asked' && state !== 'started')) return <NotThere />
  return (
    <Page title={words.title(progress.subject.body.code)} caption={view.cycle.body.name} narrow>
      <HandOverForm view={view} progress={progress} assignment={assignment} onDone={() => void navigate(-1)} />
    </Page>
  )
}

function LoadingPage() {
  return (
    <Page title={cycles.subject}>
      <Loading label={common.loading} />
    </Page>
  )
}

function NotThere() {
  return (
    <Page title={words.missing.title} narrow>
      <p className="govuk-body">{words.missing.body}</p>
      <Link className="govuk-link" to="/cycles">
        {cycles.toCycles}
      </Link>
    </Page>
  )
}
