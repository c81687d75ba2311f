/** A draft that nobody waits for any more: why, and what was written so far, to read. */
import type { Assigned } from '../../../store/assigned'
import { Page } from '../../../ui/Page'
import type { OpenAudit } from '../open-audit'
import { AuditRecord } from './AuditRecord'

interface ClosedAuditProps {
  readonly assigned: Assigned & Pick<OpenAudit, 'audit'>
  readonly title: string
  readonly body: string
}

export function ClosedAudit({ assigned, title, body }: ClosedAuditProps) {
  return (
    <Page title={title} caption={assigned.cycle.body.name}>
      <p className="govuk-body">{body}</p>
      <AuditRecord assigned={assigned} />
    </Page>
  )
}
