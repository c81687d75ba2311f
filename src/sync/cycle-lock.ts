/**
 * One cycle at a time among the tabs of a browser. A tab that sleeps keeps its lock: when its cycle is long over, the lock is
 * taken from it, and the fence (own-cycle.ts) keeps what it was about to write from landing.
 *
 * Effects: Web Locks, IndexedDB. Browsers without Web Locks have the fence alone. Rule: sync.md, "Several tabs".
 */
import type { Device } from '../store/device'
import { LONGEST_CYCLE_MS } from './cycle'

/** A cycle that began so long ago is over, or asleep: its time, and an exchange that was under way at its end. */
export const STALE_AFTER_MS = LONGEST_CYCLE_MS + 30_000

type Locks = Pick<LockManager, 'request'>

/** @returns what `run` answers; `null` when another tab is at it. */
export async function underCycleLock<T>(
  device: Device,
  locks: Locks | undefined,
  run: () => Promise<T>,
): Promise<T | null> {
  if (!locks) return run()
  const name = `sync-${device.tables.name}`
  const held = await unlessStolen(
    locks.request(name, { ifAvailable: true }, async (lock) => (lock ? { done: await run() } : 'elsewhere')),
  )
  if (held !== 'elsewhere') return held?.done ?? null
  return (await isStale(device)) ? unlessStolen(locks.request(name, { steal: true }, run)) : null
}

/** A lock that another tab takes rejects: what this one did is over. */
function unlessStolen<T>(request: Promise<T>): Promise<T | null> {
  return request.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') return null
    throw cause
  })
}

async function isStale({ tables }: Device): Promise<boolean> {
  const at = (await tables.sync.get('sync'))?.cycle?.at
  return at === undefined || Date.now() - Date.parse(at) > STALE_AFTER_MS
}
