/** One audit of the list: its plan, where it belongs, how it ended, and the way to it. */
import { Link } from 'react-router'
import type { AuditEntry } from '../../core/audit/audit-entry'
import { standingOfEntry } from '../../core/audit/audit-list'
import type { DraftProgress } from '../../store/columns-drafts'
import { gradeText } from '../../text/audit-grade'
import { LIST_STANDINGS, auditList as words } from '../../text/audits'
import { formatDay } from '../../ui/format'
import { GradeTag } from '../../ui/GradeTag'
import { dayOf } from './list-address'
import type { AuditsShown } from './use-audit-list'

interface AuditLineProps {
  readonly entry: AuditEntry
  readonly list: AuditsShown
  /** Of one's own draft, once it is read. */
  readonly progress: DraftProgress | null
}

export function AuditLine({ entry, list: { me, names }, progress }: AuditLineProps) {
  const { code, submittedAt } = entry
  const isOwn = entry.author === me
  const author = isOwn ? words.you : names.author(entry.author)
  // One's own opens as it was written; an audit of somebody else is read beside the others of its plan.
  const path = isOwn ? `/audits/${entry.assignmentId}` : `/subjects/${entry.subjectId}`
  return (
    <tr>
      <th scope="row" className="govuk-table__cell">
        <Link className="govuk-link code" to={path}>
          {code === '' ? words.noCode : code}
        </Link>
      </th>
      <td className="govuk-table__cell audits__cycle">{names.cycle(entry.cycleId)}</td>
      <td className="govuk-table__cell">
        {names.agency(entry.agency)}
        {author !== '' && <span className="audits__second muted">{author}</span>}
      </td>
      <td className="govuk-table__cell">
        <Grade entry={entry} names={names} />
        {entry.notBlind && <span className="audits__second muted">{words.notBlind}</span>}
        {entry.incident && <strong className="audits__incident">{words.incident}</strong>}
      </td>
      <td className="govuk-table__cell">{floorWords(entry)}</td>
      <td className="govuk-table__cell">
        {LIST_STANDINGS[standingOfEntry(entry)]}
        {progress && <span className="audits__second muted">{words.rated(progress.rated, progress.toRate)}</span>}
      </td>
      <td className="govuk-table__cell audits__day">{submittedAt !== null && formatDay(dayOf(submittedAt))}</td>
    </tr>
  )
}

function floorWords({ state, floor }: AuditEntry): string {
  if (state === 'draft') return ''
  return floor === null ? words.noFloor : gradeText.floor.status[floor]
}

function Grade({ entry, names }: Pick<AuditLineProps, 'entry'> & Pick<AuditsShown, 'names'>) {
  if (entry.state === 'draft') return null
  const grade = names.grade(entry)
  if (grade) return <GradeTag {...grade} />
  return <GradeTag label={entry.grade ?? words.noGrade} level={null} steps={0} />
}
