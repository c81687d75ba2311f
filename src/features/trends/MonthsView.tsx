/** Is it getting better? The figure month by month, as a chart and as the table behind it. */
import type { MonthFigures } from '../../core/trends/by-month'
import { formatCount, formatPercent, formatRange } from '../../core/trends/percent'
import { trends } from '../../text/trends'
import { Scroll } from '../../ui/Scroll'
import type { Answer } from './answer'
import { MonthChart } from './MonthChart'

const WORDS = trends.months

export function MonthsView({ answer: { months, headline } }: { readonly answer: Answer }) {
  if (headline.drawn === 0) return null
  return (
    <section aria-labelledby="months">
      <h2 className="govuk-heading-m" id="months">
        {WORDS.heading}
      </h2>
      {months.length > 1 ? (
        <>
          <p className="govuk-body">{WORDS.caution}</p>
          <MonthChart months={months} target={headline.target} />
        </>
      ) : (
        <p className="govuk-body">{WORDS.one}</p>
      )}
      <Scroll label={WORDS.label}>
        <table className="govuk-table figures figures--narrow">
          <caption className="govuk-visually-hidden">{WORDS.label}</caption>
          <thead>
            <tr>
              <th scope="col" className="govuk-table__header">
                {WORDS.month}
              </th>
              <th scope="col" className="govuk-table__header number">
                {WORDS.share}
              </th>
              <th scope="col" className="govuk-table__header number">
                {WORDS.interval}
              </th>
              <th scope="col" className="govuk-table__header number">
                {WORDS.n}
              </th>
              <th scope="col" className="govuk-table__header number">
                {WORDS.drawn}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <MonthRow key={month.month} month={month} target={headline.target} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function MonthRow({ month, target }: { readonly month: MonthFigures; readonly target: number | null }) {
  const { title, share, interval, good, n, drawn } = month
  const few = drawn === 0 ? WORDS.gap : n === 0 ? WORDS.none : WORDS.few(good, n)
  return (
    <tr>
      <th scope="row" className="govuk-table__header">
        {title}
      </th>
      <td className="govuk-table__cell number">{share === null ? few : formatPercent(share, target ?? undefined)}</td>
      <td className="govuk-table__cell number">{interval ? formatRange(interval.low, interval.high) : '–'}</td>
      <td className="govuk-table__cell number">{formatCount(n)}</td>
      <td className="govuk-table__cell number">{formatCount(drawn)}</td>
    </tr>
  )
}
