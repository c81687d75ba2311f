/** One page of the list as a table; a press on a heading puts it in that order, a second turns the order round. */

import type { AuditEntry } from '../../core/audit/audit-entry'
import { AUDIT_ORDERS, type AuditOrder, type Sorting } from '../../core/audit/audit-list'
import { useDraftProgress } from '../../store/columns-drafts'
import { LIST_COLUMNS, auditList as words } from '../../text/audits'
import { Scroll } from '../../ui/Scroll'
import { AuditLine } from './AuditLine'
import type { AuditsShown } from './use-audit-list'

interface AuditTableProps {
  readonly lines: readonly AuditEntry[]
  readonly list: AuditsShown
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
}

/** Where the last comes first at the first press. */
const DESCENDING_FIRST: readonly AuditOrder[] = ['submitted']

export function AuditTable({ lines, list, sorting, onSort }: AuditTableProps) {
  const drafts = lines.filter(({ state, author }) => state === 'draft' && author === list.me)
  const progress = useDraftProgress(drafts.map(({ id }) => id))
  return (
    <Scroll label={words.label}>
      <table className="govuk-table audits__table">
        <caption className="govuk-visually-hidden">
          {words.caption(LIST_COLUMNS[sorting.by].toLowerCase(), sorting.descending)}
        </caption>
        <thead>
          <tr>
            {AUDIT_ORDERS.map((order) => (
              <SortHeading key={order} order={order} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((entry) => (
            <AuditLine key={entry.id} entry={entry} list={list} progress={progress?.get(entry.id) ?? null} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

interface SortHeadingProps extends Pick<AuditTableProps, 'sorting' | 'onSort'> {
  readonly order: AuditOrder
}

function SortHeading({ order, sorting, onSort }: SortHeadingProps) {
  const isSorted = sorting.by === order
  const descending = isSorted ? !sorting.descending : DESCENDING_FIRST.includes(order)
  return (
    <th
      scope="col"
      className="govuk-table__header"
      {...(isSorted && { 'aria-sort': sorting.descending ? 'descending' : 'ascending' })}
    >
      <button type="button" className="audits__sort" onClick={() => onSort({ by: order, descending })}>
        {LIST_COLUMNS[order]}
        <svg className="audits__arrow" viewBox="0 0 10 14" aria-hidden="true" focusable="false">
          <path d="M5 0 9 5H1Z" opacity={isSorted && !sorting.descending ? 1 : 0.35} />
          <path d="M5 14 1 9h8Z" opacity={isSorted && sorting.descending ? 1 : 0.35} />
        </svg>
      </button>
    </th>
  )
}
