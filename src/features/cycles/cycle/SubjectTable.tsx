/** The plans of a sample under their audit codes: what they are, who audits them and where they stand. */
import { Link } from 'react-router'
import type { Agency, Member } from '../../../core/access/member'
import type { Framework } from '../../../core/framework/schema'
import type { SubjectProgress } from '../../../store/cycle-progress'
import type { Held } from '../../../store/read'
import { STANDING_WORDS, cycle as words } from '../../../text/cycles'
import { planWords } from '../../../text/cycles-facts'
import { Field } from '../../../ui/Field'
import { Scroll } from '../../../ui/Scroll'
import { ResultGrade } from '../ResultGrade'
import { StandingTag } from '../StandingTag'
import { filterSubjects, SHOWN, type Shown } from './filter-subjects'

interface SubjectTableProps {
  readonly progress: readonly SubjectProgress[]
  readonly framework: Framework
  readonly members: readonly Held<Member>[]
  readonly agencies: readonly Agency[]
  /** Managers and chairs see names and results; everybody else agencies and states. */
  readonly isLead: boolean
  readonly shown: Shown
  readonly onShown: (shown: Shown) => void
}

function shownLabel(shown: Shown): string {
  const { subjects } = words
  if (shown === 'all') return subjects.all
  if (shown === 'need-auditor') return subjects.needAuditor
  return shown === 'handed-back' ? subjects.handedBack : STANDING_WORDS[shown]
}

export function SubjectTable({ shown, onShown, progress, ...row }: SubjectTableProps) {
  const { subjects } = words
  const rows = filterSubjects(progress, shown)
  const choices = SHOWN.filter((one) => one === shown || filterSubjects(progress, one).length > 0)
  return (
    <section>
      <h2 className="govuk-heading-m" id="subjects" tabIndex={-1}>
        {subjects.title}
      </h2>
      <div className="row subjects__filter no-print">
        <Field id="shown" label={subjects.show}>
          {(ids) => (
            <select
              {...ids}
              className="govuk-select"
              value={shown}
              onChange={(event) => onShown(SHOWN.find((one) => one === event.target.value) ?? 'all')}
            >
              {choices.map((one) => (
                <option key={one} value={one}>
                  {shownLabel(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p className="govuk-body muted" role="status">
          {subjects.shown(rows.length, progress.length)}
        </p>
      </div>
      {rows.length === 0 ? (
        <p className="govuk-body">{subjects.none}</p>
      ) : (
        <Scroll label={subjects.title}>
          <table className="govuk-table subjects">
            <thead>
              <tr>
                {[subjects.code, subjects.plan, subjects.auditors, subjects.standing].map((column) => (
                  <th key={column} scope="col" className="govuk-table__header">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <SubjectRow key={one.subject.id} one={one} {...row} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

type SubjectRowProps = Omit<SubjectTableProps, 'progress' | 'shown' | 'onShown'> & { readonly one: SubjectProgress }

function SubjectRow({ one, framework, members, agencies, isLead }: SubjectRowProps) {
  const { subjects, states } = words
  const { id, body } = one.subject
  const [plan, more] = planWords(body.facts)
  const nameOf = (member: string) => members.find((held) => held.id === member)?.body.name
  const labelOf = (agency: string) => agencies.find((known) => known.id === agency)?.label ?? agency
  return (
    <tr>
      <th scope="row" className="govuk-table__cell">
        <Link className="govuk-link code" to={`/subjects/${id}`}>
          {body.code}
        </Link>
        {body.double && <span className="subjects__twice muted">{subjects.twice}</span>}
      </th>
      <td className="govuk-table__cell">
        {plan}
        <span className="subjects__more muted">{more}</span>
      </td>
      <td className="govuk-table__cell">
        <ul className="plain-list">
          {one.open.map(({ id: assignment, body: given }) => (
            <li key={assignment}>
              {labelOf(given.agency)}
              {isLead && ` (${nameOf(given.auditor) ?? ''})`}: {states[given.state]}
              {given.state === 'started' &&
                given.progress &&
                `, ${subjects.rated(given.progress.done, given.progress.of)}`}
              {!given.blind && ` (${subjects.notBlind})`}
            </li>
          ))}
          {one.returned.length > 0 && one.needed > 0 && (
            <li className="subjects__returned">
              {isLead
                ? one.returned.map(({ body: given }) => nameOf(given.auditor)).join(', ')
                : one.returned.map(({ body: given }) => labelOf(given.agency)).join(', ')}
              : {states.returned}
            </li>
          )}
          {one.needed > 0 && (
            <li className="muted">{one.open.length === 0 ? subjects.nobody : subjects.stillNeeded(one.needed)}</li>
          )}
        </ul>
      </td>
      <td className="govuk-table__cell">
        <StandingTag standing={one.standing} />
        {isLead && <ResultGrade framework={framework} result={one.result} />}
      </td>
    </tr>
  )
}
