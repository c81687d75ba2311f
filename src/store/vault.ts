/**
 * Seals everything the device stores and opens it again. Where a sealed value belongs (its key, scope, revision) is
 * authenticated with it, so that a value moved to another place does not open.
 *
 * Effects: random nonces. Synchronous, because an IndexedDB transaction ends when it waits for anything else.
 * XChaCha20-Poly1305 by @noble/ciphers. Rule: sync.md, "Encryption at rest on the device".
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'

const NONCE_BYTES = 24
const encoder = new TextEncoder()
const decoder = new TextDecoder()

export interface Vault {
  /** Seals any JSON value for one place. */
  readonly seal: (value: unknown, place: string) => Uint8Array
  /** @throws when the value was damaged, belongs to another place or was sealed with another key. */
  readonly open: (sealed: Uint8Array, place: string) => unknown
}

/** Tells two sealed values apart without opening them: half of the random nonce. */
export function sealedMark(sealed: Uint8Array): string {
  let mark = ''
  for (let at = 0; at < NONCE_BYTES / 2; at += 1) mark += String.fromCharCode(sealed[at] ?? 0)
  return mark
}

/** @param dataKey 32 random bytes. */
export function createVault(dataKey: Uint8Array): Vault {
  return {
    seal(value, place) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
      const cipher = xchacha20poly1305(dataKey, nonce, encoder.encode(place))
      const body = cipher.encrypt(encoder.encode(JSON.stringify(value)))
      const sealed = new Uint8Array(NONCE_BYTES + body.length)
      sealed.set(nonce)
      sealed.set(body, NONCE_BYTES)
      return sealed
    },
    open(sealed, place) {
      const nonce = sealed.subarray(0, NONCE_BYTES)
      const cipher = xchacha20poly1305(dataKey, nonce, encoder.encode(place))
      return JSON.parse(decoder.decode(cipher.decrypt(sealed.subarray(NONCE_BYTES))))
    },
  }
}
