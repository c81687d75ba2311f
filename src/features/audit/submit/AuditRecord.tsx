/** One audit to read and to print: whose, against what, the grades with their working, and every rating with its note. */
import { useMemo } from 'react'
import { Area, Member } from '../../../core/access/member'
import { gradeAudit } from '../../../core/audit/grade'
import type { Assigned } from '../../../store/assigned'
import { useHere, useRow } from '../../../store/hooks'
import { submit } from '../../../text/audit-submit'
import { formatTime } from '../../../ui/format'
import { PlanGrade } from '../grade/PlanGrade'
import type { OpenAudit } from '../open-audit'
import { sectionsOf } from '../sections'
import { RecordSection } from './RecordSection'

interface AuditRecordProps {
  readonly assigned: Assigned & Pick<OpenAudit, 'audit'>
}

export function AuditRecord({ assigned }: AuditRecordProps) {
  const { framework, subject, cycle } = assigned
  const audit = assigned.audit.body
  const words = submit.record
  const { session } = useHere()
  const author = useRow(`member/${audit.author}`, Member)
  const area = useRow(`area/${session.areaId}`, Area)
  const graded = useMemo(() => gradeAudit(framework, audit), [framework, audit])
  const sections = useMemo(() => sectionsOf(framework, audit), [framework, audit])
  const agency = area?.body.agencies.find(({ id }) => id === audit.agency)?.label ?? audit.agency
  const rows: readonly (readonly [string, string])[] = [
    [words.code, subject.body.code],
    [words.cycle, cycle.body.name],
    [words.auditor, author ? `${author.body.name}, ${agency}` : agency],
    [words.standards, words.standardsText(framework.title, framework.version)],
    ...(audit.submittedAt === null ? [] : [[words.submitted, formatTime(audit.submittedAt)] as const]),
    ...(audit.copiesDeleted === null ? [] : [[words.copies, audit.copiesDeleted ? words.yes : words.no] as const]),
    ...(audit.incident ? [[words.incident, words.incidentText] as const] : []),
  ]
  return (
    <section className="record" aria-labelledby="record">
      <h2 className="govuk-heading-m" id="record">
        {audit.state === 'submitted' ? words.title : words.titleDraft}
      </h2>
      <dl className="govuk-summary-list">
        {rows.map(([label, value]) => (
          <div key={label} className="govuk-summary-list__row">
            <dt className="govuk-summary-list__key">{label}</dt>
            <dd className="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="card keep record__grade">
        <h3 className="govuk-heading-s">{words.plan}</h3>
        <PlanGrade framework={framework} audit={audit} graded={graded} />
      </div>
      {sections.map((section) => {
        const grade = graded.sections[section.id]
        return (
          grade && (
            <RecordSection key={section.id} framework={framework} audit={audit} section={section} grade={grade} />
          )
        )
      })}
    </section>
  )
}
