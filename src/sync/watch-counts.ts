/**
 * Keeps the counts of status.ts in step with the database, whichever tab writes: what waits, what needs attention, and when
 * everything was fetched last.
 *
 * Effects: IndexedDB through a live query.
 */
import { liveQuery } from 'dexie'
import type { Device } from '../store/device'
import { waitingOf } from './cycle'
import { useSyncStatus } from './status'

/** @param onWrite told when there is something new to send. @returns stops watching. */
export function watchCounts(device: Device, onWrite: () => void): () => void {
  let lastOrder = 0
  const watching = liveQuery(async () => ({ ...(await countsOf(device)), order: await lastOrderOf(device) })).subscribe(
    {
      next({ order, ...counts }) {
        useSyncStatus.setState({ mode: 'joined', ...counts })
        if (order > lastOrder && counts.waiting > 0) onWrite()
        lastOrder = order
      },
      // The database is closed or full: the screens say it where somebody writes.
      error: () => undefined,
    },
  )
  return () => watching.unsubscribe()
}

async function countsOf(device: Device) {
  const { ops, refused, sync } = device.tables
  const { count, oldestAt } = await waitingOf(device)
  const undecided = await ops.filter(({ isUndecided }) => isUndecided === true).count()
  const state = await sync.get('sync')
  return {
    waiting: count,
    oldestAt,
    attention: undecided + (await refused.count()),
    lastCompleteAt: state?.completeAt ?? null,
  }
}

async function lastOrderOf({ tables }: Device): Promise<number> {
  return (await tables.ops.orderBy('order').last())?.order ?? 0
}
