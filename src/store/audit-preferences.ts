/**
 * How this person likes the audit workspace: single-key shortcuts, and which explanations stay unfolded.
 *
 * Effects: IndexedDB, sealed, of this device alone.
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback } from 'react'
import * as z from 'zod/mini'
import type { Device } from './device'
import { useHere } from './hooks'
import { getLocal, setLocal } from './local'

const AuditPreferences = z.object({
  singleKeys: z._default(z.boolean(), true),
  /** Criteria whose explanation is unfolded. */
  unfolded: z._default(z.array(z.string()), []),
})
export type AuditPreferences = z.infer<typeof AuditPreferences>

const DEFAULTS: AuditPreferences = { singleKeys: true, unfolded: [] }
const ID = 'audit-preferences'

export function useAuditPreferences(): {
  readonly preferences: AuditPreferences
  readonly change: (change: (before: AuditPreferences) => AuditPreferences) => void
} {
  const { device } = useHere()
  const preferences = useLiveQuery(() => read(device), [device]) ?? DEFAULTS
  const change = useCallback(
    (make: (before: AuditPreferences) => AuditPreferences) => {
      void device.tables.transaction('rw', device.tables.local, async () => {
        const before = await read(device)
        const after = make(before)
        if (after !== before) await setLocal(device, ID, after)
      })
    },
    [device],
  )
  return { preferences, change }
}

async function read(device: Device): Promise<AuditPreferences> {
  const held = AuditPreferences.safeParse(await getLocal(device, ID))
  return held.success ? held.data : DEFAULTS
}
