/** The released audits of a plan side by side: grades first, then the criteria where they differ, then the rest. */
import { subjectWords } from '../../../text/cycles-subject'
import { CriterionVoices } from './CriterionVoices'
import { type Column, compareCriteria } from './compare'
import { GradesTable } from './GradesTable'
import type { SubjectView } from './use-subject-view'

const words = subjectWords.compare

export function Comparison({ subjectView }: { readonly subjectView: SubjectView }) {
  const { view, audits, nameOf, agencyOf } = subjectView
  const { framework, may } = view
  const columns = audits.map((audit): Column => {
    const agency = agencyOf(audit.body.agency)
    return { audit, label: may.lead ? `${agency} (${nameOf(audit.body.author)})` : agency }
  })
  const compared = compareCriteria(framework, audits)
  const differing = compared.filter(({ differs }) => differs)
  const alike = compared.filter(({ differs }) => !differs)
  return (
    <section aria-labelledby="compare">
      <h2 className="govuk-heading-m" id="compare">
        {words.title}
      </h2>
      <p className="govuk-hint">{words.independent}</p>
      <GradesTable framework={framework} columns={columns} />
      {audits.length > 1 && <h3 className="govuk-heading-s">{words.differing(differing.length)}</h3>}
      {differing.map((one) => (
        <CriterionVoices key={one.criterion.id} compared={one} columns={columns} framework={framework} />
      ))}
      {alike.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {audits.length > 1 ? words.same(alike.length) : words.ratings(alike.length)}
            </span>
          </summary>
          <div className="govuk-details__text">
            {alike.map((one) => (
              <CriterionVoices key={one.criterion.id} compared={one} columns={columns} framework={framework} />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}
