/**
 * A new name of this device to the hub, after its old one was taken away or is another member's: what it had to send keeps
 * its `opId`s and is numbered anew, as for a copied browser profile (rule 3 of wire/protocol.ts).
 *
 * Effects: IndexedDB, randomness.
 */
import type { Device } from '../store/device'
import { newId } from '../store/ids'
import { afterConflict } from './requeue'

/** @returns the new name. @throws when the device has not joined a hub: a bug. */
export async function takeNewDeviceId(device: Device): Promise<string> {
  const { sync, ops, kept } = device.tables
  return device.tables.transaction('rw', sync, ops, kept, async () => {
    const state = await sync.get('sync')
    if (!state) throw new Error('this device has not joined a hub')
    const next = await afterConflict(device, state, { type: 'Forked' }, newId)
    await sync.put(next)
    return next.device
  })
}
