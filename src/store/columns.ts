/**
 * The list of audits kept beside the rows, as sealed segments of columns: ten thousand audits are read in ten pieces.
 *
 * Effects: IndexedDB. A change of a row writes the segment it is in anew, in the same transaction, so that list and rows
 * never differ. Rule: architecture.md, "Results kept as columns beside the rows, updated by what changed".
 */
import { mergeEntries, type Segment } from '../core/audit/audit-columns'
import { type AuditEntry, auditEntry, ListedAudit } from '../core/audit/audit-entry'
import { subjectKey } from '../core/ops/keys'
import { bodyOf, idOf, type Key, kindOf, type Scope } from '../core/ops/op'
import { Subject } from '../core/sampling/cycle'
import { forgetOthers, putList, readList, readSegments, writeSegments } from './columns-segments'
import { type Device, openRow } from './device'

/** A row as it was just stored. */
export interface RowWritten {
  readonly key: Key
  readonly scope: Scope
  /** 1: it was not there before. */
  readonly rev: number
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
 * Brings the list up to date with rows just written; to be called within the transaction that wrote them, which must
 * hold the tables `rows`, `columns` and `lists`. Rows of other kinds are passed over; of two of one key the later counts.
 */
export async function listWrittenRows(device: Device, written: readonly RowWritten[]): Promise<void> {
  const audits = [
    ...new Map(written.filter(({ key }) => kindOf(key) === 'audit').map((row) => [row.key, row])).values(),
  ]
  if (audits.length === 0) return
  const keys = audits.map(({ key }) => key)
  const list = await readList(device)
  if (list ? list.missed !== null : await hasOtherAudits(device, keys)) {
    // The list is still to be built from the rows, or just being built: these rows are read again at its end.
    await putList(device, [], [...new Set([...(list?.missed ?? []), ...keys])])
    return
  }
  const ids = list?.segments ?? []
  const known = audits.filter(({ rev }) => rev > 1).map(({ key }) => idOf(key))
  const tail = await segmentsHolding(device, ids, known)
  if (!tail) {
    await putList(device, [], [])
    return
  }
  const entries = await entriesOf(device, audits, tail.flat())
  const changes = entries.map((entry) => ({ id: entry.id, entry }))
  await replaceTail(device, ids, tail, mergeEntries(tail, changes))
}

/** A device whose first audits these are begins its list with them. */
async function hasOtherAudits(device: Device, keys: readonly Key[]): Promise<boolean> {
  const most = keys.length + 1
  const some = await device.tables.rows.where('kind').equals('audit').limit(most).primaryKeys()
  return some.length === most
}

/** The last segment, and those before it back to the oldest that holds one of the audits; work in hand is near the end. */
async function segmentsHolding(
  device: Device,
  ids: readonly string[],
  wanted: readonly string[],
): Promise<readonly Segment[] | null> {
  const left = new Set(wanted)
  const tail: Segment[] = []
  for (const id of [...ids].reverse()) {
    if (tail.length > 0 && left.size === 0) break
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
): Promise<readonly AuditEntry[]> {
  const codes = new Map(known.map(({ subjectId, code }) => [subjectId, code]))
  const bodies = audits.map((row) => ({ row, audit: ListedAudit.parse(row.body) }))
  const unknown = [...new Set(bodies.map(({ audit }) => audit.subjectId))].filter((id) => !codes.get(id))
  const subjects = unknown.length > 0 ? await device.tables.rows.bulkGet(unknown.map(subjectKey)) : []
  for (const row of subjects) if (row) codes.set(idOf(row.key), bodyOf(Subject, openRow(device, row)).code)
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
