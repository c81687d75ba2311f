/** What each agency was asked and has done: an agency that never takes part stands out. */
import type { Agency } from '../../../core/access/member'
import type { Assignment } from '../../../core/sampling/cycle'
import { coverageOf } from '../../../store/cycle-progress'
import type { Held } from '../../../store/read'
import { cycle as words } from '../../../text/cycles'
import { formatCount } from '../../../ui/format'
import { Scroll } from '../../../ui/Scroll'

interface CoverageTableProps {
  readonly assignments: readonly Held<Assignment>[]
  readonly agencies: readonly Agency[]
  readonly today: string
}

export function CoverageTable({ assignments, agencies, today }: CoverageTableProps) {
  const { coverage } = words
  const labels = new Map(agencies.map(({ id, label }) => [id, label]))
  const lines = coverageOf(assignments, [...labels.keys()], today)
  const isAnyoneAsked = lines.some(({ asked }) => asked > 0)
  const columns = [coverage.asked, coverage.done, coverage.late, coverage.neverStarted, coverage.returned]
  return (
    <section>
      <h2 className="govuk-heading-m">{coverage.title}</h2>
      <p className="govuk-hint">{coverage.note}</p>
      <Scroll label={coverage.title}>
        <table className="govuk-table coverage">
          <thead>
            <tr>
              <th scope="col" className="govuk-table__header">
                {coverage.agency}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="govuk-table__header number">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ agency, asked, done, late, neverStarted, returned }) => (
              <tr key={agency}>
                <th scope="row" className="govuk-table__cell">
                  {labels.get(agency) ?? agency}
                  {asked === 0 && isAnyoneAsked && <span className="muted"> – {coverage.nobody}</span>}
                </th>
                <td className="govuk-table__cell number">{formatCount(asked)}</td>
                <td className="govuk-table__cell number">{formatCount(done)}</td>
                <td className={late > 0 ? 'govuk-table__cell number late' : 'govuk-table__cell number'}>
                  {formatCount(late)}
                </td>
                <td className="govuk-table__cell number">{formatCount(neverStarted)}</td>
                <td className="govuk-table__cell number">{formatCount(returned)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
