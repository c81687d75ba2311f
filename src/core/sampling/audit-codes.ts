/**
 * Audit codes: the short codes under which drawn plans are known to their auditors, such as K7F-2Q9.
 *
 * Pure but for the source of random bytes, which is an argument. Codes come from them alone, so nothing of the register shows in a code. No two
 * codes differ in one character only, and none of the characters looks like another: a slip never names another plan.
 * Rule: product.md, "Audit code".
 */

/** Without vowels, so that no word appears, and without 0 1 B G I L O S U Z, which are read as something else. */
const ALPHABET = '23456789CDFHJKMNPQRTVWXY'
const LENGTH = 6
const BYTES_PER_TRY = 8

/** So many codes thrown away one after the other: the source is not random, or all codes are taken. */
const MOST_TRIES = 1000

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
 * @param randomBytes a cryptographic source: so many fresh bytes at each call.
 * @param taken codes in use already, in this cycle or others still open.
 * @throws RangeError when no free code turns up: a source that is not random, a caller's bug.
 */
export function auditCodes(
  count: number,
  randomBytes: (count: number) => Uint8Array,
  taken: readonly string[] = [],
): readonly string[] {
  const used = new Set(taken.flatMap((code) => patternsOf(code.replace('-', ''))))
  const codes: string[] = []
  let tries = 0
  while (codes.length < count) {
    const code = codeOf(randomBytes(BYTES_PER_TRY))
    const patterns = patternsOf(code)
    if (patterns.some((pattern) => used.has(pattern))) {
      tries += 1
      if (tries > MOST_TRIES) throw new RangeError('no free audit code turned up')
      continue
    }
    for (const pattern of patterns) used.add(pattern)
    codes.push(written(code))
    tries = 0
  }
  return codes
}
