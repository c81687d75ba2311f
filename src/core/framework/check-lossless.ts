/**
 * Finds what reading a framework would silently drop or trim: its content hash must be that of the file, on every device.
 *
 * Pure. Rule: a published version never changes and is pinned by its hash (architecture.md).
 */
import { type Problem, placeOf } from './problem'

/** @param read what the schema made of `written`. */
export function checkLossless(
  written: unknown,
  read: unknown,
  path: readonly (string | number)[] = [],
): readonly Problem[] {
  if (read === undefined) return [{ where: placeOf(path), message: 'This field is not known here.' }]
  if (typeof written === 'string' && written !== read) {
    return [{ where: placeOf(path), message: 'This text begins or ends with a space; take it away.' }]
  }
  if (typeof written !== 'object' || written === null || typeof read !== 'object' || read === null) return []
  return Object.entries(written).flatMap(([key, member]) =>
    checkLossless(member, Object.hasOwn(read, key) ? Reflect.get(read, key) : undefined, [
      ...path,
      Array.isArray(written) ? Number(key) : key,
    ]),
  )
}
