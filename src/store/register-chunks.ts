/**
 * The chunks of a register as blobs: sealed under the register key, named by the hash of what was sealed.
 *
 * Effects: random nonces (vault). Whoever keeps the blobs can check them by their names and read none of them.
 * Rule: sync.md, "Blobs"; architecture.md, "The register is not rows".
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'
import { RegisterChunk } from '../core/register/chunks'
import { fromBase64, toBase64 } from './base64'
import type { NamedBlob } from './blobs'
import { createVault } from './vault'

const SealedText = z.string()

const placeOf = (registerId: string, at: number) => `register|${registerId}|${at}`

/** Seals chunks for one register, in their order. */
export function sealChunks(
  key: Uint8Array,
  registerId: string,
  chunks: readonly RegisterChunk[],
): readonly NamedBlob[] {
  const vault = createVault(key)
  return chunks.map((chunk, at) => {
    const sealed = vault.seal(chunk, placeOf(registerId, at))
    return { hash: bytesToHex(sha256(sealed)), value: toBase64(sealed) }
  })
}

/**
 * @returns the chunks; `undefined` when the key is another register's or a blob was damaged.
 * @throws when a blob opens but holds no chunk: only a bug can cause that.
 */
export function openChunks(
  key: Uint8Array,
  registerId: string,
  blobs: readonly unknown[],
): readonly RegisterChunk[] | undefined {
  const vault = createVault(key)
  const chunks: unknown[] = []
  try {
    blobs.forEach((blob, at) => {
      chunks.push(vault.open(fromBase64(SealedText.parse(blob)), placeOf(registerId, at)))
    })
  } catch {
    return undefined
  }
  return chunks.map((chunk) => RegisterChunk.parse(chunk))
}
