/** Audits somebody who leaves has not submitted, each to be handed over or taken back. */
import { Link } from 'react-router'
import { leaver } from '../../../text/account-settings'
import { cycle } from '../../../text/cycles'
import { formatDay } from '../../../ui/format'
import { Scroll } from '../../../ui/Scroll'
import type { OpenWork } from './leaving-steps'

const words = leaver.work

export function OpenWorkTable({ work }: { readonly work: readonly OpenWork[] }) {
  return (
    <>
      <p className="govuk-body">{words.open(work.length)}</p>
      <Scroll label={words.caption}>
        <table className="govuk-table">
          <caption className="govuk-visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              {[words.plan, words.state, words.due, words.action].map((column) => (
                <th key={column} scope="col" className="govuk-table__header">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {work.map(({ assignmentId, code, state, dueOn, progress }) => (
              <tr key={assignmentId}>
                <th scope="row" className="govuk-table__cell code">
                  {code}
                </th>
                <td className="govuk-table__cell">
                  {cycle.states[state]}
                  {state === 'started' && progress && `, ${cycle.subjects.rated(progress.done, progress.of)}`}
                </td>
                <td className="govuk-table__cell">{formatDay(dueOn)}</td>
                <td className="govuk-table__cell">
                  <Link
                    className="govuk-link"
                    to={`/assignments/${assignmentId}/hand-over`}
                    aria-label={words.handOverNamed(code)}
                  >
                    {words.handOver}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
