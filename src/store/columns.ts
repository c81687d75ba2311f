/**
 * The list of audits kept beside the rows, as sealed segments of columns: ten thousand audits are read in ten pieces.
 *
 * Effects: IndexedDB. A change of a row writes the segment it is in anew, in the same transaction, so that list and rows
 * never differ. Rule: architecture.md, "Results kept as columns beside the rows, updated by what changed".
 */
import * as z from 'zod/mini'
import { type EntryChange, mergeEntries, type Segment } from '../core/audit/audit-columns'
import { type AuditEntry, auditEntry, ListedAudit } from '../core/audit/audit-entry'
import { subjectKey } from '../core/ops/keys'
import { idOf, type Key, kindOf, type Scope } from '../core/ops/op'
import { Subject } from '../core/sampling/cycle'
import { forgetOthers, putList, readList, readSegments, writeSegments } from './columns-segments'
import { type Device, openRow } from './device'

/** A row as it was just stored. */
export interface RowWritten {
  readonly key: Key
  readonly scope: Scope
  /** It was not there before. */
  readonly isNew: boolean
  readonly body: unknown
}

/** All audits on this device, drafts and unreleased ones of others among them; `null`: the list has to be built. */
export async function readAuditEntries(device: Device): Promise<readonly AuditEntry[] | null> {
  const { tables } = device
  return tables.transaction('r', tables.lists, tables.columns, async () => {
    const list = await readList(device)
    if (!list || list.missed !== null) return null
    const segments = await readSegments(device, list.segments)
    forgetOthers(device, list.segments)
    return segments === null ? null : segments.flat()
  })
}

/**
 * Brings the list up to date with rows just written or removed; to be called within the transaction that did so, which must
 * hold the tables `rows`, `columns` and `lists`. Rows of other kinds are passed over, but for plans that come after their
 * audits: they bring the code. Of two of one key the later counts.
 */
export async function listWrittenRows(
  device: Device,
  written: readonly RowWritten[],
  removed: readonly Key[] = [],
): Promise<void> {
  const audits = [
    ...new Map(written.filter(({ key }) => kindOf(key) === 'audit').map((row) => [row.key, row])).values(),
  ]
  const gone = removed.filter((key) => kindOf(key) === 'audit')
  const codes = codesOf(written)
  if (audits.length === 0 && gone.length === 0 && codes.size === 0) return
  const keys = [...audits.map(({ key }) => key), ...gone]
  const list = await readList(device)
  if (
    list
      ? list.missed !== null
      : await hasOtherAudits(
          device,
          audits.map(({ key }) => key),
        )
  ) {
    // The list is still to be built from the rows, or just being built: these rows are read again at its end.
    if (keys.length > 0) await putList(device, [], [...new Set([...(list?.missed ?? []), ...keys])])
    return
  }
  const ids = list?.segments ?? []
  const known = [...audits.filter(({ isNew }) => !isNew).map(({ key }) => idOf(key)), ...gone.map(idOf)]
  const tail = await segmentsHolding(device, ids, known, codes)
  if (!tail) {
    await putList(device, [], [])
    return
  }
  const changes = new Map<string, EntryChange>()
  for (const entry of tail.flat()) {
    const code = entry.code === '' ? codes.get(entry.subjectId) : undefined
    if (code !== undefined) changes.set(entry.id, { id: entry.id, entry: { ...entry, code } })
  }
  for (const entry of await entriesOf(device, audits, tail.flat(), codes))
    changes.set(entry.id, { id: entry.id, entry })
  for (const key of gone) changes.set(idOf(key), { id: idOf(key), entry: null })
  if (changes.size > 0) await replaceTail(device, ids, tail, mergeEntries(tail, [...changes.values()]))
}

const SubjectCode = z.pick(Subject, { code: true })

/** The codes of plans that came to this device just now, by subject. */
function codesOf(written: readonly RowWritten[]): ReadonlyMap<string, string> {
  const plans = written.filter(({ key, isNew }) => isNew && kindOf(key) === 'subject')
  return new Map(plans.map(({ key, body }) => [idOf(key), SubjectCode.parse(body).code]))
}

/** A device whose first audits these are begins its list with them. */
async function hasOtherAudits(device: Device, keys: readonly Key[]): Promise<boolean> {
  const most = keys.length + 1
  const some = await device.tables.rows.where('kind').equals('audit').limit(most).primaryKeys()
  return some.length === most
}

/**
 * The last segment, and those before it back to the oldest that holds one of the audits, or one that lacks a code that is
 * known now; work in hand is near the end.
 */
async function segmentsHolding(
  device: Device,
  ids: readonly string[],
  wanted: readonly string[],
  codes: ReadonlyMap<string, string>,
): Promise<readonly Segment[] | null> {
  const segments = codes.size > 0 ? await readSegments(device, ids) : null
  const lacksCode = (entry: AuditEntry) => entry.code === '' && codes.has(entry.subjectId)
  const oldest = segments?.findIndex((segment) => segment.some(lacksCode)) ?? -1
  const left = new Set(wanted)
  const tail: Segment[] = []
  for (const [place, id] of [...ids.entries()].reverse()) {
    if (tail.length > 0 && left.size === 0 && (oldest < 0 || place < oldest)) break
    const [segment] = (await readSegments(device, [id])) ?? []
    if (!segment) return null
    tail.unshift(segment)
    for (const entry of segment) left.delete(entry.id)
  }
  return tail
}

/** The audit code of a plan never changes once it is drawn: a plan is looked up for its first entry only. */
async function entriesOf(
  device: Device,
  audits: readonly RowWritten[],
  known: readonly AuditEntry[],
  written: ReadonlyMap<string, string>,
): Promise<readonly AuditEntry[]> {
  const codes = new Map([...known.map(({ subjectId, code }) => [subjectId, code] as const), ...written])
  const bodies = audits.map((row) => ({ row, audit: ListedAudit.parse(row.body) }))
  const unknown = [...new Set(bodies.map(({ audit }) => audit.subjectId))].filter((id) => !codes.get(id))
  const subjects = unknown.length > 0 ? await device.tables.rows.bulkGet(unknown.map(subjectKey)) : []
  for (const row of subjects) if (row) codes.set(idOf(row.key), SubjectCode.parse(openRow(device, row).body).code)
  return bodies.map(({ row, audit }) => auditEntry(idOf(row.key), row.scope, audit, codes.get(audit.subjectId) ?? ''))
}

async function replaceTail(
  device: Device,
  ids: readonly string[],
  before: readonly Segment[],
  after: readonly Segment[],
): Promise<void> {
  const head = ids.slice(0, ids.length - before.length)
  const tailIds = new Map(before.map((segment, place) => [segment, ids[head.length + place] ?? null]))
  const named = after.map((segment) => ({ segment, id: tailIds.get(segment) ?? null }))
  if (named.length === before.length && named.every(({ id }) => id !== null)) return
  const written = await writeSegments(device, named)
  await device.tables.columns.bulkDelete(ids.slice(head.length).filter((id) => !written.includes(id)))
  await putList(device, [...head, ...written], null)
}
