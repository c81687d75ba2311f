/**
 * Entries of audits packed as columns, up to a thousand to a segment, and what a change does to them.
 *
 * Pure. A word that many audits share is written once in a segment. An entry stays where it was first put, so a change
 * rewrites one segment. Rule: performance.md 2 and 3; sync.md, "segments for what is settled".
 */
import type { Key, Scope } from '../ops/op'
import type { AuditEntry } from './audit-entry'

export type Segment = readonly AuditEntry[]

export const MOST_ENTRIES = 1_000

/** What became of one audit; `null`: it is no longer there. */
export interface EntryChange {
  readonly id: string
  readonly entry: AuditEntry | null
}

/**
 * @returns the segments after the changes, in order; one that says the same as before is the same object.
 * Of two changes of one audit the later counts.
 */
export function mergeEntries(
  segments: readonly Segment[],
  changes: readonly EntryChange[],
  most: number = MOST_ENTRIES,
): readonly Segment[] {
  const left = new Map(changes.map(({ id, entry }) => [id, entry]))
  const merged = segments.map((segment) => {
    const next = segment.flatMap((entry): readonly AuditEntry[] => {
      const changed = left.get(entry.id)
      if (changed === undefined) return [entry]
      left.delete(entry.id)
      if (changed === null) return []
      return [isSameEntry(entry, changed) ? entry : changed]
    })
    return next.length === segment.length && next.every((entry, place) => entry === segment[place]) ? segment : next
  })
  const added = [...left.values()].filter((entry) => entry !== null)
  return append(merged, added, most)
}

function append(segments: readonly Segment[], added: readonly AuditEntry[], most: number): readonly Segment[] {
  if (added.length === 0) return segments
  const last = segments.at(-1) ?? []
  const room = Math.max(0, most - last.length)
  const next: Segment[] = [...segments.slice(0, -1)]
  if (segments.length > 0) next.push(room > 0 ? [...last, ...added.slice(0, room)] : last)
  for (let from = segments.length > 0 ? room : 0; from < added.length; from += most) {
    next.push(added.slice(from, from + most))
  }
  return next
}

const FIELDS = [
  'scope',
  'assignmentId',
  'subjectId',
  'cycleId',
  'code',
  'author',
  'agency',
  'framework',
  'state',
  'grade',
  'floor',
  'incident',
  'notBlind',
  'openedAt',
  'submittedAt',
] as const satisfies readonly (keyof AuditEntry)[]

export function isSameEntry(one: AuditEntry, other: AuditEntry): boolean {
  return FIELDS.every((field) => one[field] === other[field])
}

/** Each word once, and for each audit which of them; `-1` is none. */
interface Words<T extends string = string> {
  readonly words: readonly T[]
  readonly at: readonly number[]
}

/** One segment as it is sealed. All columns are of one length. */
export interface AuditColumns {
  readonly ids: readonly string[]
  readonly assignmentIds: readonly string[]
  readonly subjectIds: Words
  readonly codes: Words
  readonly cycleIds: Words
  readonly scopes: Words<Scope>
  readonly authors: Words
  readonly agencies: Words
  readonly frameworks: Words<Key>
  readonly states: Words<AuditEntry['state']>
  readonly grades: Words
  readonly floors: Words<NonNullable<AuditEntry['floor']>>
  /** Places of the audits that found an incident. */
  readonly incidents: readonly number[]
  /** Places of the audits that are not blind. */
  readonly notBlind: readonly number[]
  /** Seconds would lose the order of two audits of one second, so milliseconds, each as the step from the one before. */
  readonly openedAt: readonly number[]
  /** Milliseconds after it was opened. */
  readonly submittedAfter: readonly (number | null)[]
}

/** Whether an opened value is a segment at all; what else may be wrong with it shows when it is decoded. */
export function isAuditColumns(value: unknown): value is AuditColumns {
  return typeof value === 'object' && value !== null && 'ids' in value && 'submittedAfter' in value
}

export function encodeEntries(entries: Segment): AuditColumns {
  const wordsOf = <T extends string>(read: (entry: AuditEntry) => T | null): Words<T> => packWords(entries.map(read))
  return {
    ids: entries.map(({ id }) => id),
    assignmentIds: entries.map(({ assignmentId }) => assignmentId),
    subjectIds: wordsOf(({ subjectId }) => subjectId),
    codes: wordsOf(({ code }) => code),
    cycleIds: wordsOf(({ cycleId }) => cycleId),
    scopes: wordsOf(({ scope }) => scope),
    authors: wordsOf(({ author }) => author),
    agencies: wordsOf(({ agency }) => agency),
    frameworks: wordsOf(({ framework }) => framework),
    states: wordsOf(({ state }) => state),
    grades: wordsOf(({ grade }) => grade),
    floors: wordsOf(({ floor }) => floor),
    incidents: entries.flatMap(({ incident }, place) => (incident ? [place] : [])),
    notBlind: entries.flatMap(({ notBlind }, place) => (notBlind ? [place] : [])),
    openedAt: entries.map(({ openedAt }, place) => openedAt - (entries[place - 1]?.openedAt ?? 0)),
    submittedAfter: entries.map(({ openedAt, submittedAt }) => (submittedAt === null ? null : submittedAt - openedAt)),
  }
}

/** @throws RangeError when a column is shorter than the others: only a bug or damage can cause that. */
export function decodeEntries(columns: AuditColumns): Segment {
  const incidents = new Set(columns.incidents)
  const notBlind = new Set(columns.notBlind)
  let openedAt = 0
  return columns.ids.map((id, place): AuditEntry => {
    openedAt += held(columns.openedAt[place])
    const after = held(columns.submittedAfter[place])
    return {
      id,
      scope: held(wordAt(columns.scopes, place)),
      assignmentId: held(columns.assignmentIds[place]),
      subjectId: held(wordAt(columns.subjectIds, place)),
      cycleId: held(wordAt(columns.cycleIds, place)),
      code: held(wordAt(columns.codes, place)),
      author: held(wordAt(columns.authors, place)),
      agency: held(wordAt(columns.agencies, place)),
      framework: held(wordAt(columns.frameworks, place)),
      state: held(wordAt(columns.states, place)),
      grade: wordAt(columns.grades, place) ?? null,
      floor: wordAt(columns.floors, place) ?? null,
      incident: incidents.has(place),
      notBlind: notBlind.has(place),
      openedAt,
      submittedAt: after === null ? null : openedAt + after,
    }
  })
}

function packWords<T extends string>(values: readonly (T | null)[]): Words<T> {
  const places = new Map<T, number>()
  const at = values.map((value) => {
    if (value === null) return -1
    const known = places.get(value)
    if (known !== undefined) return known
    places.set(value, places.size)
    return places.size - 1
  })
  return { words: [...places.keys()], at }
}

function wordAt<T extends string>({ words, at }: Words<T>, place: number): T | undefined {
  return words[held(at[place])]
}

function held<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('a column of audits is shorter than the others')
  return value
}
