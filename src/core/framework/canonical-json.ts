/**
 * One text for one JSON value: keys sorted, no white space, numbers and strings as JSON.stringify writes them.
 *
 * Pure. Two files that differ only in the order of keys or in layout have the same canonical text, on every machine.
 */

/** Deeper nesting than any framework has; beyond it a value is refused instead of exhausting the stack. */
const MAX_DEPTH = 64

/**
 * Members that are `undefined` are left out, as in JSON.
 * @returns the text, or `null` when the value is not JSON (undefined, a function, NaN …) or nested too deeply.
 */
export function canonicalJson(value: unknown, depth = 0): string | null {
  if (depth > MAX_DEPTH) return null
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : null
  if (typeof value !== 'object') return null
  if (Array.isArray(value))
    return joined(
      value.map((item) => canonicalJson(item, depth + 1)),
      '[',
      ']',
    )
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => {
      const text = canonicalJson(member, depth + 1)
      return text === null ? null : `${JSON.stringify(key)}:${text}`
    })
  return joined(members, '{', '}')
}

function joined(parts: readonly (string | null)[], open: string, close: string): string | null {
  return parts.includes(null) ? null : `${open}${parts.join(',')}${close}`
}
