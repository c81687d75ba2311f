/**
 * How this person likes the audit workspace: single-key shortcuts, which explanations stay unfolded, which criteria show.
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
  /** Only the criteria the own agency leads on are shown. */
  onlyOwn: z._default(z.boolean(), false),
})
export type AuditPreferences = z.infer<typeof AuditPreferences>

const DEFAULTS: AuditPreferences = { singleKeys: true, unfolded: [], onlyOwn: false }
const ID = 'audit-preferences'
/** What was read last, so that the next section is drawn right at once. */
const lastRead = new WeakMap<Device, AuditPreferences>()

export function useAuditPreferences(): {
  readonly preferences: AuditPreferences
  readonly change: (change: (before: AuditPreferences) => AuditPreferences) => void
} {
  const { device } = useHere()
  const preferences = useLiveQuery(() => read(device), [device]) ?? lastRead.get(device) ?? DEFAULTS
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
  const preferences = held.success ? held.data : DEFAULTS
  lastRead.set(device, preferences)
  return preferences
}
