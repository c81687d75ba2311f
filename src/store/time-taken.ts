/**
 * How long a person was at work on an audit: for that person alone, on this device alone. It stands in a sealed setting,
 * never in the audit's row, so that no manager and no hub can ever read it.
 *
 * Effects: listens to the document, clock, IndexedDB. Counted is the time in which the page is in sight and something was
 * done within the last two minutes.
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect } from 'react'
import * as z from 'zod/mini'
import type { Device, Session } from './device'
import { useHere } from './hooks'
import { getLocal, setLocal } from './local'
import { storageRefusal } from './storage-refusal'

/** Reading without a touch counts for this long. */
export const LONGEST_PAUSE_MS = 2 * 60_000
/** Stored when this much has come together, and whenever the page is left. */
const STORED_EVERY_MS = 10_000

const TimeTaken = z.object({ ms: z.number().check(z.gte(0)) })
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'input', 'scroll', 'wheel', 'focusin'] as const

/**
 * Counts while an audit is on the screen.
 * @param store takes what came together, in milliseconds.
 * @returns stops counting, after storing the rest.
 */
export function countActiveTime(store: (ms: number) => void): () => void {
  /** Up to when it is counted; `null` while the page is out of sight. */
  let countedTo: number | null = isInSight() ? Date.now() : null
  let waiting = 0

  function count(): void {
    if (countedTo === null) return
    const now = Date.now()
    // A clock that was set back counts nothing.
    waiting += Math.min(Math.max(now - countedTo, 0), LONGEST_PAUSE_MS)
    countedTo = now
  }
  function hand(): void {
    if (waiting > 0) store(waiting)
    waiting = 0
  }
  function act(): void {
    count()
    if (waiting >= STORED_EVERY_MS) hand()
  }
  function turn(): void {
    if (isInSight()) {
      countedTo ??= Date.now()
      return
    }
    count()
    countedTo = null
    hand()
  }

  for (const sign of SIGNS) document.addEventListener(sign, act, { capture: true, passive: true })
  document.addEventListener('visibilitychange', turn)
  return () => {
    for (const sign of SIGNS) document.removeEventListener(sign, act, { capture: true })
    document.removeEventListener('visibilitychange', turn)
    count()
    hand()
  }
}

/** Adds to what this person spent on an audit. A device that cannot store it just now forgets these seconds. */
export async function addTimeTaken(device: Device, session: Session, auditId: string, ms: number): Promise<void> {
  try {
    await device.tables.transaction('rw', device.tables.local, async () => {
      const before = await readTimeTaken(device, session, auditId)
      await setLocal(device, settingOf(session, auditId), { ms: before + ms })
    })
  } catch (cause) {
    storageRefusal(cause)
  }
}

/** In milliseconds; 0 when nothing was counted. */
export async function readTimeTaken(device: Device, session: Session, auditId: string): Promise<number> {
  const held = TimeTaken.safeParse(await getLocal(device, settingOf(session, auditId)))
  return held.success ? held.data.ms : 0
}

/** Counts for as long as the component is shown. */
export function useCountTime(auditId: string): void {
  const { device, session } = useHere()
  useEffect(() => countActiveTime((ms) => void addTimeTaken(device, session, auditId, ms)), [device, session, auditId])
}

/** What the person using the device spent on an audit, in milliseconds; `undefined` while it is being read. */
export function useTimeTaken(auditId: string): number | undefined {
  const { device, session } = useHere()
  return useLiveQuery(() => readTimeTaken(device, session, auditId), [device, session, auditId])
}

function isInSight(): boolean {
  return document.visibilityState === 'visible'
}

function settingOf({ memberId }: Session, auditId: string): string {
  return `time-taken|${memberId}|${auditId}`
}
