/**
 * The rules of the protocol that the hub keeps, each by its number in wire/protocol.ts: small, so that the simulation can
 * leave one out and show what breaks without it.
 *
 * Pure.
 */
import type { Change } from '../../core/ops/op'
import type { Cursor } from '../../wire/protocol'

/** Rule 9: a pruned marker can be missed only by a device that was away longer than this. */
export const KEEP_MARKERS_DAYS = 180

/** Rule 2: where an op stands to the counter of its device. */
export function orderOf(last: number, n: number): 'earlier' | 'next' | 'gap' {
  if (n <= last) return 'earlier'
  return n === last + 1 ? 'next' : 'gap'
}

/** Rule 2: the counter after an op was judged, refused or not. */
export function lastAfter(last: number, n: number, _outcome: 'applied' | 'overlap' | 'refused'): number {
  return Math.max(last, n)
}

/** Rule 3: the counter has passed this op, and nobody has ever seen it: two browsers count as one device. */
export function isForked(order: 'earlier' | 'next' | 'gap', isKnown: boolean): boolean {
  return order === 'earlier' && !isKnown
}

/** Rule 3: an op that was judged before, by whatever device and number it came, is never judged again. */
export function isReplay(isKnown: boolean): boolean {
  return isKnown
}

/**
 * Optimistic concurrency: another device changed the field after the state this op was made on.
 * @param foreignRev the latest rev by which another device set this field; 0 when none did.
 */
export function isOverlap(foreignRev: number, base: number): boolean {
  return foreignRev > base
}

/** Rule 5: the scope that must be told that the row is gone from it; `null` when nobody held it elsewhere. */
export function leavesMarker(before: Change['scope'] | null, after: Change['scope']): Change['scope'] | null {
  return before !== null && before !== after ? before : null
}

/**
 * Rules 7, 8 and 9: whether a device must be given the scope from its beginning. Markers below the floor are gone; a reset
 * under way has missed none of them unless the floor has risen since it began.
 */
export function needsReset(cursor: Cursor | undefined, floor: number): boolean {
  if (cursor === undefined) return true
  if (typeof cursor === 'number') return cursor < floor
  return cursor.resetAt < floor && (cursor.floor ?? 0) < floor
}

/** Rule 8: at the beginning of a reset a device has nothing of the scope that a drop could take away. */
export function dropsBelongIn(page: { readonly mode: 'delta' | 'reset'; readonly from: number }): boolean {
  return page.mode === 'delta' || page.from > 0
}

/** Rule 9: the floor of a scope once its markers up to `seq` were pruned. */
export function floorAfterPruning(floor: number, prunedSeq: number): number {
  return Math.max(floor, prunedSeq)
}

/** Rule 12: a cursor means something only in the life of the area in which it was given. */
export function cursorsCount(asked: string | null, epoch: string): boolean {
  return asked === epoch
}
