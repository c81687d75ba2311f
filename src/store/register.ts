/**
 * The register on this device: its imports as live records, and the plans of one, opened with the register key.
 *
 * Effects: IndexedDB. Plans stand under pseudonyms; names, numbers of pupils, birth dates and case numbers were dropped
 * before anything came here. Rule: architecture.md, "The register is not rows"; product.md, "Register".
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { fromChunks, type StoredPlan } from '../core/register/chunks'
import { RegisterSummary } from '../core/register/summary'
import { err, ok, type Result } from '../core/result'
import { getBlobs } from './blobs'
import type { Device } from './device'
import { useHere } from './hooks'
import { type Held, readRow } from './read'
import { openChunks } from './register-chunks'
import { registerKeyOf } from './register-key'

export type { StoredPlan } from '../core/register/chunks'

/** Why the plans of a register cannot be read on this device. Words: text/register.ts. */
export type PlansRefusal =
  | { readonly type: 'RegisterNotHere' }
  | { readonly type: 'RegisterKeyMissing' }
  | { readonly type: 'RegisterKeyWrong' }

/** Every plan of a register, in rank order: what a sample is drawn from. */
export async function registerPlans(
  device: Device,
  registerId: string,
): Promise<Result<readonly StoredPlan[], PlansRefusal>> {
  const register = await readRow(device, `register/${registerId}`, RegisterSummary)
  const blobs = register && (await getBlobs(device, register.body.chunks))
  if (!blobs || blobs.length === 0) return err({ type: 'RegisterNotHere' })
  const key = await registerKeyOf(device)
  if (!key) return err({ type: 'RegisterKeyMissing' })
  const chunks = openChunks(key, registerId, blobs)
  return chunks ? ok(fromChunks(chunks)) : err({ type: 'RegisterKeyWrong' })
}

/** Whether a key is the one a register was sealed with; `null` when its plans are not on this device to tell. */
export async function opensRegister(
  device: Device,
  register: Held<RegisterSummary>,
  key: Uint8Array,
): Promise<boolean | null> {
  const blobs = await getBlobs(device, register.body.chunks.slice(0, 1))
  return blobs && blobs.length > 0 ? openChunks(key, register.id, blobs) !== undefined : null
}

/** Whether this device can open the plans of a register, as far as it has any. `undefined` while loading. */
export function useIsUnlocked(register: Held<RegisterSummary>): boolean | undefined {
  const { device } = useHere()
  return useLiveQuery(async () => {
    const key = await registerKeyOf(device)
    if (key) return (await opensRegister(device, register, key)) !== false
    // Without plans there is nothing to unlock.
    return register.body.chunks.length === 0
  }, [device, register])
}

/** The ids of those registers whose plans are still on this device. */
export function usePlansHere(registers: readonly Held<RegisterSummary>[]): ReadonlySet<string> | undefined {
  const { device } = useHere()
  return useLiveQuery(async () => {
    const held = new Set(await device.tables.blobs.toCollection().primaryKeys())
    const here = registers.filter(({ body }) => body.chunks.length > 0 && body.chunks.every((hash) => held.has(hash)))
    return new Set(here.map(({ id }) => id))
  }, [device, registers])
}
