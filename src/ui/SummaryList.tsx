/** Facts as name and value, in the pattern staff know. */
import type { ReactNode } from 'react'

export function SummaryList({ children }: { readonly children: ReactNode }) {
  return <dl className="govuk-summary-list">{children}</dl>
}

export function SummaryRow({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  )
}
