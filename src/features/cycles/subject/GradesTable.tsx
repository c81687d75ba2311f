/** Grades of the plan, its minimum standard and its sections, an audit a column; what a column must say of itself stands first. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Audit } from '../../../core/audit/audit'
import type { Framework } from '../../../core/framework/schema'
import { isContribution } from '../../../core/trends/subject-result'
import { gradeText } from '../../../text/audit-grade'
import { subjectWords } from '../../../text/cycles-subject'
import { recordLinks } from '../../../text/records'
import { formatDay } from '../../../ui/format'
import { Scroll } from '../../../ui/Scroll'
import { FrameworkGrade } from '../ResultGrade'
import type { Column, ComparedSection } from './compare'
import { SectionGrade } from './SectionGrade'

const words = subjectWords.compare

interface GradesTableProps {
  readonly framework: Framework
  readonly columns: readonly Column[]
  readonly sections: readonly ComparedSection[]
}

const differ = (values: readonly unknown[]) => new Set(values).size > 1

export function GradesTable({ framework, columns, sections }: GradesTableProps) {
  // Whoever rated single sections says nothing of the plan as a whole.
  const whole = columns.filter(({ audit }) => !isContribution(audit.body)).map(({ audit }) => audit.body)
  const floorDiffers = differ(whole.map(({ outcome }) => outcome?.floor ?? null))
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
                {audit.body.blind === false && <span className="grades__mark">{words.notBlind}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="grades__plan">
            <RowName name={words.plan} differs={differ(whole.map(({ outcome }) => outcome?.grade))} />
            {columns.map((column) => (
              <td key={column.audit.id} className="govuk-table__cell">
                <PlanGrade framework={framework} column={column} />
              </td>
            ))}
          </tr>
          <tr>
            <RowName name={framework.grading.floor.label} differs={floorDiffers} />
            {columns.map(({ audit }) => (
              <td key={audit.id} className="govuk-table__cell">
                <Floor audit={audit.body} />
              </td>
            ))}
          </tr>
          {sections.map(({ id, title, grades, gradesDiffer, differing }) => (
            <tr key={id}>
              <RowName name={`${id} ${title}`} differs={gradesDiffer}>
                {differing.length > 0 && columns.length > 1 && (
                  <a className="grades__count" href={`#compare-${id}`}>
                    {words.differingIn(differing.length)}
                  </a>
                )}
              </RowName>
              {columns.map(({ audit }, index) => (
                <td key={audit.id} className="govuk-table__cell">
                  <SectionGrade framework={framework} section={id} audit={audit.body} grade={grades[index] ?? null} />
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

interface RowNameProps {
  readonly name: string
  readonly differs: boolean
  readonly children?: ReactNode
}

function RowName({ name, differs, children }: RowNameProps) {
  return (
    <th scope="row" className="govuk-table__cell">
      {name}
      {differs && <strong className="differs">{words.differs}</strong>}
      {children}
    </th>
  )
}

function Floor({ audit }: { readonly audit: Audit }) {
  if (isContribution(audit)) return <span className="muted">{words.sectionsOnly}</span>
  const status = audit.outcome?.floor ?? null
  return status === null ? gradeText.floor.unknown : gradeText.floor.status[status]
}

/** The plan's grade in one audit: as changed by its auditor, as revised after release, or none because it rated sections only. */
function PlanGrade({ framework, column }: { readonly framework: Framework; readonly column: Column }) {
  const { audit, label, revision } = column
  const { override, outcome } = audit.body
  const labelOf = (grade: string) => framework.scale.find(({ id }) => id === grade)?.label ?? grade
  if (isContribution(audit.body)) return <span className="muted">{words.sectionsOnly}</span>
  return (
    <>
      <FrameworkGrade framework={framework} grade={outcome?.grade ?? null} />
      {override && outcome?.derived != null && (
        <p className="muted grades__override">
          {words.overridden(labelOf(outcome.derived))}: {override.reason}
        </p>
      )}
      {revision && (
        <p className="grades__override">
          {words.revised(formatDay(revision.body.submittedAt ?? ''), revision.body.reason ?? '')}{' '}
          <FrameworkGrade framework={framework} grade={revision.body.outcome?.grade ?? null} />{' '}
          <Link className="govuk-link" to={`/records/${revision.id}`} aria-label={words.revisionOf(label)}>
            {words.revision}
          </Link>
        </p>
      )}
    </>
  )
}
