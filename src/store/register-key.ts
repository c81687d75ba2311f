/**
 * The register key on this device: what the register phrase was turned into, sealed; the phrase itself is never kept.
 *
 * Effects: IndexedDB through store/local. Rule: product.md, "Register" (typed once per device); architecture.md, vault.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'
import type { Device } from './device'
import { getLocal, removeLocal, setLocal } from './local'

const REGISTER_KEY = 'register-key'
const Held = z.object({ key: z.string() })

/** 32 bytes, or `undefined` when the phrase was not typed on this device yet. */
export async function registerKeyOf(device: Device): Promise<Uint8Array | undefined> {
  const held = await getLocal<unknown>(device, REGISTER_KEY)
  return held === undefined ? undefined : hexToBytes(Held.parse(held).key)
}

export async function keepRegisterKey(device: Device, key: Uint8Array): Promise<void> {
  await setLocal(device, REGISTER_KEY, { key: bytesToHex(key) })
}

export async function forgetRegisterKey(device: Device): Promise<void> {
  await removeLocal(device, REGISTER_KEY)
}
