/**
 * How a sample is shared out among strata: by size, equally, or by size and spread (Neyman).
 *
 * Pure and deterministic. Shares above a stratum's size are fixed at the size, then shares below the minimum at the
 * minimum, and the rest is shared again; what is left of a plan goes to the largest remainders, ties to the larger
 * stratum, then to the earlier one. Cochran, Sampling Techniques, chapter 5.
 */
import { err, ok, type Result } from '../result'

export const ALLOCATIONS = ['proportional', 'equal', 'neyman'] as const
export type AllocationMethod = (typeof ALLOCATIONS)[number]

export interface StratumSize {
  readonly N: number
  /** Standard deviation of "good" within the stratum, for Neyman allocation: √(p(1−p)), at most 0.5. */
  readonly s?: number | undefined
}

export type AllocationRefusal =
  | { readonly type: 'SampleLargerThanFrame'; readonly size: number; readonly N: number }
  | { readonly type: 'MinimumsExceedSample'; readonly size: number; readonly needed: number }

/** Shares this close to a limit count as on it; the last digits of a division decide nothing. */
const NEAR = 1e-9
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

interface Cell {
  readonly index: number
  readonly N: number
  readonly least: number
  weight: number
  share: number
  /** Where the share was held because it fell outside its limits. */
  held: 'no' | 'at-size' | 'at-minimum'
}

function weightOf(method: AllocationMethod, { N, s }: StratumSize): number {
  if (method === 'proportional') return N
  return method === 'equal' ? 1 : N * (s ?? 0)
}

/** Gives every cell that is not held its share of what is left, and holds those outside their limits, until none is. */
function shareOut(cells: readonly Cell[], n: number): void {
  for (;;) {
    const free = cells.filter((cell) => cell.held === 'no')
    if (free.length === 0) return
    const left = n - sum(cells.filter((cell) => cell.held !== 'no').map((cell) => cell.share))
    if (sum(free.map((cell) => cell.weight)) === 0) for (const cell of free) cell.weight = cell.N
    const weight = sum(free.map((cell) => cell.weight))
    for (const cell of free) cell.share = weight === 0 ? 0 : (left * cell.weight) / weight
    const over = free.filter((cell) => cell.share > cell.N + NEAR)
    const under = free.filter((cell) => cell.share < cell.least - NEAR)
    if (over.length === 0 && under.length === 0) return
    for (const cell of over.length > 0 ? over : under) {
      cell.share = over.length > 0 ? cell.N : cell.least
      cell.held = over.length > 0 ? 'at-size' : 'at-minimum'
    }
  }
}

/**
 * Shares out, and again without holding anything at its size while the minimums held since have made the whole too large.
 * Each round holds at least one more stratum at its minimum, and the minimums fit, so it ends.
 */
function shareWithinSample(cells: readonly Cell[], n: number): void {
  shareOut(cells, n)
  while (sum(cells.map((cell) => cell.share)) > n + NEAR) {
    for (const cell of cells) if (cell.held === 'at-size') cell.held = 'no'
    shareOut(cells, n)
  }
}

function roundShares(cells: readonly Cell[], n: number): readonly number[] {
  const counts = cells.map((cell) => (cell.held === 'no' ? Math.floor(cell.share + NEAR) : cell.share))
  const byRemainder = cells
    .filter((cell) => cell.held === 'no')
    .map((cell) => ({ cell, remainder: Math.round((cell.share - (counts[cell.index] ?? 0)) / NEAR) }))
    .sort((a, b) => b.remainder - a.remainder || b.cell.N - a.cell.N || a.cell.index - b.cell.index)
  for (const { cell } of byRemainder.slice(0, Math.max(0, n - sum(counts)))) {
    counts[cell.index] = (counts[cell.index] ?? 0) + 1
  }
  return counts
}

/** @returns plans to draw from each stratum, in the order given; they add up to `n` and never exceed a stratum. */
export function allocate(input: {
  readonly method: AllocationMethod
  readonly n: number
  readonly minimum?: number | undefined
  readonly strata: readonly StratumSize[]
}): Result<readonly number[], AllocationRefusal> {
  const { method, n, minimum = 0, strata } = input
  const cells: readonly Cell[] = strata.map((stratum, index) => ({
    index,
    N: stratum.N,
    least: Math.min(minimum, stratum.N),
    weight: weightOf(method, stratum),
    share: 0,
    held: 'no',
  }))
  const N = sum(strata.map((stratum) => stratum.N))
  const needed = sum(cells.map((cell) => cell.least))
  if (n > N) return err({ type: 'SampleLargerThanFrame', size: n, N })
  if (needed > n) return err({ type: 'MinimumsExceedSample', size: n, needed })
  shareWithinSample(cells, n)
  return ok(roundShares(cells, n))
}
