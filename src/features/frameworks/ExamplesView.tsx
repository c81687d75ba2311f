/** The worked examples: what was rated, and the grade that must follow. */

import { gradeStep } from '../../core/framework/lookup'
import type { Framework, WorkedExample } from '../../core/framework/schema'
import { ratingLabel } from '../../text/audit'
import { frameworks } from '../../text/frameworks'
import { GradeTag } from '../../ui/GradeTag'
import { Scroll } from '../../ui/Scroll'

const WORDS = frameworks.examples

export function ExamplesView({ framework }: { readonly framework: Framework }) {
  if (framework.examples.length === 0) return null
  return (
    <section aria-labelledby="examples">
      <h2 className="govuk-heading-m" id="examples" tabIndex={-1}>
        {WORDS.heading}
      </h2>
      <p className="govuk-body">{WORDS.intro}</p>
      <Scroll label={WORDS.label}>
        <table className="govuk-table examples">
          <caption className="govuk-visually-hidden">{WORDS.label}</caption>
          <thead>
            <tr>
              <th scope="col" className="govuk-table__header">
                {WORDS.example}
              </th>
              <th scope="col" className="govuk-table__header">
                {WORDS.ratings}
              </th>
              <th scope="col" className="govuk-table__header">
                {WORDS.grade}
              </th>
            </tr>
          </thead>
          <tbody>
            {framework.examples.map((example) => (
              <tr key={example.title}>
                <th scope="row" className="govuk-table__header">
                  {example.title}
                  <span className="examples__teaches muted">{example.teaches}</span>
                </th>
                <td className="govuk-table__cell">{ratingsOf(framework, example)}</td>
                <td className="govuk-table__cell">
                  <ExampleGrade framework={framework} grade={example.expect.grade} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function ExampleGrade({ framework, grade }: { readonly framework: Framework; readonly grade: string | null }) {
  const level = grade === null ? -1 : gradeStep(framework, grade)
  const label = framework.scale[level]?.label ?? WORDS.noGrade
  return <GradeTag label={label} level={level < 0 ? null : level} steps={framework.scale.length} />
}

/** What was said, shortest way: the criteria named by rating, then the rest of the core. */
function ratingsOf(framework: Framework, { ratings, otherwise, incident, override }: WorkedExample): string {
  const byRating = new Map<string, string[]>()
  for (const [id, rating] of Object.entries(ratings)) {
    const label = ratingLabel(rating)
    const ids = byRating.get(label)
    if (ids) ids.push(id)
    else byRating.set(label, [id])
  }
  const parts = [...byRating].map(([label, ids]) => `${label}: ${ids.join(', ')}`)
  if (otherwise) parts.push(WORDS.rest(ratingLabel(otherwise)))
  if (incident) parts.push(WORDS.incident)
  if (override)
    parts.push(WORDS.override(framework.scale[gradeStep(framework, override.grade)]?.label ?? override.grade))
  return parts.length === 0 ? WORDS.unrated : `${parts.join('; ')}.`
}
