/** Each section's own grade; no section caps the plan. */
import type { Graded } from '../../../core/audit/graded'
import type { Framework } from '../../../core/framework/schema'
import { audit as words } from '../../../text/audit'
import { gradeText } from '../../../text/audit-grade'
import { submit } from '../../../text/audit-submit'
import type { WorkSection } from '../sections'
import { GradeShown } from './GradeShown'

interface SectionGradesProps {
  readonly framework: Framework
  readonly graded: Graded
  readonly sections: readonly WorkSection[]
}

export function SectionGrades({ framework, graded, sections }: SectionGradesProps) {
  return (
    <table className="govuk-table section-grades">
      <caption className="govuk-table__caption govuk-table__caption--m">{gradeText.sections.title}</caption>
      <thead>
        <tr>
          <th scope="col" className="govuk-table__header">
            {submit.section}
          </th>
          <th scope="col" className="govuk-table__header">
            {submit.rated}
          </th>
          <th scope="col" className="govuk-table__header">
            {submit.grade}
          </th>
        </tr>
      </thead>
      <tbody>
        {sections.map(({ id, title, rated, criteria }) => (
          <tr key={id}>
            <th scope="row" className="govuk-table__header">
              <strong>{id}</strong> {title}
            </th>
            <td className="govuk-table__cell section-grades__rated">{submit.ratedOf(rated, criteria.length)}</td>
            <td className="govuk-table__cell">
              {rated === 0 ? (
                <span className="muted">{words.rail.notStarted}</span>
              ) : (
                <GradeShown framework={framework} grade={graded.sections[id]?.grade ?? null} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
