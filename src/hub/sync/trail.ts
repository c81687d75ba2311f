/**
 * The hash chain of the trail: each op's hash covers the one before, what the op was, and the hash of its payload. The
 * payload is hashed with a random salt, so that an erasure can delete both and nothing can be guessed back, while the chain
 * still verifies.
 *
 * Pure: SHA-256 by @noble/hashes. Rule: sync.md, "Hub tables" and "When visibility changes".
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The hash before the first op of an area. */
export const FIRST_HASH = ''

export interface TrailEntry {
  readonly area: string
  readonly position: number
  readonly device: string
  readonly n: number
  readonly op_id: string
  readonly actor: string
  readonly at_device: string
  readonly at_hub: string
  readonly kind: string
  readonly field: string | null
  readonly key: string | null
  readonly rev: number | null
  readonly outcome: string
  readonly refusal: string | null
  readonly payload_hash: string
  readonly prev_hash: string
}

export function payloadHash(salt: string, payload: string): string {
  return hash([salt, payload])
}

export function entryHash(entry: TrailEntry): string {
  const { area, position, device, n, op_id, actor, at_device, at_hub, kind, field, key, rev, outcome, refusal } = entry
  const what = [area, position, device, n, op_id, actor, at_device, at_hub, kind, field, key, rev, outcome, refusal]
  return hash([entry.prev_hash, ...what, entry.payload_hash])
}

/** JSON keeps the parts apart: no two different lists give the same text. */
function hash(parts: readonly (string | number | null)[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))))
}
