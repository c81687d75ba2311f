/**
 * What a database can keep as an id or a key. A device's own words are kept as JSON text, which takes anything;
 * ids and keys stand in columns and indexes, and a PostgreSQL takes no NUL there.
 *
 * Pure.
 */

/** As wire/protocol.ts has it for ids and keys. */
const MOST_KEY = 200
/** `<op>:<audit>:<criterion>`, each of them an id. */
const MOST_FIELD = 500

/** One line of Unicode without control characters. */
export function isPlain(text: string, most: number = MOST_KEY): boolean {
  if (text.length === 0 || text.length > most) return false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 || unit === 0x7f) return false
    // A pair is complete or it is no character.
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = text.charCodeAt(at + 1)
      if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return false
      at += 1
    }
  }
  return true
}

export function isPlainField(field: string): boolean {
  return isPlain(field, MOST_FIELD)
}
