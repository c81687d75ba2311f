/**
 * What follows from a change on a device that works alone and so is its own hub: releases, results, how far a draft is. The
 * rule is core/ops/consequences.ts; this fetches the rows it asks for and writes what follows.
 *
 * Effects: IndexedDB, timers.
 */
import { also, asks, consequences } from '../core/ops/consequences'
import type { Change, Key } from '../core/ops/op'
import { type Device, openRow, remember } from './device'
import { readerOf } from './held-here'
import { putChanges, type Stored } from './put-rows'
import { storageRefusal } from './storage-refusal'
import type { StoredRow } from './tables'

interface Drawing {
  readonly area: string
  /** Of the change; ISO 8601. */
  readonly at: string
}

/** Within the transaction of the change. @param written takes what was written. */
export async function drawConsequences(
  device: Device,
  { area, at }: Drawing,
  changes: readonly Change[],
  written: Stored[],
): Promise<void> {
  // What follows may ask for more to follow: a set gives what is added to it while it is walked.
  const asked = new Set(asks(changes))
  for (const key of asked) {
    const { following, found } = await consequencesOf(device, key, at)
    await putChanges(device, area, following, found, written)
    for (const next of asks(following)) asked.add(next)
  }
}

async function consequencesOf(
  device: Device,
  asked: Key,
  at: string,
): Promise<{ readonly following: readonly Change[]; readonly found: ReadonlyMap<Key, StoredRow> }> {
  const { rows } = device.tables
  const found = new Map<Key, StoredRow>()
  const lookedUp: Key[] = []
  const reader = () => readerOf(new Map([...found].map(([key, row]) => [key, openRow(device, row)])), lookedUp)
  for (const row of await rows.where('refs').equals(asked).toArray()) found.set(row.key, row)
  let wanted: readonly Key[] = [asked]
  while (wanted.length > 0) {
    lookedUp.push(...wanted)
    for (const row of await rows.bulkGet([...wanted])) if (row) found.set(row.key, row)
    wanted = also(asked, reader()).filter((key) => !lookedUp.includes(key))
  }
  return { following: consequences(asked, reader(), at), found }
}

/** Nobody waits for how far a draft is, and no click is kept waiting by it. */
const LATER_MS = 1_000
const waiting = new WeakMap<Device, Map<Key, ReturnType<typeof setTimeout>>>()

/** In a transaction of its own, once the clicks have come to rest. What is not drawn before the tab goes, the next one draws. */
export function drawLater(device: Device, drawing: Drawing, changes: readonly Change[]): void {
  const timers = waiting.get(device) ?? new Map<Key, ReturnType<typeof setTimeout>>()
  waiting.set(device, timers)
  for (const change of changes) {
    clearTimeout(timers.get(change.key))
    timers.set(
      change.key,
      setTimeout(() => {
        timers.delete(change.key)
        void drawNow(device, drawing, change)
      }, LATER_MS),
    )
  }
}

async function drawNow(device: Device, drawing: Drawing, change: Change): Promise<void> {
  const written: Stored[] = []
  try {
    await device.tables.transaction('rw', device.tables.rows, () =>
      drawConsequences(device, drawing, [change], written),
    )
    for (const row of written) remember(device, row, row.body)
  } catch (cause) {
    storageRefusal(cause)
  }
}
