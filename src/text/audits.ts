/** Words of the list of audits: searching it, narrowing it, and what each line says. */
import type { AuditOrder, AuditStanding } from '../core/audit/audit-list'
import { LOCALE, pick } from './locale'

const number = new Intl.NumberFormat(LOCALE)
const audits = (count: number) => (count === 1 ? '1 audit' : `${number.format(count)} audits`)

export const LIST_STANDINGS: Readonly<Record<AuditStanding, string>> = pick({
  en: {
    draft: 'Draft',
    waiting: 'Submitted, waiting for others',
    released: 'Submitted',
  },
})

export const LIST_COLUMNS: Readonly<Record<AuditOrder, string>> = pick({
  en: {
    code: 'Plan',
    cycle: 'Cycle',
    agency: 'Auditor',
    grade: 'Grade',
    floor: 'Minimum standard',
    standing: 'State',
    submitted: 'Submitted on',
  },
})

export const auditList = pick({
  en: {
    title: 'Audits',
    intro: 'Your own audits, and those of others once everybody asked to audit the plan has submitted.',
    introWithoutRole: 'Your own audits. Those of others are shown to auditors, chairs and managers.',
    label: 'Audits found',
    caption: (column: string, descending: boolean) =>
      `Audits in order of ${column}, ${descending ? 'down' : 'up'}wards`,
    search: 'Search',
    searchHint: 'Audit code, cycle or agency',
    searchHintNames: 'Audit code, cycle, agency or auditor',
    filters: 'Filters',
    filtersInUse: (count: number) => `Filters (${count} in use)`,
    cycle: 'Cycle',
    allCycles: 'All cycles',
    agency: 'Agency of the auditor',
    allAgencies: 'All agencies',
    grade: 'Grade of the plan',
    allGrades: 'All grades',
    standing: 'State',
    allStandings: 'All states',
    from: 'Submitted from',
    to: 'Submitted until',
    mine: 'Only my own',
    clear: 'Show all audits',
    asked: {
      text: (text: string) => `“${text}”`,
      from: (day: string) => `submitted from ${day}`,
      to: (day: string) => `submitted until ${day}`,
    },
    count: (found: number, all: number) =>
      found === all ? `${audits(all)}.` : `${number.format(found)} of ${audits(all)}.`,
    shown: (first: number, last: number) => `Shown here: ${number.format(first)} to ${number.format(last)}.`,
    none: 'No audit fits all of this.',
    noneHint: 'Take a filter back or search for fewer words.',
    empty: 'No audits yet',
    emptyHint: 'Plans you are asked to audit are on the home page. An audit appears here when it is begun.',
    toHome: 'Go to the home page',
    building: 'Preparing the list of audits',
    buildingHint: 'This is done once after an update. Nothing is lost if you leave the page.',
    built: (done: number, total: number) => `${number.format(done)} of ${audits(total)} read`,
    sortBy: (column: string) => `Sort by ${column}`,
    you: 'You',
    noCode: 'Plan without a code',
    noGrade: 'No grade',
    noFloor: 'Not known',
    incident: 'Incident',
    notBlind: 'not blind',
    rated: (rated: number, toRate: number) => `${rated} of ${toRate} rated`,
    pages: 'Pages of the list',
    page: (page: number) => `Page ${number.format(page)}`,
    previous: 'Previous',
    next: 'Next',
  },
})
