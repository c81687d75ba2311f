/**
 * What follows from a change on a device that works alone and so is its own hub: the release of audits and what comes with
 * it. The rule is core/ops/consequences.ts; this fetches the rows it asks for.
 *
 * Effects: IndexedDB, within the transaction of the change.
 */
import { also, consequences } from '../core/ops/consequences'
import type { Change, Key } from '../core/ops/op'
import { type Device, openRow } from './device'
import { readerOf } from './held-here'
import type { StoredRow } from './tables'

interface Consequence {
  readonly changes: readonly Change[]
  /** The rows it was drawn from, as they are stored. */
  readonly found: ReadonlyMap<Key, StoredRow>
}

/** @param asked one of what `asks` answered; what follows from one is stored before the next is looked at. */
export async function consequenceOf(device: Device, asked: Key, at: string): Promise<Consequence> {
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
  return { changes: consequences(asked, reader(), at), found }
}
