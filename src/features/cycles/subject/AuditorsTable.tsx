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
import { Said, type SaidWords, saidDone, saidStop } from '../../../ui/Said'
import { Scroll } from '../../../ui/Scroll'
import type { SubjectView } from './use-subject-view'

const words = subjectWords.auditors

export function AuditorsTable({ subjectView }: { readonly subjectView: SubjectView }) {
  const { assignments, view } = subjectView
  const perform = usePerform()
  const [said, setSaid] = useState<SaidWords | null>(null)
  const isLead = view.may.lead
  const columns = [words.agency, words.name, words.state, words.due, ...(isLead ? [words.basis] : []), words.actions]
  async function withdraw(assignmentId: string) {
    const done = await perform({ kind: 'assignment.withdraw', data: { assignmentId } })
    setSaid(done.ok ? saidDone(words.withdrawn) : saidStop(refusalText(done.error)))
  }
  return (
    <section>
      <h2 className="govuk-heading-m">{words.title}</h2>
      <Said said={said} />
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
  const { view, nameOf, agencyOf, columns } = subjectView
  const { id, body } = assignment
  const { lead, manage, me } = view.may
  const isOwn = body.auditor === me
  const isOpen = body.state === 'asked' || body.state === 'started'
  // As the comparison calls it, where an agency audited more than once.
  const label = columns.find(({ audit }) => audit.body.assignmentId === id)?.label ?? agencyOf(body.agency)
  return (
    <tr className={body.state === 'withdrawn' ? 'muted' : undefined}>
      <th scope="row" className="govuk-table__cell">
        {label}
        {body.part?.type === 'sections' && (
          <span className="auditors__more muted">{words.sections(body.part.sections.join(', '))}</span>
        )}
      </th>
      <td className="govuk-table__cell">{isOwn ? words.you : lead ? nameOf(body.auditor) : '–'}</td>
      <td className="govuk-table__cell">
        <AuditorState assignment={body} isLead={lead} />
      </td>
      <td className="govuk-table__cell">{formatDay(body.dueOn)}</td>
      {lead && <td className="govuk-table__cell">{BASES[body.basis].label}</td>}
      <td className="govuk-table__cell">
        <div className="row">
          {isOwn && body.state !== 'withdrawn' && body.state !== 'returned' && (
            <Link className="govuk-link" to={`/audits/${id}`}>
              {words.open}
            </Link>
          )}
          {manage && !isOwn && isOpen && (
            <Link
              className="govuk-link"
              to={`/assignments/${id}/hand-over`}
              aria-label={words.handOverNamed(nameOf(body.auditor))}
            >
              {words.handOver}
            </Link>
          )}
          {lead && body.state === 'asked' && (
            <button
              type="button"
              className="link-button"
              aria-label={words.withdrawNamed(nameOf(body.auditor))}
              onClick={onWithdraw}
            >
              {words.withdraw}
            </button>
          )}
        </div>
      </td>
    </tr>
  )
}

/** How far an audit is: its state and how much is rated, never a rating. */
function AuditorState({ assignment, isLead }: { readonly assignment: Assignment; readonly isLead: boolean }) {
  const { state, declared, progress, blind, closed } = assignment
  return (
    <>
      {cycle.states[state]}
      {state === 'returned' && isLead && declared && `: ${DECLARED[declared]}`}
      {state === 'started' && progress && (
        <span className="auditors__more muted">{words.rated(progress.done, progress.of)}</span>
      )}
      {closed && isLead && (
        <span className="auditors__more muted">
          {closed.to === undefined ? words.closed(closed.reason) : words.handedOver(closed.reason)}
        </span>
      )}
      {!blind && <span className="auditors__more muted">{words.notBlind}</span>}
    </>
  )
}
