/**
 * Large sealed objects that are never edited, named by the hash of their content: today the chunks of the register.
 *
 * Effects: IndexedDB, sealed. Rule: sync.md, "Blobs".
 */
import type { Device } from './device'

export interface NamedBlob {
  readonly hash: string
  readonly value: unknown
}

/** Stores all of them or none. */
export async function putBlobs(device: Device, blobs: readonly NamedBlob[]): Promise<void> {
  const sealed = blobs.map(({ hash, value }) => ({ hash, sealed: device.vault.seal(value, `blob|${hash}`) }))
  await device.tables.blobs.bulkPut(sealed)
}

/** The contents in the order of the hashes; `undefined` when one of them is not on this device. */
export async function getBlobs(device: Device, hashes: readonly string[]): Promise<readonly unknown[] | undefined> {
  const held = await device.tables.blobs.bulkGet([...hashes])
  const values: unknown[] = []
  for (const blob of held) {
    if (!blob) return undefined
    values.push(device.vault.open(blob.sealed, `blob|${blob.hash}`))
  }
  return values
}

export async function removeBlobs(device: Device, hashes: readonly string[]): Promise<void> {
  await device.tables.blobs.bulkDelete([...hashes])
}
