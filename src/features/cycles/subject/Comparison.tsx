/**
 * The released audits of a plan side by side: the grid of sections and audits, then each section where they differ with its
 * differing criteria unfolded. The same on every screen.
 */
import { subjectWords } from '../../../text/cycles-subject'
import { ComparedSectionView } from './ComparedSectionView'
import { compareSections } from './compare'
import { GradesTable } from './GradesTable'
import type { SubjectView } from './use-subject-view'

const words = subjectWords.compare

export function Comparison({ subjectView }: { readonly subjectView: SubjectView }) {
  const { view, columns } = subjectView
  const { framework } = view
  const sections = compareSections(
    framework,
    columns.map(({ audit }) => audit),
  )
  const isCompared = columns.length > 1
  const differing = sections.filter(({ gradesDiffer, differing: criteria }) => gradesDiffer || criteria.length > 0)
  const shown = isCompared ? differing : []
  const rest = sections.filter((section) => !shown.includes(section))
  const count = sections.reduce((sum, section) => sum + section.differing.length, 0)
  return (
    <section aria-labelledby="compare">
      <h2 className="govuk-heading-m" id="compare">
        {words.title}
      </h2>
      <p className="govuk-hint">{words.independent}</p>
      <GradesTable framework={framework} columns={columns} sections={sections} />
      {isCompared && <p className="govuk-body">{words.differing(count)}</p>}
      {shown.map((section) => (
        <ComparedSectionView key={section.id} section={section} columns={columns} framework={framework} />
      ))}
      {rest.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {(isCompared ? words.sameSections : words.allSections)(rest.map(({ id }) => id).join(', '))}
            </span>
          </summary>
          <div className="govuk-details__text">
            {rest.map((section) => (
              <ComparedSectionView key={section.id} section={section} columns={columns} framework={framework} isOpen />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}
