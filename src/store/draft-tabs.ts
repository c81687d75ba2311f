/**
 * A draft among the tabs of one browser: what it does when this tab gains, hands over or loses it, and how the last words
 * typed before a tab went away come back.
 *
 * Effects: IndexedDB, localStorage, Web Locks. Rule: issue "Several tabs and devices of one person".
 */
import { Audit } from '../core/audit/audit'
import { auditKey } from '../core/ops/keys'
import type { AuditDraft } from './audit-draft'
import type { Device } from './device'
import { raiseFence, readFence } from './draft-fence'
import { createDraftLock, createOpenLock, type DraftLock, type Holder, tabsOfBrowser } from './draft-lock'
import { readRow } from './read'
import { forgetTyped, typedWords } from './rescue'

const locks = new WeakMap<AuditDraft, DraftLock>()

/** The lock of a draft; the same one for as long as the tab is open. */
export function draftLockOf(device: Device, draft: AuditDraft): DraftLock {
  const known = locks.get(draft)
  if (known) return known
  const holder = createHolder(device, draft)
  const tabs = tabsOfBrowser()
  const name = `draft:${device.tables.name}:${draft.auditId}`
  const lock = tabs ? createDraftLock(name, holder, tabs) : createOpenLock(holder)
  locks.set(draft, lock)
  return lock
}

export function createHolder(device: Device, draft: AuditDraft): Holder {
  const { auditId } = draft
  /** The revision this tab left behind; another means that another tab wrote meanwhile. */
  let leftAt: number | null = null

  const storedAudit = async () => (await readRow(device, auditKey(auditId), Audit)) ?? null

  return {
    async gain({ isTaken, names }) {
      const found = await readFence(device, auditId)
      device.fences.set(auditId, isTaken ? await raiseFence(device, auditId) : found)
      const row = await storedAudit()
      if (row) draft.see(row)
      if (leftAt !== null && row?.rev !== leftAt) draft.strand()
      draft.resume(names)
      const typed = typedWords(device, auditId)
      if (typed === null || row?.body.state !== 'draft') return forgetTyped(device, auditId)
      if (typed.fence === found) draft.restore(typed.notes)
      // Typed in a tab from which the draft was taken: another has written since, so nothing is put in its place.
      else draft.setAside(typed.notes)
      void draft.settle()
    },
    async handOver() {
      draft.pause()
      await draft.settle()
      draft.strand()
      return draft.store.getState().names
    },
    async settle() {
      await draft.settle()
      leftAt = (await storedAudit())?.rev ?? null
    },
    release: () => void device.fences.set(auditId, null),
    lose() {
      device.fences.set(auditId, null)
      draft.pause()
      draft.strand()
    },
  }
}
