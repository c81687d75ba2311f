/**
 * How this person likes the audit workspace: single-key shortcuts, which explanations stay unfolded, which criteria show.
 *
 * Effects: IndexedDB, sealed, of this device alone.
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useState } from 'react'
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
  const stored = useLiveQuery(() => read(device), [device])
  /** What was just chosen and is on its way to the store: a tick shows at once. */
  const [ahead, setAhead] = useState<AuditPreferences | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever the store says next takes its place.
  useEffect(() => setAhead(null), [stored])
  const change = useCallback(
    (make: (before: AuditPreferences) => AuditPreferences) => {
      setAhead((before) => make(before ?? lastRead.get(device) ?? DEFAULTS))
      void device.tables.transaction('rw', device.tables.local, async () => {
        const before = await read(device)
        const after = make(before)
        if (after !== before) await setLocal(device, ID, after)
      })
    },
    [device],
  )
  return { preferences: ahead ?? stored ?? lastRead.get(device) ?? DEFAULTS, change }
}

async function read(device: Device): Promise<AuditPreferences> {
  const held = AuditPreferences.safeParse(await getLocal(device, ID))
  const preferences = held.success ? held.data : DEFAULTS
  lastRead.set(device, preferences)
  return preferences
}
