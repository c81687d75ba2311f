/** One section of an audit to read: its grade, and each criterion with what was said of it. */
import type { Audit } from '../../../core/audit/audit'
import type { SectionGrade } from '../../../core/audit/graded'
import type { Choice, Framework, RatedCriterion } from '../../../core/framework/schema'
import { audit as auditWords, ratingLabel } from '../../../text/audit'
import { submit } from '../../../text/audit-submit'
import { sectionLine } from '../../../text/grade-lines'
import { GradeShown } from '../grade/GradeShown'
import type { WorkSection } from '../sections'

interface RecordSectionProps {
  readonly framework: Framework
  readonly audit: Audit
  readonly section: WorkSection
  readonly grade: SectionGrade
}

export function RecordSection({ framework, audit, section, grade }: RecordSectionProps) {
  return (
    <section className="record__section" aria-labelledby={`record-${section.id}`}>
      <div className="record__head keep">
        <h3 className="govuk-heading-s" id={`record-${section.id}`}>
          {auditWords.section.title(section.id, section.title)}
        </h3>
        <GradeShown framework={framework} grade={grade.grade} />
        <span className="muted">{sectionLine(framework, grade)}</span>
      </div>
      <ul className="record__criteria">
        {section.criteria.map(({ id, statement }) => (
          <RecordCriterion
            key={id}
            id={id}
            statement={statement}
            rated={audit.ratings[id]}
            note={audit.notes[id]}
            words={framework.shortfall}
          />
        ))}
      </ul>
    </section>
  )
}

interface RecordCriterionProps {
  readonly id: string
  readonly statement: string
  readonly rated: RatedCriterion | undefined
  readonly note: string | undefined
  readonly words: Framework['shortfall']
}

function RecordCriterion({ id, statement, rated, note, words }: RecordCriterionProps) {
  const label = (choices: readonly Choice[], said: string | undefined) =>
    said === undefined ? undefined : (choices.find((choice) => choice.id === said)?.label ?? said)
  const shortfall = [
    [submit.record.shortfall.cause, label(words.causes, rated?.cause)],
    [submit.record.shortfall.service, label(words.services, rated?.service)],
    [submit.record.shortfall.fix, label(words.fixes, rated?.fix)],
  ] as const
  const said = shortfall.flatMap(([part, text]) => (text === undefined ? [] : [`${part}: ${text}`]))
  return (
    <li className="record__criterion keep" data-rating={rated?.rating ?? 'none'}>
      <p className="record__statement">
        <strong>{id}</strong> {statement}
      </p>
      <p className="record__rating">{rated ? ratingLabel(rated.rating) : submit.record.notRated}</p>
      {said.length > 0 && <p className="record__shortfall muted">{said.join(' · ')}</p>}
      {note !== undefined && <p className="record__note">{note}</p>}
    </li>
  )
}
