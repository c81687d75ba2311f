/**
 * The fingerprint of a framework's content: what pins an audit to the very standards it was rated against.
 *
 * Pure. Computed over canonical JSON, so that layout and the order of keys do not matter and everything else does.
 * Rule: architecture.md (framework version and content hash on every audit).
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json'

/** @returns SHA-256 as 64 hexadecimal digits, or `null` when the value is not JSON. */
export function contentHash(json: unknown): string | null {
  const text = canonicalJson(json)
  return text === null ? null : bytesToHex(sha256(utf8ToBytes(text)))
}
