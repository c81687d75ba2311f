/** A list of names and values, as staff know it from check-your-answers pages. */
import type { ReactNode } from 'react'

interface SummaryListProps {
  readonly rows: readonly (readonly [name: string, value: ReactNode])[]
}

export function SummaryList({ rows }: SummaryListProps) {
  return (
    <dl className="govuk-summary-list">
      {rows.map(([name, value]) => (
        <div className="govuk-summary-list__row" key={name}>
          <dt className="govuk-summary-list__key">{name}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
