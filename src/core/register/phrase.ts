/**
 * The register phrase, six words that an area's managers keep, the key it gives, and the pseudonyms made with the key.
 *
 * Pure: random bytes come from the caller. The key comes from scrypt, so that guessing phrases is slow; the area's id is
 * its salt, so that one phrase gives two areas different keys. Rule: product.md, "Register"; sen2.md section 5.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { scrypt } from '@noble/hashes/scrypt.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { err, ok, type Result } from '../result'
import { PHRASE_WORDS } from './phrase-words'

export const PHRASE_LENGTH = 6
/** Random bytes that `makePhrase` needs: six times eleven bits, rounded up. */
export const PHRASE_BYTES = 9

const BITS_PER_WORD = 11
/** 32 MB of memory and about a fifth of a second on an office computer; the phrase itself has 66 bits. */
const COST = { N: 2 ** 15, r: 8, p: 1, dkLen: 32 } as const
/** 132 of the hash's 256 bits: two of a million plans share a pseudonym less than once in 10²⁷ registers. */
const PSEUDONYM_LENGTH = 22
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const KNOWN_WORDS = new Set(PHRASE_WORDS)

export type PhraseRefusal =
  | { readonly type: 'WrongNumberOfWords'; readonly found: number }
  /** Places, from 1, of words that are in no phrase: most likely misspelt. */
  | { readonly type: 'UnknownWords'; readonly places: readonly number[] }

/**
 * Makes a phrase of six words, each of the 2 048 equally likely.
 * @throws RangeError when there are fewer than `PHRASE_BYTES` random bytes: a caller's bug.
 */
export function makePhrase(random: Uint8Array): string {
  if (random.length < PHRASE_BYTES) throw new RangeError(`a phrase needs ${PHRASE_BYTES} random bytes`)
  let bits = 0n
  for (const byte of random.subarray(0, PHRASE_BYTES)) bits = (bits << 8n) | BigInt(byte)
  const words: string[] = []
  for (let at = 0; at < PHRASE_LENGTH; at++) {
    words.push(PHRASE_WORDS[Number(bits & 2047n)] ?? '')
    bits >>= BigInt(BITS_PER_WORD)
  }
  return words.join(' ')
}

/** A phrase as typed: capitals, hyphens, commas and spaces make no difference. */
export function normalisePhrase(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** @returns the normalised phrase, or which of its words cannot be right. */
export function checkPhrase(typed: string): Result<string, PhraseRefusal> {
  const phrase = normalisePhrase(typed)
  const words = phrase === '' ? [] : phrase.split(' ')
  const places = words.flatMap((word, at) => (KNOWN_WORDS.has(word) ? [] : [at + 1]))
  if (places.length > 0) return err({ type: 'UnknownWords', places })
  return words.length === PHRASE_LENGTH ? ok(phrase) : err({ type: 'WrongNumberOfWords', found: words.length })
}

/**
 * The register key: 32 bytes from phrase and area. Slow on purpose; call it in a worker.
 * @param phrase in any spelling that `normalisePhrase` makes equal
 */
export function registerKey(phrase: string, areaId: string): Uint8Array {
  return scrypt(utf8ToBytes(normalisePhrase(phrase)), utf8ToBytes(`plumbline register key 1|${areaId}`), COST)
}

/**
 * Eight hexadecimal digits that tell one key from another, kept beside the register: a phrase typed wrongly gives other
 * digits and is recognised as not the phrase of this area. They say nothing about the pseudonyms.
 */
export function phraseFingerprint(key: Uint8Array): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes('plumbline register key check'))).slice(0, 8)
}

/**
 * The pseudonym of a plan: the same plan is recognised in the next import, and nobody without the key can tell which it
 * is. A keyed hash, never a plain one: references are few enough to be tried one by one.
 * @param key from `registerKey`
 * @param reference from `normaliseReference`
 * @returns 22 letters, digits, hyphens or underscores
 */
export function pseudonym(key: Uint8Array, reference: string): string {
  const bytes = hmac(sha256, key, utf8ToBytes(`plan|${reference}`))
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    held += 8
    while (held >= 6 && text.length < PSEUDONYM_LENGTH) {
      held -= 6
      text += ALPHABET[(bits >> held) & 63]
    }
    bits &= (1 << held) - 1
    if (text.length === PSEUDONYM_LENGTH) break
  }
  return text
}
