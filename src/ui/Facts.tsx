/** Facts given as pairs of name and value, in the pattern staff know from check-your-answers pages. */
import type { ReactNode } from 'react'
import { SummaryList, SummaryRow } from './SummaryList'

interface FactsProps {
  readonly rows: readonly (readonly [name: string, value: ReactNode])[]
}

export function Facts({ rows }: FactsProps) {
  return (
    <SummaryList>
      {rows.map(([name, value]) => (
        <SummaryRow key={name} name={name}>
          {value}
        </SummaryRow>
      ))}
    </SummaryList>
  )
}
