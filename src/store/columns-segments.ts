/**
 * The segments of the list of audits as they lie on the device: named by random ids, sealed, never changed once written.
 *
 * Effects: IndexedDB. A change makes a new segment, so an opened one is never out of date and may be kept in memory.
 * Rule: architecture.md, "Everything stored passes store/vault".
 */
import { decodeEntries, encodeEntries, isAuditColumns, type Segment } from '../core/audit/audit-columns'
import type { Device } from './device'
import { newId } from './ids'
import type { StoredList } from './tables'

/** Raised when what an entry holds changes: a list of another version is built anew. */
export const LIST_VERSION = 2
const LIST = 'audits'

/** A segment with the id it is stored under; `null`: still to be written. */
export interface NamedSegment {
  readonly id: string | null
  readonly segment: Segment
}

const opened = new WeakMap<Device, Map<string, Segment>>()

function openedOf(device: Device): Map<string, Segment> {
  const held = opened.get(device) ?? new Map<string, Segment>()
  opened.set(device, held)
  return held
}

/** Lets go of opened segments the list no longer names. */
export function forgetOthers(device: Device, ids: readonly string[]): void {
  const held = openedOf(device)
  const named = new Set(ids)
  for (const id of held.keys()) if (!named.has(id)) held.delete(id)
}

/** `undefined` where there is no list, or one of another version. */
export async function readList(device: Device): Promise<StoredList | undefined> {
  const list = await device.tables.lists.get(LIST)
  return list?.v === LIST_VERSION ? list : undefined
}

export async function putList(
  device: Device,
  segments: readonly string[],
  missed: StoredList['missed'],
): Promise<void> {
  await device.tables.lists.put({ id: LIST, v: LIST_VERSION, segments: [...segments], missed })
}

/** In the order of the ids; `null` when one is missing or cannot be opened: the rows still hold everything. */
export async function readSegments(device: Device, ids: readonly string[]): Promise<readonly Segment[] | null> {
  const held = openedOf(device)
  const unread = ids.filter((id) => !held.has(id))
  if (unread.length > 0) {
    for (const stored of await device.tables.columns.bulkGet(unread)) {
      const segment = stored && openSegment(device, stored.id, stored.sealed)
      if (segment) held.set(stored.id, segment)
    }
  }
  const segments = ids.flatMap((id) => {
    const segment = held.get(id)
    return segment ? [segment] : []
  })
  return segments.length === ids.length ? segments : null
}

function openSegment(device: Device, id: string, sealed: Uint8Array): Segment | null {
  try {
    const columns = device.vault.open(sealed, placeOf(id))
    return isAuditColumns(columns) ? decodeEntries(columns) : null
  } catch {
    return null
  }
}

const placeOf = (id: string) => `columns|${id}`

/** Seals and stores those that have no id yet. @returns the ids of all, in order. */
export async function writeSegments(device: Device, named: readonly NamedSegment[]): Promise<readonly string[]> {
  const ids = named.map(({ id }) => id ?? `${LIST}/${newId()}`)
  const unwritten = named.flatMap(({ id, segment }, place) => {
    const given = ids[place]
    return id === null && given !== undefined ? [{ id: given, segment }] : []
  })
  const stored = unwritten.map(({ id, segment }) => ({
    id,
    sealed: device.vault.seal(encodeEntries(segment), placeOf(id)),
  }))
  await device.tables.columns.bulkPut(stored)
  for (const { id, segment } of unwritten) openedOf(device).set(id, segment)
  return ids
}

export async function removeAllSegments(device: Device): Promise<void> {
  await device.tables.columns.where('id').startsWith(`${LIST}/`).delete()
}
