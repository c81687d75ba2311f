/**
 * Whether this tab writes the draft on the screen or only reads it, and making it the one that writes.
 *
 * Effects: holds the draft's lock as long as the draft is on the screen; focus.
 */
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand/react'
import type { AuditDraft } from '../../../store/audit-draft'
import type { DraftLockState } from '../../../store/draft-lock'
import { draftLockOf } from '../../../store/draft-tabs'
import { useHere } from '../../../store/hooks'

export function useDraftLock(draft: AuditDraft): { readonly state: DraftLockState; readonly take: () => void } {
  const { device } = useHere()
  const lock = useMemo(() => draftLockOf(device, draft), [device, draft])
  useEffect(() => lock.enter(), [lock])
  const state = useStore(lock.store)
  return { state, take: () => void lock.take().then(focusTitle) }
}

/** The button that was pressed is gone: the focus goes to the title of what stands there now, once it is drawn. */
function focusTitle(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('main h1')?.focus())
}
