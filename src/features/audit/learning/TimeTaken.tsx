/** How long the auditor was at it: said to the auditor, kept from everybody else, and never printed. */
import { useTimeTaken } from '../../../store/time-taken'
import { learning } from '../../../text/audit-learning'

const MINUTE_MS = 60_000

export function TimeTaken({ auditId }: { readonly auditId: string }) {
  const ms = useTimeTaken(auditId)
  if (!ms) return null
  return <p className="govuk-body muted no-print">{learning.time(Math.round(ms / MINUTE_MS))}</p>
}
