/**
 * Reads the JSON of a request strictly: UTF-8, not deeper than any message of ours, and without text that PostgreSQL cannot
 * store as it is.
 *
 * Pure. An op's own data is kept as JSON text and may hold any text (hub/sync/wellformed.ts looks at its keys).
 */
import { err, ok, type Result } from '../../core/result'

const MOST_DEPTH = 40

/** @returns the value, or the sentence why it cannot be read. */
export function readJsonBody(bytes: Uint8Array, strings: 'plain' | 'any'): Result<unknown, string> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return err('The message is not UTF-8.')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err('The message is not JSON, or it was cut short.')
  }
  return isTame(value, strings) ? ok(value) : err('The message is nested too deeply or holds text that cannot be kept.')
}

/** Level by level instead of by calling itself: depth must not fill the stack. */
function isTame(value: unknown, strings: 'plain' | 'any'): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_DEPTH) return false
    const next: unknown[] = []
    for (const one of level) {
      if (typeof one === 'string' && strings === 'plain' && !isPlain(one)) return false
      if (typeof one !== 'object' || one === null) continue
      if (!Array.isArray(one) && Object.keys(one).some((key) => key === '__proto__')) return false
      for (const child of Object.values(one)) next.push(child)
    }
    level = next
  }
  return true
}

/** Text that every database stores as it is: no NUL, no half of a pair. */
function isPlain(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text)
}
