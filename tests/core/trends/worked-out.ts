/**
 * Whether a sum of unknown counts follows from others that are known, by adding and subtracting alone: whether it lies in
 * the row space of what is known. Gauss's elimination in fractions of whole numbers, so that nothing is lost to rounding.
 */

/** Unknown to how often it is counted. */
export type Sum = Readonly<Record<string, number>>

type Row = Map<string, bigint>

export function canBeWorkedOut(known: readonly Sum[], sought: Sum): boolean {
  const pivots: (readonly [string, Row])[] = []
  for (const sum of known) {
    const left = reduced(asRow(sum), pivots)
    const [pivot] = [...left.keys()]
    if (pivot !== undefined) pivots.push([pivot, left])
  }
  return reduced(asRow(sought), pivots).size === 0
}

function asRow(sum: Sum): Row {
  return new Map(Object.entries(sum).map(([id, count]) => [id, BigInt(count)]))
}

/** The row without every pivot, each cleared in turn; scaled by whole numbers. */
function reduced(row: Row, pivots: readonly (readonly [string, Row])[]): Row {
  let left = row
  for (const [id, pivot] of pivots) {
    const here = left.get(id)
    const there = pivot.get(id)
    if (here === undefined || there === undefined) continue
    const next: Row = new Map()
    for (const key of new Set([...left.keys(), ...pivot.keys()])) {
      const value = (left.get(key) ?? 0n) * there - (pivot.get(key) ?? 0n) * here
      if (value !== 0n) next.set(key, value)
    }
    left = next
  }
  return left
}
