/** The legal floor (the framework's minimum standard): its status in a word, and the criteria behind it. */
import type { Audit } from '../../../core/audit/audit'
import type { Graded } from '../../../core/audit/graded'
import type { Framework } from '../../../core/framework/schema'
import { gradeText } from '../../../text/audit-grade'
import { floorLine } from '../../../text/grade-lines'

interface FloorShownProps {
  readonly framework: Framework
  readonly audit: Audit
  readonly graded: Graded
}

export function FloorShown({ framework, audit, graded }: FloorShownProps) {
  const words = gradeText.floor
  const { status } = graded.floor
  const asked = new Set(audit.criteria)
  return (
    <div className="floor">
      <p className="floor__line">
        <strong>{framework.grading.floor.label}</strong>
        <span className="floor__status" data-status={status ?? 'unknown'}>
          {status === null ? words.unknown : words.status[status]}
        </span>
      </p>
      <p className="govuk-body-s">{floorLine(graded, asked)}</p>
    </div>
  )
}
