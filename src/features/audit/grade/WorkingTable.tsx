/** The sum behind the share, row by row. */
import type { Working } from '../../../core/audit/graded'
import { criteriaById } from '../../../core/framework/lookup'
import type { Framework } from '../../../core/framework/schema'
import { ratingLabel } from '../../../text/audit'
import { gradeText } from '../../../text/audit-grade'
import { formatPoints } from '../../../text/points'
import { Scroll } from '../../../ui/Scroll'

interface WorkingTableProps {
  readonly framework: Framework
  readonly working: Working
}

export function WorkingTable({ framework, working }: WorkingTableProps) {
  const words = gradeText.table
  const criteria = criteriaById(framework)
  return (
    <Scroll label={words.caption}>
      <table className="govuk-table working-table">
        <caption className="govuk-table__caption govuk-table__caption--m">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="govuk-table__header">
              {words.criterion}
            </th>
            <th scope="col" className="govuk-table__header">
              {words.rating}
            </th>
            <th scope="col" className="govuk-table__header number">
              {words.earned}
            </th>
          </tr>
        </thead>
        <tbody>
          {working.rows.map(({ criterion, rating, weight, earned }) => (
            <tr key={criterion}>
              <th scope="row" className="govuk-table__header">
                <strong>{criterion}</strong> {criteria.get(criterion)?.statement}
              </th>
              <td className="govuk-table__cell">{rating === null ? words.notRated : ratingLabel(rating)}</td>
              <td className="govuk-table__cell number">
                {earned === null
                  ? rating === null
                    ? words.weightOf(formatPoints(weight))
                    : words.leftOut
                  : words.of(formatPoints(earned), formatPoints(weight))}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="govuk-table__header">
              {words.total}
            </th>
            <td className="govuk-table__cell" />
            <td className="govuk-table__cell number">
              <strong>{words.of(formatPoints(working.earned), formatPoints(working.applicable))}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}
