/** A draft whose plan was closed without a grade: why, and what was written so far, to read. */
import type { Assigned } from '../../../store/assigned'
import { audit as words } from '../../../text/audit'
import { Page } from '../../../ui/Page'
import type { OpenAudit } from '../open-audit'
import { AuditRecord } from './AuditRecord'

interface ClosedAuditProps {
  readonly assigned: Assigned & Pick<OpenAudit, 'audit'>
  readonly reason: string
}

export function ClosedAudit({ assigned, reason }: ClosedAuditProps) {
  return (
    <Page title={words.away.closed.title} caption={assigned.cycle.body.name}>
      <p className="govuk-body">{words.away.closed.body(reason)}</p>
      <AuditRecord assigned={assigned} />
    </Page>
  )
}
