/** The minimum standard beside the grade: in how many plans it is met, and grade by minimum standard. */
import { formatCount } from '../../core/trends/percent'
import { trends } from '../../text/trends'
import { Scroll } from '../../ui/Scroll'
import { type Answer, FLOORS } from './answer'

const WORDS = trends.floor

export function FloorView({ answer }: { readonly answer: Answer }) {
  const { framework, floor, gradeByFloor, headline } = answer
  if (!framework || headline.n === 0) return null
  const { label } = framework.grading.floor
  const shown = FLOORS.filter((one) => one === 'met' || one === 'at-risk' || one === 'not-met' || floor[one] > 0)
  return (
    <section aria-labelledby="floor">
      <h2 className="govuk-heading-m" id="floor">
        {label}
      </h2>
      <p className="govuk-body">
        <strong>{WORDS.answer(label, floor.met, headline.n)}</strong> {WORDS.target}
      </p>
      <Scroll label={WORDS.tableLabel(label)}>
        <table className="govuk-table figures figures--narrow">
          <caption className="govuk-visually-hidden">{WORDS.tableLabel(label)}</caption>
          <thead>
            <tr>
              <th scope="col" className="govuk-table__header">
                {WORDS.grade}
              </th>
              {shown.map((one) => (
                <th key={one} scope="col" className="govuk-table__header number">
                  {WORDS.words(one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {gradeByFloor.map(({ grade, label: name, floors }) => (
              <tr key={grade}>
                <th scope="row" className="govuk-table__header">
                  {name}
                </th>
                {shown.map((one) => (
                  <td key={one} className="govuk-table__cell number">
                    {formatCount(floors[one])}
                  </td>
                ))}
              </tr>
            ))}
            <tr className="figures__total">
              <th scope="row" className="govuk-table__header">
                {WORDS.all}
              </th>
              {shown.map((one) => (
                <td key={one} className="govuk-table__cell number">
                  {formatCount(floor[one])}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
