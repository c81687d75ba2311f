/** An audit after it was submitted: thanks, what happens next, taking it back, and the audit as it stands, to read and print. */
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { authorScope } from '../../../core/ops/keys'
import type { Assigned } from '../../../store/assigned'
import { usePerform } from '../../../store/hooks'
import { alerts } from '../../../text/audit-alerts'
import { submit as words } from '../../../text/audit-submit'
import { recordLinks } from '../../../text/records'
import { refusalText } from '../../../text/refusals'
import { formatDay } from '../../../ui/format'
import { Notice } from '../../../ui/Notice'
import { Page } from '../../../ui/Page'
import { AlertPage } from '../alerts/AlertPage'
import { IncidentBanner } from '../alerts/IncidentBanner'
import { TimeTaken } from '../learning/TimeTaken'
import type { OpenAudit } from '../open-audit'
import { AuditRecord } from './AuditRecord'
import { ReviseForm } from './ReviseForm'

type Submitted = Assigned & Pick<OpenAudit, 'audit'>

interface SubmittedAuditProps {
  readonly assigned: Submitted
  readonly page: string | undefined
}

export function SubmittedAudit({ assigned, page }: SubmittedAuditProps) {
  const path = `/audits/${assigned.assignment.id}`
  const { recall, failure } = useRecall(assigned, path)
  const done = words.done
  if (page === 'incident' || page === 'concern')
    return <AlertPage key={page} type={page} assigned={assigned} path={path} />
  const { audit, subject, assignment } = assigned
  const isReleased = audit.scope !== authorScope(audit.body.author)
  return (
    <Page title={done.title(subject.body.code)} caption={assigned.cycle.body.name}>
      <div className="no-print">
        {failure && (
          <Notice tone="stop" live="assertive">
            {failure}
          </Notice>
        )}
        <Notice tone="done">
          <p className="govuk-body">
            <strong>{done.thanks}</strong> {isReleased ? done.released : done.waiting}
          </p>
          {audit.body.reason !== undefined && audit.body.submittedAt !== null && (
            <p className="govuk-body">{done.revised(formatDay(audit.body.submittedAt), audit.body.reason)}</p>
          )}
          {audit.body.blind === false && audit.body.supersedes === undefined && (
            <p className="govuk-body">{done.notBlind}</p>
          )}
          {audit.body.copiesDeleted === false && <p className="govuk-body">{done.copies}</p>}
        </Notice>
        <TimeTaken auditId={audit.id} />
        <p className="govuk-body row submitted-tools">
          <Link className="govuk-link" to="/">
            {done.home}
          </Link>
          {isReleased && (
            <Link className="govuk-link" to={`/subjects/${assignment.body.subjectId}`}>
              {done.compare}
            </Link>
          )}
          <Link className="govuk-link" to={`/records/${audit.id}`}>
            {recordLinks.record}
          </Link>
          <Link className="govuk-link" to={`${path}/incident`}>
            {alerts.incident.title}
          </Link>
          <Link className="govuk-link" to={`${path}/concern`}>
            {alerts.concern.title}
          </Link>
        </p>
        {!isReleased && (
          <div className="recall">
            <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void recall()}>
              {done.recall}
            </button>
            <p className="govuk-hint">{done.recallHint}</p>
          </div>
        )}
        {isReleased && !subject.body.swapped && !subject.body.outcome && (
          <ReviseForm auditId={audit.id} subjectId={subject.id} path={path} />
        )}
      </div>
      <IncidentBanner assigned={assigned} />
      <AuditRecord assigned={assigned} />
    </Page>
  )
}

function useRecall({ audit, assignment }: Submitted, path: string) {
  const perform = usePerform()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<string | null>(null)

  async function recall(): Promise<void> {
    const done = await perform({
      kind: 'audit.recall',
      data: { auditId: audit.id, assignmentId: assignment.id },
    })
    if (!done.ok) return setFailure(refusalText(done.error))
    return navigate(`${path}/check`)
  }
  return { recall, failure }
}
