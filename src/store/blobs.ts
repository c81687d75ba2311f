/**
 * Large sealed objects that are never edited, named by the hash of their content: today the chunks of the register.
 *
 * Effects: IndexedDB, sealed. Rule: sync.md, "Blobs".
 */
import * as z from 'zod/mini'
import { fromBase64, toBase64 } from './base64'
import type { Device } from './device'

/** Every blob there is, is bytes written as text; its name is the hash of the bytes. */
const BytesAsText = z.string()

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

/** The bytes a blob travels as; `undefined` when it is not on this device. */
export async function blobBytes(device: Device, hash: string): Promise<Uint8Array | undefined> {
  const [value] = (await getBlobs(device, [hash])) ?? []
  return value === undefined ? undefined : fromBase64(BytesAsText.parse(value))
}

export async function putBlobBytes(device: Device, hash: string, bytes: Uint8Array): Promise<void> {
  await putBlobs(device, [{ hash, value: toBase64(bytes) }])
}
