/**
 * The list of audits one person may see: found by words, narrowed by filters, put in order.
 *
 * Pure, over entries in memory: ten thousand are searched between two keystrokes. An unreleased audit is its author's
 * alone, whatever is asked. Rule: product.md, "Blind"; sync.md, "Scopes".
 */
import type { AuditEntry } from './audit-entry'

/** A draft; submitted while somebody else is still at work; open to everybody who may read audits. */
export type AuditStanding = 'draft' | 'waiting' | 'released'
export const AUDIT_STANDINGS: readonly AuditStanding[] = ['draft', 'waiting', 'released']

/** Who is looking. `reads`: holds a role, and so reads what was released. */
export interface Viewer {
  readonly me: string
  readonly reads: boolean
}

/** How the ids in entries are called on the screen; an author who is not to be named has an empty name. */
export interface ListNames {
  readonly cycle: (id: string) => string
  readonly agency: (id: string) => string
  readonly author: (id: string) => string
}

/** The grade that stands for "no grade could be given". */
export const NO_GRADE = 'none'

/** What is asked of the list; `null` asks nothing. Moments in milliseconds: from the first on, before the last. */
export interface AuditFilter {
  readonly text: string
  readonly cycle: string | null
  readonly agency: string | null
  readonly grade: string | null
  readonly standing: AuditStanding | null
  readonly from: number | null
  readonly before: number | null
  readonly mine: boolean
}

/** The entries this person may see at all: their own, and those released. */
export function visibleEntries(entries: readonly AuditEntry[], { me, reads }: Viewer): readonly AuditEntry[] {
  return entries.filter(({ author, scope }) => author === me || (reads && scope === 'auditors'))
}

export function standingOfEntry({ state, scope }: AuditEntry): AuditStanding {
  if (state === 'draft') return 'draft'
  return scope === 'auditors' ? 'released' : 'waiting'
}

/** The entries that fit all that is asked, in the order given. A period asks for submitted audits. */
export function filterEntries(
  entries: readonly AuditEntry[],
  filter: AuditFilter,
  me: string,
  names: ListNames,
): readonly AuditEntry[] {
  const { cycle, agency, grade, standing, from, before, mine } = filter
  const hasWords = wordSearch(filter.text, names)
  return entries.filter(
    (entry) =>
      (cycle === null || entry.cycleId === cycle) &&
      (agency === null || entry.agency === agency) &&
      (!mine || entry.author === me) &&
      (standing === null || standingOfEntry(entry) === standing) &&
      (grade === null || hasGrade(entry, grade)) &&
      (from === null || (entry.submittedAt !== null && entry.submittedAt >= from)) &&
      (before === null || (entry.submittedAt !== null && entry.submittedAt < before)) &&
      hasWords(entry),
  )
}

function hasGrade({ state, grade }: AuditEntry, asked: string): boolean {
  return state === 'submitted' && (grade ?? NO_GRADE) === asked
}

/** Small letters without accents, the same for "Müller" and "MULLER". */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

/** Every word must be somewhere in the code (hyphen or not), the cycle, the agency or the author's name. */
function wordSearch(text: string, names: ListNames): (entry: AuditEntry) => boolean {
  const words = fold(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  const known = new Map<string, string>()
  const around = ({ cycleId, agency, author }: AuditEntry): string => {
    const id = `${cycleId}|${agency}|${author}`
    const held = known.get(id)
    if (held !== undefined) return held
    const told = fold([names.cycle(cycleId), names.agency(agency), names.author(author)].join('\n'))
    known.set(id, told)
    return told
  }
  return (entry) => {
    const code = entry.code.toLowerCase()
    const told = around(entry)
    return words.every((word) => told.includes(word) || code.includes(word) || code.replace('-', '').includes(word))
  }
}

export const AUDIT_ORDERS = ['code', 'cycle', 'agency', 'grade', 'floor', 'standing', 'submitted'] as const
export type AuditOrder = (typeof AUDIT_ORDERS)[number]

export interface Sorting {
  readonly by: AuditOrder
  readonly descending: boolean
}

/** Place of a grade on its scale, 0 the lowest; `-1` for one that is on none. */
export type GradeLevel = (entry: AuditEntry) => number

/**
 * Those without a value (no grade, no minimum standard) come last either way; a draft counts as later than any day.
 * Within one value the newest come first, then by code.
 */
export function sortEntries(
  entries: readonly AuditEntry[],
  { by, descending }: Sorting,
  names: ListNames,
  gradeLevel: GradeLevel,
): readonly AuditEntry[] {
  const ranks = ranksOf(entries, by, names, gradeLevel)
  const sign = descending ? -1 : 1
  const places = entries.map((entry, place) => ({ entry, rank: ranks[place] ?? null }))
  places.sort((a, b) => compareRanks(a.rank, b.rank, sign) || newestFirst(a.entry, b.entry))
  return places.map(({ entry }) => entry)
}

function compareRanks(one: number | null, other: number | null, sign: number): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return one < other ? -sign : sign
}

function newestFirst(one: AuditEntry, other: AuditEntry): number {
  const [a, b] = [one.submittedAt ?? Infinity, other.submittedAt ?? Infinity]
  if (a !== b) return a > b ? -1 : 1
  if (one.code !== other.code) return one.code < other.code ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

const FLOORS = ['not-met', 'at-risk', 'met']

/** For each entry a number that stands for its value; `null`: it has none. */
function ranksOf(
  entries: readonly AuditEntry[],
  by: AuditOrder,
  names: ListNames,
  gradeLevel: GradeLevel,
): readonly (number | null)[] {
  const orNone = (rank: number) => (rank < 0 ? null : rank)
  switch (by) {
    case 'code':
      return rankNames(
        entries.map(({ code }) => code),
        byLetter,
      )
    case 'cycle':
      return rankNames(
        entries.map(({ cycleId }) => names.cycle(cycleId)),
        byName,
      )
    case 'agency':
      return rankNames(
        entries.map(({ agency }) => names.agency(agency)),
        byName,
      )
    case 'grade':
      return entries.map((entry) => (entry.grade === null ? null : orNone(gradeLevel(entry))))
    case 'floor':
      return entries.map(({ floor }) => (floor === null ? null : orNone(FLOORS.indexOf(floor))))
    case 'standing':
      return entries.map((entry) => AUDIT_STANDINGS.indexOf(standingOfEntry(entry)))
    case 'submitted':
      return entries.map(({ submittedAt }) => submittedAt ?? Infinity)
  }
}

type Compare = (one: string, other: string) => number

/** "Sample 2" comes before "Sample 10". */
const byName: Compare = new Intl.Collator('en-GB', { numeric: true }).compare
const byLetter: Compare = (one, other) => (one < other ? -1 : 1)

/** Each different name is compared once, however many audits share it. */
function rankNames(names: readonly string[], compare: Compare): readonly (number | null)[] {
  const ranks = new Map([...new Set(names)].sort(compare).map((name, rank) => [name, rank]))
  return names.map((name) => (name === '' ? null : (ranks.get(name) ?? null)))
}
