/**
 * When this tab runs a sync cycle: two seconds after a write of any tab, on focus, when the network is back, when the hub
 * pokes, and every minute while it is visible. A hub that does not answer is asked again later and later.
 *
 * Effects: timers, the document, the network, IndexedDB. Fills status.ts. Loaded after the first page.
 * Rule: sync.md, "Several tabs".
 */
import { liveQuery } from 'dexie'
import type { Device, Session } from '../store/device'
import { tokenOf } from '../store/joined'
import { storageRefusal } from '../store/storage-refusal'
import { type SyncEnd, syncOnce } from './cycle'
import { underCycleLock } from './cycle-lock'
import { createHttpTransport, openPokes } from './http-transport'
import { listenForPokes } from './poke'
import { useSyncStatus } from './status'
import { stateOfRefusal } from './status-of-refusal'
import type { Transport } from './transport'
import { waitMs } from './waiting'
import { watchCounts } from './watch-counts'

const AFTER_WRITE_MS = 2_000
const EVERY_MS = 60_000

export interface Syncing {
  /** Runs a cycle now, or right after the one under way. @returns once it is over. */
  readonly syncNow: () => Promise<void>
  /** Starts no other cycle. @returns once the one under way is over. */
  readonly stop: () => Promise<void>
}

/** Keeps a joined device in step with its hub for as long as the tab is open. */
export function startSync(device: Device, session: Session): Syncing {
  const transport = createHttpTransport(() => tokenOf(device))
  const { request, stop } = createRunner(device, transport)
  const isVisible = () => document.visibilityState === 'visible'
  const look = () => {
    if (isVisible()) void request()
  }
  let afterWrite: ReturnType<typeof setTimeout> | undefined
  const stopCounting = watchCounts(device, () => {
    clearTimeout(afterWrite)
    afterWrite = setTimeout(() => void request(), AFTER_WRITE_MS)
  })
  const every = setInterval(look, EVERY_MS)
  const stopPokes = listenForPokes({
    name: `poke-${device.tables.name}`,
    open: async (signal) => {
      const token = await tokenOf(device)
      if (token === undefined) throw new Error('nobody is signed in')
      return openPokes(session.areaId, token, signal)
    },
    onPoke: look,
  })
  // Signed in, or in again: here or in another tab.
  const watchingToken = liveQuery(() => tokenOf(device)).subscribe({ next: look, error: () => undefined })
  document.addEventListener('visibilitychange', look)
  window.addEventListener('focus', look)
  window.addEventListener('online', look)
  return {
    syncNow: request,
    async stop() {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
      window.removeEventListener('online', look)
      clearInterval(every)
      clearTimeout(afterWrite)
      watchingToken.unsubscribe()
      stopPokes()
      stopCounting()
      await stop()
    },
  }
}

/** Runs one cycle after the other, as often as asked, and says in status.ts how it went. */
export function createRunner(device: Device, transport: Transport) {
  let underWay: Promise<void> | null = null
  let isWantedAgain = false
  let isStopped = false
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  async function run(): Promise<void> {
    clearTimeout(retry)
    do {
      isWantedAgain = false
      const end = await underCycleLock(device, navigator.locks, () => {
        useSyncStatus.setState({ state: 'syncing', message: null })
        const onRows = (rows: number) => useSyncStatus.setState({ progress: rows > 0 ? { rows } : null })
        return syncOnce(device, transport, { onRows })
      })
      tell(end)
      if (end?.type === 'late') isWantedAgain = true
    } while (isWantedAgain && !isStopped)
  }

  function tell(end: SyncEnd | null): void {
    const refusal = end?.type === 'refused' ? end.refusal : null
    failures = refusal ? failures + 1 : 0
    useSyncStatus.setState({
      progress: null,
      ...(refusal ? stateOfRefusal(refusal) : { state: 'idle', message: null }),
      ...(end?.type === 'complete' && { clockOffsetMs: end.clockOffsetMs }),
    })
    if (refusal && !isStopped) retry = setTimeout(() => void request(), waitMs(failures, Math.random()))
  }

  function request(): Promise<void> {
    if (isStopped) return Promise.resolve()
    isWantedAgain = true
    underWay ??= run()
      .catch(giveUpOnStorage)
      .finally(() => {
        underWay = null
      })
    return underWay
  }

  return {
    request,
    async stop(): Promise<void> {
      isStopped = true
      clearTimeout(retry)
      await underWay
    },
  }
}

/** The database is closed or full: nothing was lost, and the screens say it where somebody writes. */
function giveUpOnStorage(cause: unknown): void {
  storageRefusal(cause)
  useSyncStatus.setState({ state: 'idle', progress: null })
}
