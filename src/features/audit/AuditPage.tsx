/** The room of one assignment: opening it, rating section by section, submitting, and reading what was submitted. */
import { useParams } from 'react-router'
import { type Assigned, useAssigned } from '../../store/assigned'
import { audit as words } from '../../text/audit'
import { Loading } from '../../ui/Loading'
import { AwayPage } from './AwayPage'
import { DraftAudit } from './DraftAudit'
import { OpeningPage } from './opening/OpeningPage'
import { ClosedAudit } from './submit/ClosedAudit'
import { SubmittedAudit } from './submit/SubmittedAudit'
import './audit.scss'

export function AuditPage() {
  const { assignmentId = '', section } = useParams()
  const state = useAssigned(assignmentId)
  switch (state.type) {
    case 'loading':
      return <Loading label={words.loading} />
    case 'unknown':
      return <AwayPage {...words.away.unknown} />
    case 'not-yours':
      return <AwayPage {...words.away.notYours} settings />
    case 'no-framework':
      return (
        <AwayPage title={words.away.noFramework.title} body={words.away.noFramework.body(state.id, state.version)} />
      )
    case 'found':
      return <AssignedAudit assigned={state.assigned} page={section} />
  }
}

interface AssignedAuditProps {
  readonly assigned: Assigned
  /** The part of the address after the assignment: a section, or one of the pages about the audit. */
  readonly page: string | undefined
}

function AssignedAudit({ assigned, page }: AssignedAuditProps) {
  const { audit } = assigned
  const assignment = assigned.assignment.body
  const { swapped, outcome } = assigned.subject.body
  if (audit?.body.state === 'submitted') return <SubmittedAudit assigned={{ ...assigned, audit }} page={page} />
  if (assignment.state === 'withdrawn') return <TakenBack assigned={assigned} />
  if (assignment.state === 'returned') return <AwayPage {...words.away.returned} />
  if (swapped) return <AwayPage {...words.away.swapped} />
  if (outcome && audit) {
    const { title, body } = words.away.closed
    return <ClosedAudit assigned={{ ...assigned, audit }} title={title} body={body(outcome.reason)} />
  }
  if (outcome) return <AwayPage title={words.away.closed.title} body={words.away.closed.empty(outcome.reason)} />
  if (!audit) return <OpeningPage assigned={assigned} />
  return <DraftAudit key={audit.id} assigned={{ ...assigned, audit }} page={page} />
}

/** Handed over or taken back: what was written so far stays its author's, to read. */
function TakenBack({ assigned }: { readonly assigned: Assigned }) {
  const { audit, assignment } = assigned
  const { title, body, started } = words.away.withdrawn
  if (!audit) return <AwayPage title={title} body={body} />
  const reason = assignment.body.closed?.reason ?? ''
  return <ClosedAudit assigned={{ ...assigned, audit }} title={title} body={started(reason)} />
}
