/** Who is asked to audit a plan and how far they are; never a rating. */
import { useState } from 'react'
import { Link } from 'react-router'
import type { Assignment } from '../../../core/sampling/cycle'
import { usePerform } from '../../../store/hooks'
import type { Held } from '../../../store/read'
import { BASES, cycle } from '../../../text/cycles'
import { DECLARED, subjectWords } from '../../../text/cycles-subject'
import { refusalText } from '../../../text/refusals'
import { formatDay } from '../../../ui/format'
import { Notice } from '../../../ui/Notice'
import { Scroll } from '../../../ui/Scroll'
import type { SubjectView } from './use-subject-view'

const words = subjectWords.auditors

export function AuditorsTable({ subjectView }: { readonly subjectView: SubjectView }) {
  const { assignments, view } = subjectView
  const perform = usePerform()
  const [said, setSaid] = useState<{ readonly tone: 'done' | 'stop'; readonly text: string } | null>(null)
  const isLead = view.may.lead
  const columns = [words.agency, words.name, words.state, words.due, ...(isLead ? [words.basis] : []), words.actions]
  async function withdraw(assignmentId: string) {
    const done = await perform({ kind: 'assignment.withdraw', data: { assignmentId } })
    setSaid(done.ok ? { tone: 'done', text: words.withdrawn } : { tone: 'stop', text: refusalText(done.error) })
  }
  return (
    <section>
      <h2 className="govuk-heading-m">{words.title}</h2>
      <div role="status">{said && <Notice tone={said.tone}>{said.text}</Notice>}</div>
      {assignments.length === 0 ? (
        <p className="govuk-body">{words.none}</p>
      ) : (
        <Scroll label={words.title}>
          <table className="govuk-table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" className="govuk-table__header">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {assignments.map((assignment) => (
                <AuditorRow
                  key={assignment.id}
                  assignment={assignment}
                  subjectView={subjectView}
                  onWithdraw={() => void withdraw(assignment.id)}
                />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

interface AuditorRowProps {
  readonly assignment: Held<Assignment>
  readonly subjectView: SubjectView
  readonly onWithdraw: () => void
}

function AuditorRow({ assignment, subjectView, onWithdraw }: AuditorRowProps) {
  const { view, nameOf, agencyOf } = subjectView
  const { id, body } = assignment
  const { lead, me } = view.may
  const isOwn = body.auditor === me
  const isWithdrawable = lead && body.state === 'asked'
  return (
    <tr className={body.state === 'withdrawn' ? 'muted' : undefined}>
      <th scope="row" className="govuk-table__cell">
        {agencyOf(body.agency)}
      </th>
      <td className="govuk-table__cell">{isOwn ? words.you : lead ? nameOf(body.auditor) : '–'}</td>
      <td className="govuk-table__cell">
        {cycle.states[body.state]}
        {body.state === 'returned' && lead && body.declared && `: ${DECLARED[body.declared]}`}
        {!body.blind && <span className="muted"> ({words.notBlind})</span>}
      </td>
      <td className="govuk-table__cell">{formatDay(body.dueOn)}</td>
      {lead && <td className="govuk-table__cell">{BASES[body.basis].label}</td>}
      <td className="govuk-table__cell">
        {isOwn && body.state !== 'withdrawn' && body.state !== 'returned' && (
          <Link className="govuk-link" to={`/audits/${id}`}>
            {words.open}
          </Link>
        )}{' '}
        {isWithdrawable && (
          <button
            type="button"
            className="link-button"
            aria-label={words.withdrawNamed(nameOf(body.auditor))}
            onClick={onWithdraw}
          >
            {words.withdraw}
          </button>
        )}
      </td>
    </tr>
  )
}
