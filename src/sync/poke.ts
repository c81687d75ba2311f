/**
 * Listens for the hub's "pull when convenient" in one visible tab of the browser; the others hear of what it fetched through
 * the database.
 *
 * Effects: Web Locks, timers, the document, an open connection. Rule: sync.md, "Several tabs".
 */
import { waitMs } from './waiting'

/** A connection that held for so long was a good one: the next failure counts as the first. */
const GOOD_AFTER_MS = 60_000

export interface Pokes {
  /** Of the lock, so that one tab of a database listens. */
  readonly name: string
  /** @throws when there is no stream to be had now. */
  readonly open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>
  readonly onPoke: () => void
}

/** @returns stops listening. */
export function listenForPokes(pokes: Pokes): () => void {
  let listening: AbortController | null = null
  const turn = () => {
    const isVisible = document.visibilityState === 'visible'
    if (isVisible && !listening) {
      listening = new AbortController()
      void listen(pokes, listening.signal)
    } else if (!isVisible) {
      listening?.abort()
      listening = null
    }
  }
  document.addEventListener('visibilitychange', turn)
  turn()
  return () => {
    document.removeEventListener('visibilitychange', turn)
    listening?.abort()
  }
}

async function listen(pokes: Pokes, signal: AbortSignal): Promise<void> {
  // The types promise locks that an insecure page does not have.
  const locks: LockManager | undefined = navigator.locks
  if (!locks) return hear(pokes, signal)
  // Rejected when this tab is hidden before its turn comes.
  await locks.request(pokes.name, { signal }, () => hear(pokes, signal)).catch(() => undefined)
}

async function hear({ open, onPoke }: Pokes, signal: AbortSignal): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    const began = Date.now()
    try {
      const reader = (await open(signal)).getReader()
      // What was poked while nobody listened.
      if (failures > 0) onPoke()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        if (new TextDecoder().decode(value).includes('data:')) onPoke()
      }
    } catch {
      // Offline, signed out, or hidden: the loop says which.
    }
    failures = Date.now() - began > GOOD_AFTER_MS ? 1 : failures + 1
    await pause(waitMs(failures, Math.random()), signal)
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}
