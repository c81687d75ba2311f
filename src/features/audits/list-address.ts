/**
 * What is asked of the list, as it stands in the address, so that it can be kept, sent on and gone back to.
 *
 * Pure but for the device's own calendar: a day begins at midnight where the device is. What an address asks that cannot
 * be is left out, so that an old link still shows a list.
 */
import {
  AUDIT_ORDERS,
  AUDIT_STANDINGS,
  type AuditFilter,
  type AuditOrder,
  type AuditStanding,
  type Sorting,
} from '../../core/audit/audit-list'

/** Days as YYYY-MM-DD, empty when not asked. `page` from 1. */
export interface Asked {
  readonly text: string
  readonly cycle: string
  readonly agency: string
  readonly grade: string
  readonly standing: AuditStanding | ''
  readonly from: string
  readonly to: string
  readonly mine: boolean
  readonly sorting: Sorting
  readonly page: number
}

/** The newest on top. */
export const USUAL_SORTING: Sorting = { by: 'submitted', descending: true }

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export function askedOf(query: URLSearchParams): Asked {
  const word = (name: string) => query.get(name) ?? ''
  const day = (name: string) => (DAY.test(word(name)) ? word(name) : '')
  const by: AuditOrder | undefined = AUDIT_ORDERS.find((order) => order === word('sort'))
  const page = Number(word('page'))
  return {
    text: word('q'),
    cycle: word('cycle'),
    agency: word('agency'),
    grade: word('grade'),
    standing: AUDIT_STANDINGS.find((standing) => standing === word('state')) ?? '',
    from: day('from'),
    to: day('to'),
    mine: query.has('mine'),
    sorting: by ? { by, descending: query.has('down') } : USUAL_SORTING,
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

/** The shortest address that asks the same; empty for the list as it usually is. */
export function addressOf({ text, standing, mine, sorting, page, ...asked }: Asked): string {
  const query = new URLSearchParams()
  if (text.trim() !== '') query.set('q', text.trim())
  for (const name of ['cycle', 'agency', 'grade', 'from', 'to'] as const) {
    if (asked[name] !== '') query.set(name, asked[name])
  }
  if (standing !== '') query.set('state', standing)
  if (mine) query.set('mine', '1')
  const isUsual = sorting.by === USUAL_SORTING.by && sorting.descending === USUAL_SORTING.descending
  if (!isUsual) {
    query.set('sort', sorting.by)
    if (sorting.descending) query.set('down', '1')
  }
  if (page > 1) query.set('page', String(page))
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}

export function filterOf({ text, cycle, agency, grade, standing, from, to, mine }: Asked): AuditFilter {
  return {
    text,
    cycle: cycle || null,
    agency: agency || null,
    grade: grade || null,
    standing: standing || null,
    from: from === '' ? null : startOf(from, 0),
    before: to === '' ? null : startOf(to, 1),
    mine,
  }
}

/** How many filters narrow the list, the search apart. */
export function filtersInUse({ cycle, agency, grade, standing, from, to, mine }: Asked): number {
  return [cycle, agency, grade, standing, from, to, mine].filter(Boolean).length
}

/** The first moment of a day on this device, or of one some days later; clocks may change in between. */
function startOf(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).getTime()
}

/** The calendar day of a moment on this device, YYYY-MM-DD. */
export function dayOf(moment: number): string {
  const date = new Date(moment)
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}
