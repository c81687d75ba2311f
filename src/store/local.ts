/**
 * What belongs to this device alone and is never sent: the session, the register key, preferences, unfinished forms.
 *
 * Effects: IndexedDB, sealed. Rule: architecture.md, "Everything stored passes store/vault".
 */
import type { Device } from './device'

export async function getLocal<T>(device: Device, id: string): Promise<T | undefined> {
  const held = await device.tables.local.get(id)
  return held && (device.vault.open(held.sealed, `local|${id}`) as T)
}

export async function setLocal(device: Device, id: string, value: unknown): Promise<void> {
  await device.tables.local.put({ id, sealed: device.vault.seal(value, `local|${id}`) })
}

export async function removeLocal(device: Device, id: string): Promise<void> {
  await device.tables.local.delete(id)
}
