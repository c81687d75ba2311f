/**
 * The key of this device's vault: 32 random bytes, wrapped by a key the browser holds and does not give out.
 *
 * Effects: Web Crypto, IndexedDB. The seam where a passphrase or a passkey takes the place of the browser's key.
 * Rule: sync.md, "Encryption at rest on the device".
 */
import type { StoredKey, Tables } from './tables'

const ALGORITHM = 'AES-KW'

/** The data key of this database; made on first use, the same in every tab. */
export async function deviceKey(tables: Tables): Promise<Uint8Array> {
  const held = await tables.keys.get('data-key')
  if (held) return unwrap(held)
  const made = await make()
  // Two tabs may come here together: the first to store its key wins, both use the stored one.
  await tables.transaction('rw', tables.keys, async () => {
    const other = await tables.keys.get('data-key')
    if (!other) await tables.keys.add(made)
  })
  const stored = await tables.keys.get('data-key')
  if (!stored) throw new Error('the device key was stored but cannot be read back')
  return unwrap(stored)
}

async function make(): Promise<StoredKey> {
  const wrapping = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['wrapKey', 'unwrapKey'])
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const dataKey = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, true, ['sign'])
  return { id: 'data-key', wrapping, wrapped: await crypto.subtle.wrapKey('raw', dataKey, wrapping, ALGORITHM) }
}

async function unwrap({ wrapped, wrapping }: StoredKey): Promise<Uint8Array> {
  const kind = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.unwrapKey('raw', wrapped, wrapping, ALGORITHM, kind, true, ['sign'])
  return new Uint8Array(await crypto.subtle.exportKey('raw', key))
}
