/** Each section's own grade; no section caps the plan. */
import type { Graded } from '../../../core/audit/graded'
import type { Framework } from '../../../core/framework/schema'
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
          <th scope="col">{submit.section}</th>
          <th scope="col">{submit.rated}</th>
          <th scope="col">{submit.grade}</th>
        </tr>
      </thead>
      <tbody>
        {sections.map(({ id, title, rated, criteria }) => (
          <tr key={id}>
            <th scope="row">
              <strong>{id}</strong> {title}
            </th>
            <td className="section-grades__rated">{submit.ratedOf(rated, criteria.length)}</td>
            <td>
              <GradeShown framework={framework} grade={graded.sections[id]?.grade ?? null} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
