/**
 * Audit codes: the short codes under which drawn plans are known to their auditors, such as K7F-2Q9.
 *
 * Pure: the random bytes are an argument. Codes come from them alone, so nothing of the register shows in a code. No two
 * codes differ in one character only, and none of the characters looks like another: a slip never names another plan.
 * Rule: product.md, "Audit code".
 */

/** Without vowels, so that no word appears, and without 0 1 B G I L O S U Z, which are read as something else. */
const ALPHABET = '23456789CDFHJKMNPQRTVWXY'
const LENGTH = 6
const BYTES_PER_TRY = 8

/** Random bytes to hand over for so many codes: enough for the tries that are thrown away. */
export function auditCodeBytes(count: number): number {
  return BYTES_PER_TRY * (2 * count + 64)
}

function codeOf(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let code = ''
  for (let place = 0; place < LENGTH; place += 1) {
    code += ALPHABET[Number(number % BigInt(ALPHABET.length))]
    number /= BigInt(ALPHABET.length)
  }
  return code
}

/** The code with each place blanked in turn: two codes that share one of these differ in at most one character. */
const patternsOf = (code: string) => Array.from(code, (_, place) => `${code.slice(0, place)}?${code.slice(place + 1)}`)

const written = (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`

/**
 * @param randomBytes from a cryptographic source, `auditCodeBytes(count)` of them.
 * @param taken codes in use already, in this cycle or others still open.
 * @throws RangeError when the bytes run out: a caller's bug, or a source that is not random.
 */
export function auditCodes(count: number, randomBytes: Uint8Array, taken: readonly string[] = []): readonly string[] {
  const used = new Set(taken.flatMap((code) => patternsOf(code.replace('-', ''))))
  const codes: string[] = []
  for (let from = 0; codes.length < count; from += BYTES_PER_TRY) {
    const bytes = randomBytes.subarray(from, from + BYTES_PER_TRY)
    if (bytes.length < BYTES_PER_TRY) throw new RangeError('not enough random bytes for the audit codes')
    const code = codeOf(bytes)
    const patterns = patternsOf(code)
    if (patterns.some((pattern) => used.has(pattern))) continue
    for (const pattern of patterns) used.add(pattern)
    codes.push(written(code))
  }
  return codes
}
