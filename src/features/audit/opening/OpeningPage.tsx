/** Opening an assignment: what is asked and by when, and the question whether this person may audit this plan at all. */
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { assignedCriteria } from '../../../core/audit/applies'
import type { Declaration } from '../../../core/sampling/cycle'
import type { Assigned } from '../../../store/assigned'
import { usePerform } from '../../../store/hooks'
import { newId } from '../../../store/ids'
import { basisText, opening as words } from '../../../text/audit-opening'
import { recordLinks } from '../../../text/records'
import { refusalText } from '../../../text/refusals'
import { formatDay } from '../../../ui/format'
import { Notice } from '../../../ui/Notice'
import { Page } from '../../../ui/Page'
import { DeclarationForm } from './DeclarationForm'
import { isOverdue } from './due'
import { factsOf } from './plan-facts'

export function OpeningPage({ assigned }: { readonly assigned: Assigned }) {
  const { open, failure } = useOpening(assigned)
  const { assignment, subject, cycle, framework } = assigned
  const { criteria, basis, dueOn, part, blind } = assignment.body
  const asked = assignedCriteria(framework, { criteria, facts: factsOf(subject.body, cycle.body) })
  const rows: readonly (readonly [string, string])[] = [
    [words.cycle, cycle.body.name],
    [words.due, isOverdue(dueOn) ? `${formatDay(dueOn)} (${words.overdue})` : formatDay(dueOn)],
    [
      words.asked,
      part?.type === 'sections'
        ? words.askedSections(asked.length, part.sections.join(', '))
        : words.askedText(asked.length, asked.filter(({ core }) => core).length),
    ],
    [words.standards, framework.title],
    [words.basis, basisText(basis)],
  ]
  return (
    <Page title={words.title(subject.body.code)} narrow>
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body-l">{part?.type === 'sections' ? words.leadSections : words.lead}</p>
      <p className="govuk-body muted">{words.codeHint}</p>
      <dl className="govuk-summary-list">
        {rows.map(([label, value]) => (
          <div key={label} className="govuk-summary-list__row">
            <dt className="govuk-summary-list__key">{label}</dt>
            <dd className="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      <DeclarationForm onDeclared={open} />
      <p className="govuk-body muted">{blind ? words.blind : words.notBlind}</p>
      <p className="govuk-body">
        <Link
          className="govuk-link"
          to={`/frameworks/${framework.id}/${framework.version}/form?assignment=${assignment.id}`}
        >
          {recordLinks.form}
        </Link>
      </p>
    </Page>
  )
}

function useOpening({ assignment, subject, cycle }: Assigned) {
  const perform = usePerform()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<string | null>(null)

  async function open(declared: Declaration): Promise<void> {
    const assignmentId = assignment.id
    const said = await perform({ kind: 'assignment.declare', data: { assignmentId, declared } })
    if (!said.ok) return setFailure(refusalText(said.error))
    if (declared !== 'none') return undefined
    const { subjectId, cycleId } = assignment.body
    const data = { auditId: newId(), assignmentId, subjectId, cycleId, facts: factsOf(subject.body, cycle.body) }
    const opened = await perform({ kind: 'audit.open', data })
    if (!opened.ok) return setFailure(refusalText(opened.error))
    return navigate(`/audits/${assignmentId}/about`)
  }
  return { open, failure }
}
