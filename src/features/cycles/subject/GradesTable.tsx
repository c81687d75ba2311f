/** Grades of the plan, its minimum standard and its sections, an audit a column. */
import { Link } from 'react-router'
import type { Framework } from '../../../core/framework/schema'
import { gradeText } from '../../../text/audit-grade'
import { subjectWords } from '../../../text/cycles-subject'
import { recordLinks } from '../../../text/records'
import { Scroll } from '../../../ui/Scroll'
import { FrameworkGrade } from '../ResultGrade'
import { type Column, compareSections } from './compare'

const words = subjectWords.compare

interface GradesTableProps {
  readonly framework: Framework
  readonly columns: readonly Column[]
}

const differ = (values: readonly unknown[]) => new Set(values).size > 1

export function GradesTable({ framework, columns }: GradesTableProps) {
  const audits = columns.map(({ audit }) => audit)
  const floors = audits.map(({ body }) => body.outcome?.floor ?? null)
  return (
    <Scroll label={words.grades}>
      <table className="govuk-table grades">
        <caption className="govuk-visually-hidden">{words.grades}</caption>
        <thead>
          <tr>
            <th scope="col" className="govuk-table__header">
              {words.part}
            </th>
            {columns.map(({ audit, label }) => (
              <th key={audit.id} scope="col" className="govuk-table__header">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="grades__plan">
            <RowName name={words.plan} differs={differ(audits.map(({ body }) => body.outcome?.grade))} />
            {audits.map((audit) => (
              <td key={audit.id} className="govuk-table__cell">
                <FrameworkGrade framework={framework} grade={audit.body.outcome?.grade ?? null} />
                <Overridden framework={framework} audit={audit} />
              </td>
            ))}
          </tr>
          <tr>
            <RowName name={framework.grading.floor.label} differs={differ(floors)} />
            {columns.map(({ audit }, index) => {
              const status = floors[index] ?? null
              return (
                <td key={audit.id} className="govuk-table__cell">
                  {status === null ? gradeText.floor.unknown : gradeText.floor.status[status]}
                </td>
              )
            })}
          </tr>
          {compareSections(framework, audits).map(({ id, title, grades, differs }) => (
            <tr key={id}>
              <RowName name={`${id} ${title}`} differs={differs} />
              {columns.map(({ audit }, index) => (
                <td key={audit.id} className="govuk-table__cell">
                  <FrameworkGrade framework={framework} grade={grades[index] ?? null} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <RowName name={recordLinks.short} differs={false} />
            {columns.map(({ audit, label }) => (
              <td key={audit.id} className="govuk-table__cell">
                <Link className="govuk-link" to={`/records/${audit.id}`} aria-label={recordLinks.recordOf(label)}>
                  {recordLinks.short}
                </Link>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Scroll>
  )
}

function RowName({ name, differs }: { readonly name: string; readonly differs: boolean }) {
  return (
    <th scope="row" className="govuk-table__cell">
      {name}
      {differs && <strong className="differs">{words.differs}</strong>}
    </th>
  )
}

function Overridden({ framework, audit }: Pick<GradesTableProps, 'framework'> & { readonly audit: Column['audit'] }) {
  const { override, outcome } = audit.body
  if (!override || outcome?.derived == null) return null
  const from = framework.scale.find(({ id }) => id === outcome.derived)?.label ?? outcome.derived
  return (
    <p className="muted grades__override">
      {words.overridden(from)}: {override.reason}
    </p>
  )
}
