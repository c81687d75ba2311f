/** One section as each audit graded it; under it the criteria they rated differently, and folded those they rated alike. */
import type { Framework } from '../../../core/framework/schema'
import { subjectWords } from '../../../text/cycles-subject'
import { CriterionVoices } from './CriterionVoices'
import type { Column, ComparedCriterion, ComparedSection } from './compare'
import { SectionGrade } from './SectionGrade'

const words = subjectWords.compare

interface ComparedSectionViewProps {
  readonly section: ComparedSection
  readonly columns: readonly Column[]
  readonly framework: Framework
  /** The criteria rated alike are not folded. */
  readonly isOpen?: boolean
}

export function ComparedSectionView({ section, columns, framework, isOpen = false }: ComparedSectionViewProps) {
  const { id, title, grades, gradesDiffer, differing, alike } = section
  const voices = (criteria: readonly ComparedCriterion[]) =>
    criteria.map((one) => (
      <CriterionVoices key={one.criterion.id} compared={one} columns={columns} framework={framework} />
    ))
  return (
    <section className="compared" aria-labelledby={`compare-${id}`}>
      <h3 className="govuk-heading-s compared__title" id={`compare-${id}`} tabIndex={-1}>
        {id} {title}
        {gradesDiffer && <strong className="differs">{words.differs}</strong>}
      </h3>
      {grades.some((grade) => grade !== null) && (
        <dl className="voices__all compared__grades">
          {columns.map(({ audit, label }, index) => (
            <div key={audit.id}>
              <dt>{label}</dt>
              <dd>
                <SectionGrade framework={framework} section={id} audit={audit.body} grade={grades[index] ?? null} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {voices(differing)}
      {isOpen && voices(alike)}
      {!isOpen && alike.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{words.same(alike.length)}</span>
          </summary>
          <div className="govuk-details__text">{voices(alike)}</div>
        </details>
      )}
    </section>
  )
}
