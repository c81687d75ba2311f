/**
 * One sync cycle of this device, and the fence around everything it writes: a cycle that was taken to be asleep, and over
 * which another has begun, may not write any more.
 *
 * Effects: IndexedDB. Rule: sync.md, "Several tabs".
 */
import type { Device } from '../store/device'
import type { StoredSync } from '../store/tables'

export interface Cycle {
  readonly id: string
  /** ISO 8601. */
  readonly now: () => string
  readonly newId: () => string
}

/** Takes the fence over from whoever had it. @throws when the device has not joined a hub: a bug. */
export async function beginCycle({ tables }: Device, cycle: Cycle): Promise<void> {
  const began = await tables.sync.update('sync', { cycle: { id: cycle.id, at: cycle.now() } })
  if (began === 0) throw new Error('this device has not joined a hub')
}

/** Where the device stands; `null` when another cycle has the fence. Asked inside each transaction that writes. */
export async function ownState({ tables }: Device, cycle: Cycle): Promise<StoredSync | null> {
  const state = await tables.sync.get('sync')
  return state?.cycle?.id === cycle.id ? state : null
}
