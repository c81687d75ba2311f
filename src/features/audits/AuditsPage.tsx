/** All audits this person may see, to search, narrow and put in order. */
import { Link } from 'react-router'
import { NO_GRADE } from '../../core/audit/audit-list'
import { LIST_STANDINGS, auditList as words } from '../../text/audits'
import { common } from '../../text/common'
import { refusalText } from '../../text/refusals'
import { formatDay } from '../../ui/format'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { AuditTable } from './AuditTable'
import { Building } from './Building'
import { FilterForm } from './FilterForm'
import { type Asked, addressOf } from './list-address'
import { Pager } from './Pager'
import { useAsked } from './use-asked'
import { type AuditsShown, useAuditList } from './use-audit-list'
import './audits.scss'

/** Lines on one page: short enough to read through, to print and to draw at once. */
const LINES = 50

export function AuditsPage() {
  const { asked, ask } = useAsked()
  const state = useAuditList(asked)
  return (
    <Page title={words.title}>
      {state.type === 'loading' && <Loading label={common.loading} />}
      {state.type === 'building' && <Building progress={state.progress} />}
      {state.type === 'failed' && <Notice tone="stop">{refusalText(state.refusal)}</Notice>}
      {state.type === 'ready' && <AuditList list={state.list} asked={state.list.asked} ask={ask} />}
    </Page>
  )
}

interface AuditListProps {
  readonly list: AuditsShown
  readonly asked: Asked
  readonly ask: (asked: Asked) => void
}

function AuditList({ list, asked, ask }: AuditListProps) {
  const { found, all, reads } = list
  if (all === 0) return <NoAudits />
  const pages = Math.max(1, Math.ceil(found.length / LINES))
  const page = Math.min(asked.page, pages)
  const first = (page - 1) * LINES
  const lines = found.slice(first, first + LINES)
  return (
    <>
      <p className="govuk-body no-print">{reads ? words.intro : words.introWithoutRole}</p>
      <FilterForm list={list} asked={asked} ask={ask} />
      <p className="govuk-body audits__asked">{askedWords(asked, list.names).join(', ')}</p>
      <p className="govuk-body audits__count">
        <span role="status">{words.count(found.length, all)}</span>{' '}
        {pages > 1 && <span className="muted">{words.shown(first + 1, first + lines.length)}</span>}
      </p>
      {lines.length === 0 ? (
        <p className="govuk-body">
          <strong>{words.none}</strong> {words.noneHint}
        </p>
      ) : (
        <AuditTable
          lines={lines}
          list={list}
          sorting={asked.sorting}
          onSort={(sorting) => ask({ ...asked, sorting, page: 1 })}
        />
      )}
      <Pager page={page} pages={pages} addressOf={(to) => addressOf({ ...asked, page: to })} />
    </>
  )
}

/** What the list was narrowed to, in words. */
function askedWords(asked: Asked, names: AuditsShown['names']): readonly string[] {
  const { text, cycle, agency, grade, standing, from, to, mine } = asked
  return [
    text.trim() && words.asked.text(text.trim()),
    cycle && names.cycle(cycle),
    agency && names.agency(agency),
    grade && (grade === NO_GRADE ? words.noGrade : names.gradeLabel(grade)),
    standing && LIST_STANDINGS[standing],
    from && words.asked.from(formatDay(from)),
    to && words.asked.to(formatDay(to)),
    mine ? words.mine : '',
  ].filter((word) => word !== '')
}

function NoAudits() {
  return (
    <div className="empty">
      <h2 className="govuk-heading-m">{words.empty}</h2>
      <p className="govuk-body">{words.emptyHint}</p>
      <Link className="govuk-link" to="/">
        {words.toHome}
      </Link>
    </div>
  )
}
