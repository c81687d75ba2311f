/** Changing the worked-out grade by a step: the change that stands, what may be chosen, and why something may not. */
import type { Audit } from '../../../core/audit/audit'
import type { Graded } from '../../../core/audit/graded'
import { gradeText, overrideRefusalText } from '../../../text/audit-grade'
import { gradeLabel } from '../../../text/points'
import { Notice } from '../../../ui/Notice'
import type { OpenAudit } from '../open-audit'
import { OverrideForm } from './OverrideForm'
import { useOverride } from './use-override'

interface ChangeGradeProps {
  readonly open: OpenAudit
  readonly drafted: Audit
  readonly graded: Graded
}

export function ChangeGrade({ open, drafted, graded }: ChangeGradeProps) {
  const words = gradeText.change
  const { framework } = open
  const { offered, refused, standing, says, failure, give, takeBack } = useOverride(open, drafted, graded)
  if (graded.subject.derived === null && drafted.override === null) return null
  return (
    <section className="card change-grade no-print" aria-labelledby="change-grade">
      <h2 className="govuk-heading-m" id="change-grade" tabIndex={-1}>
        {words.title}
      </h2>
      <div role="status">{says && <Notice tone="done">{says}</Notice>}</div>
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body">{standing ?? words.intro(framework.grading.subject.override.maxSteps)}</p>
      {drafted.override !== null && (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void takeBack()}>
          {words.takeBack}
        </button>
      )}
      {standing === null &&
        refused.map(({ grade, why }) => (
          <p key={grade ?? why} className="govuk-body muted">
            {grade === null
              ? overrideRefusalText(why)
              : words.notOffered(gradeLabel(framework, grade), overrideRefusalText(why))}
          </p>
        ))}
      {standing === null && offered.length > 0 && (
        <OverrideForm framework={framework} offered={offered} onGive={give} />
      )}
    </section>
  )
}
