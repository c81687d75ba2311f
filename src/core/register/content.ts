/**
 * A short key for the content of a row: equal for rows that are equal after trimming and ignoring case.
 *
 * Pure. Only rows of one plan reference are ever compared, and the key never leaves the import: it is no protection of
 * anything, it only keeps a million rows from being held in memory twice.
 */

/** @returns about a hundred bits of two running hashes; blank cells at the end of a row make no difference. */
export function contentKey(row: readonly string[]): string {
  let [a, b, c] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b]
  let blanks = 0
  for (const cell of row) {
    const text = cell.trim().toLowerCase()
    blanks++
    if (text === '') continue
    a = Math.imul(a ^ blanks, 0x01000193)
    b = Math.imul(b + blanks, 0xc2b2ae35)
    blanks = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b + code, 0x27d4eb2f)
      b ^= b >>> 15
      c = Math.imul(c ^ code, 0x165667b1)
      c ^= c >>> 13
    }
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}.${(c >>> 0).toString(36)}`
}
