/**
 * Builds the list of audits from the rows: after an upgrade, when it is of another version, damaged or does not agree.
 *
 * Effects: IndexedDB. Nobody waits for it: what is written meanwhile is noted by columns.ts and read again at the end.
 * Rule: interface.md, "States" (progress with counts for long work).
 */
import * as z from 'zod/mini'
import { type EntryChange, mergeEntries } from '../core/audit/audit-columns'
import { type AuditEntry, auditEntry, ListedAudit } from '../core/audit/audit-entry'
import { auditKey, subjectKey } from '../core/ops/keys'
import { idOf, type Key } from '../core/ops/op'
import { Subject } from '../core/sampling/cycle'
import { readAuditEntries } from './columns'
import { putList, readList, removeAllSegments, writeSegments } from './columns-segments'
import { type Device, placeOf } from './device'
import type { StoredRow } from './tables'

export interface BuildProgress {
  readonly done: number
  readonly total: number
}

/** Rows read at a time: few enough that the page stays quick. */
const CHUNK = 100
type OnProgress = (progress: BuildProgress) => void

interface Build {
  readonly listeners: Set<OnProgress>
  readonly done: Promise<void>
}

const builds = new WeakMap<Device, Build>()

/** Builds it once, however often it is asked for meanwhile; everybody who asks is told how far it is. */
export function rebuildAuditList(device: Device, onProgress?: OnProgress): Promise<void> {
  const held = builds.get(device) ?? startBuild(device)
  if (onProgress) held.listeners.add(onProgress)
  return held.done
}

function startBuild(device: Device): Build {
  const listeners = new Set<OnProgress>()
  const done = buildList(device, (progress) => {
    for (const listener of listeners) listener(progress)
  }).finally(() => builds.delete(device))
  const build = { listeners, done }
  builds.set(device, build)
  return build
}

/** Whether the list names exactly the audits there are; one pass over keys, no body is opened. */
export async function isListComplete(device: Device): Promise<boolean> {
  const { rows, lists, columns } = device.tables
  return device.tables.transaction('r', rows, lists, columns, async () => {
    const entries = await readAuditEntries(device)
    const keys = new Set(await rows.where('kind').equals('audit').primaryKeys())
    return entries !== null && entries.length === keys.size && entries.every(({ id }) => keys.has(auditKey(id)))
  })
}

async function buildList(device: Device, onProgress: OnProgress): Promise<void> {
  const { rows, lists, columns } = device.tables
  await device.tables.transaction('rw', lists, columns, async () => {
    await removeAllSegments(device)
    await putList(device, [], (await readList(device))?.missed ?? [])
  })
  const codes = new Map<string, string>()
  const keys = await rows.where('kind').equals('audit').primaryKeys()
  const entries: AuditEntry[] = []
  for (let from = 0; from < keys.length; from += CHUNK) {
    onProgress({ done: from, total: keys.length })
    const changes = await entriesNow(device, keys.slice(from, from + CHUNK), codes)
    for (const { entry } of changes) if (entry) entries.push(entry)
  }
  // Work in hand belongs near the end, where a change finds it (columns.ts).
  entries.sort((a, b) => a.openedAt - b.openedAt)
  await device.tables.transaction('rw', rows, lists, columns, async () => {
    const list = await readList(device)
    // Another tab has built it meanwhile and kept it up to date since.
    if (list?.missed === null) return
    const missed = await entriesNow(device, list?.missed ?? [], codes)
    const scanned = entries.map((entry) => ({ id: entry.id, entry }))
    const segments = mergeEntries([], [...scanned, ...missed])
    const ids = await writeSegments(
      device,
      segments.map((segment) => ({ id: null, segment })),
    )
    await putList(device, ids, null)
  })
}

const SubjectCode = z.pick(Subject, { code: true })

/** What the rows say now. Bodies are opened past the cache, which belongs to what is on the screen. */
async function entriesNow(
  device: Device,
  keys: readonly Key[],
  codes: Map<string, string>,
): Promise<readonly EntryChange[]> {
  const open = (row: StoredRow) => device.vault.open(row.sealed, placeOf(row))
  const stored = await device.tables.rows.bulkGet([...keys])
  const audits = stored.map((row) => row && { row, audit: ListedAudit.parse(open(row)) })
  const unknown = new Set(
    audits.flatMap((one) => (one && !codes.has(one.audit.subjectId) ? [one.audit.subjectId] : [])),
  )
  for (const row of await device.tables.rows.bulkGet([...unknown].map(subjectKey))) {
    if (row) codes.set(idOf(row.key), SubjectCode.parse(open(row)).code)
  }
  return keys.map((key, place) => {
    const one = audits[place]
    const entry = one ? auditEntry(idOf(key), one.row.scope, one.audit, codes.get(one.audit.subjectId) ?? '') : null
    return { id: idOf(key), entry }
  })
}
