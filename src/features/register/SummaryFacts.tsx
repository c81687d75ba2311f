/** The facts of one import as a list: when, from how many rows, read as what, from which columns. */
import { REGISTER_FIELDS } from '../../core/register/fields'
import type { RegisterSummary } from '../../core/register/summary'
import { formatWords, register } from '../../text/register'
import { formatCount, formatDay, formatTime } from '../../ui/format'

export function SummaryFacts({ summary }: { readonly summary: RegisterSummary }) {
  const words = register.overview
  const columns = REGISTER_FIELDS.flatMap(({ id, label }) => {
    const heading = summary.columns[id]
    return heading === undefined ? [] : [{ id, label, heading }]
  })
  const facts = [
    { name: words.columnAsOf, value: formatDay(summary.asOf) },
    { name: words.importedAt, value: formatTime(summary.importedAt) },
    { name: words.rows, value: formatCount(summary.rows) },
    { name: words.leftOut, value: formatCount(summary.rows - summary.plans) },
    { name: words.format, value: formatWords(summary.format) },
  ]
  return (
    <section className="card">
      <h2 className="govuk-heading-m">{words.summaryHeading}</h2>
      <dl className="fact-list">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">{words.columns}</span>
        </summary>
        <dl className="fact-list govuk-details__text">
          {columns.map(({ id, label, heading }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{heading}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
