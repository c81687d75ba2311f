/** The sections with their state and grade, and the ways to everything else about this audit. */
import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import { audit as words } from '../../../text/audit'
import { gradeLabel } from '../../../text/points'
import { recordLinks } from '../../../text/records'
import { formatDay } from '../../../ui/format'
import { isOverdue } from '../opening/due'
import type { Work } from './Workspace'

export function SectionRail({ open, graded, sections }: Work) {
  const { path, framework } = open
  const { dueOn } = open.assignment.body
  const total = sections.reduce((sum, { criteria }) => sum + criteria.length, 0)
  const rated = sections.reduce((sum, section) => sum + section.rated, 0)
  const day = formatDay(dueOn)
  const list = useCurrentInView()
  return (
    <nav className="rail no-print" aria-label={words.rail.label}>
      <div className="rail__head">
        <strong className="code">{open.subject.body.code}</strong>
        <span className="muted">{isOverdue(dueOn) ? words.overdue(day) : words.dueOn(day)}</span>
      </div>
      <progress className="rail__meter" value={rated} max={total} aria-label={words.rail.overall(rated, total)} />
      <p className="rail__overall">{words.rail.overall(rated, total)}</p>
      <ul className="rail__sections" ref={list}>
        {sections.map((section) => {
          const { id, title, criteria } = section
          const grade = graded.sections[id]?.grade ?? null
          const state = stateOf(section)
          return (
            <li key={id}>
              <NavLink to={`${path}/${id}`} className="rail__section" data-state={state}>
                <span className="rail__id">{id}</span>
                <span className="rail__title">{title}</span>
                <StateMark state={state} />
                <span className={state === 'none' ? 'rail__state govuk-visually-hidden' : 'rail__state'}>
                  {state === 'none' && words.rail.notStarted}
                  {state === 'started' && words.rail.started(section.rated, criteria.length)}
                  {state === 'done' && (grade === null ? words.rail.done : gradeLabel(framework, grade))}
                </span>
              </NavLink>
            </li>
          )
        })}
      </ul>
      <ul className="rail__tools">
        <li>
          <NavLink to={`${path}/check`} className="rail__tool rail__tool--main">
            {words.rail.check}
          </NavLink>
        </li>
        <li>
          <NavLink to={`${path}/grade`} className="rail__tool">
            {words.rail.grade}
          </NavLink>
        </li>
        <li>
          <NavLink to={`${path}/about`} className="rail__tool">
            {words.rail.about}
          </NavLink>
        </li>
        <li>
          <NavLink to={`/records/${open.audit.id}`} className="rail__tool">
            {recordLinks.soFar}
          </NavLink>
        </li>
      </ul>
      <div className="rail__alerts">
        <NavLink to={`${path}/incident`} className="rail__alert">
          {words.rail.incident}
        </NavLink>
        <NavLink to={`${path}/concern`} className="rail__alert">
          {words.rail.concern}
        </NavLink>
      </div>
    </nav>
  )
}

/** On a low screen the list of sections scrolls alone: the current one is kept in sight, without moving the page. */
function useCurrentInView() {
  const list = useRef<HTMLUListElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>(`a[href="${pathname}"]`)
    if (!list.current || !current) return
    const box = list.current.getBoundingClientRect()
    const { top, bottom } = current.getBoundingClientRect()
    if (top < box.top) list.current.scrollTop -= box.top - top
    else if (bottom > box.bottom) list.current.scrollTop += bottom - box.bottom
  }, [pathname])
  return list
}

type SectionState = 'none' | 'started' | 'done'

function stateOf({ rated, criteria }: Work['sections'][number]): SectionState {
  if (rated === 0) return 'none'
  return rated < criteria.length ? 'started' : 'done'
}

/** An empty, a half and a full circle: the state without words, in any colours. */
function StateMark({ state }: { readonly state: SectionState }) {
  return (
    <svg className="rail__mark" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <circle
        cx="7"
        cy="7"
        r="5.5"
        fill={state === 'done' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
      />
      {state === 'started' && <path d="M7 1.5 A5.5 5.5 0 0 0 7 12.5 Z" fill="currentColor" />}
      {state === 'done' && <path d="M4 7.2 6.2 9.4 10 5.2" fill="none" stroke="#fff" strokeWidth="1.6" />}
    </svg>
  )
}
