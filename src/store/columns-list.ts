/**
 * The list of audits as a screen reads it, live; where it is missing or not whole it is built first.
 *
 * Effects: IndexedDB. It holds audits of everybody who uses this device: whoever shows it takes only what the viewer may
 * see (core/audit/audit-list.ts, `visibleEntries`).
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { AuditEntry } from '../core/audit/audit-entry'
import { readAuditEntries } from './columns'
import { type BuildProgress, isListComplete, rebuildAuditList } from './columns-rebuild'
import type { Device } from './device'
import { useHere } from './hooks'
import { type StorageRefusal, storageRefusal } from './storage-refusal'

export type AuditListState =
  | { readonly type: 'loading' }
  | { readonly type: 'building'; readonly progress: BuildProgress }
  | { readonly type: 'ready'; readonly entries: readonly AuditEntry[] }
  | { readonly type: 'failed'; readonly refusal: StorageRefusal }

const LOADING: AuditListState = { type: 'loading' }

export function useAuditEntries(): AuditListState {
  const { device } = useHere()
  const entries = useLiveQuery(() => readAuditEntries(device), [device])
  const [building, setBuilding] = useState<AuditListState>(LOADING)
  const isMissing = entries === null
  useEffect(() => {
    if (!isMissing) return undefined
    let isShown = true
    const show = (state: AuditListState) => {
      if (isShown) setBuilding(state)
    }
    rebuildAuditList(device, (progress) => show({ type: 'building', progress })).catch((cause: unknown) =>
      show({ type: 'failed', refusal: storageRefusal(cause) }),
    )
    return () => {
      isShown = false
    }
  }, [device, isMissing])
  useListCheck(device, Boolean(entries))
  if (entries) return { type: 'ready', entries }
  return entries === null ? building : LOADING
}

/** Long enough after the list is shown that nobody waits for the check. */
const CHECK_AFTER_MS = 3_000
const checked = new WeakSet<Device>()

/** Once for each start of the app: a list that does not name all audits, for whatever reason, is built anew. */
function useListCheck(device: Device, isShown: boolean): void {
  useEffect(() => {
    if (!isShown || checked.has(device)) return undefined
    const timer = setTimeout(() => void checkOnce(device), CHECK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [device, isShown])
}

async function checkOnce(device: Device): Promise<void> {
  checked.add(device)
  try {
    if (!(await isListComplete(device))) await rebuildAuditList(device)
  } catch {
    // The database is closed or full: what is shown stays as it is, and the next start checks again.
  }
}
