/** One part of the help under its heading, and the two shapes its contents have: points, and terms with what they mean. */
import type { ReactNode } from 'react'

interface HelpSectionProps {
  /** Its anchor. */
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

export function HelpSection({ id, title, children }: HelpSectionProps) {
  return (
    <section className="help__section" aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}

export function Points({ list }: { readonly list: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {list.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )
}

export function Terms({ list }: { readonly list: readonly (readonly [string, string])[] }) {
  return (
    <dl className="help__terms">
      {list.map(([term, meaning]) => (
        <div key={term} className="keep">
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
