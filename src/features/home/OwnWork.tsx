/** The plans this person is asked to audit: late ones first, each with its day and how far it is. */
import { useMemo } from 'react'
import { Link } from 'react-router'
import { useAssignments, useCycles, useSubjects } from '../../store/cycles'
import { useFrameworks } from '../../store/frameworks'
import { useHere } from '../../store/hooks'
import { today } from '../../store/ids'
import { useOwnAudits } from '../../store/own-audits'
import { common } from '../../text/common'
import { home } from '../../text/home'
import { formatDay } from '../../ui/format'
import { Loading } from '../../ui/Loading'
import { type OwnTask, ownWork, type OwnWork as Work } from './own-work'

export function OwnWork() {
  const words = home.work
  const work = useOwnWork()
  const late = work?.open.filter(({ isLate }) => isLate).length ?? 0
  return (
    <section aria-labelledby="own-work">
      <h2 className="govuk-heading-m" id="own-work">
        {words.heading}
      </h2>
      {!work && <Loading label={common.loading} />}
      {work && work.open.length === 0 && (
        <p className="govuk-body">
          {words.none} <span className="muted">{words.noneHint}</span>
        </p>
      )}
      {late > 0 && <p className="govuk-body">{words.lateCount(late)}</p>}
      {work && work.open.length > 0 && (
        <ul className="govuk-list work">
          {work.open.map((task) => (
            <TaskLine key={task.assignmentId} task={task} />
          ))}
        </ul>
      )}
      {work && work.submitted > 0 && <p className="govuk-body muted">{words.submitted(work.submitted)}</p>}
    </section>
  )
}

function useOwnWork(): Work | undefined {
  const { session } = useHere()
  const assignments = useAssignments()
  const subjects = useSubjects()
  const cycles = useCycles()
  const drafts = useOwnAudits()
  const frameworks = useFrameworks()
  const day = today()
  return useMemo(() => {
    if (!assignments || !subjects || !cycles || !drafts || !frameworks) return undefined
    return ownWork(session.memberId, { assignments, subjects, cycles, drafts, frameworks }, day)
  }, [session.memberId, assignments, subjects, cycles, drafts, frameworks, day])
}

function TaskLine({ task }: { readonly task: OwnTask }) {
  const words = home.work
  const { rated, toRate, isStarted } = task
  const state = !isStarted
    ? words.notStarted(toRate)
    : rated === toRate
      ? words.toSubmit
      : words.progress(rated, toRate)
  return (
    <li className="work__item">
      <div>
        <Link className="govuk-link work__link" to={`/audits/${task.assignmentId}`}>
          {words.open(task.code)}
        </Link>
        <div className="muted">
          {task.cycleName}
          {task.isRevision && ` – ${words.revision}`}
        </div>
      </div>
      <div className="work__state">
        {!task.isRevision && (
          <div>
            {task.isLate && <strong className="work__late">{words.late}</strong>} {words.due(formatDay(task.dueOn))}
          </div>
        )}
        <div className="muted">{state}</div>
        {isStarted && <progress value={rated} max={toRate} aria-label={words.open(task.code)} />}
      </div>
    </li>
  )
}
