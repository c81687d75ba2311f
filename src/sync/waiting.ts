/** How long to wait before a hub that did not answer is asked again. Pure. */

const FIRST_MS = 2_000
const LONGEST_MS = 5 * 60_000

/**
 * Doubles with each failure, up to five minutes; spread out, so that the devices of an area do not come back all at once.
 * @param failures in a row, from 1.
 * @param chance 0 to 1.
 */
export function waitMs(failures: number, chance: number): number {
  const most = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS)
  return most / 2 + (most / 2) * chance
}
