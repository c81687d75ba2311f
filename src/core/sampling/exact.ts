/**
 * Exact limits: for a register of N plans (hypergeometric) and for an endless one (Clopper-Pearson), and what a sample
 * without a finding proves.
 *
 * Pure. Searches rest on the tails being monotone in the number of good plans. Definitions: statistics.md, section 3;
 * Cochran, Sampling Techniques, chapter 3 (finite); Clopper and Pearson 1934.
 */
import { betaQuantile } from '../statistics/beta'
import { atLeast, atMost, chanceOfNone } from '../statistics/hypergeometric'
import { wilsonLimits } from '../statistics/proportions'

export interface Limits {
  readonly lower: number
  readonly upper: number
}

/**
 * A chance without the noise of its last digits. A chance that equals its limit is then decided by the limit alone, as the
 * machine holds it (1 − 0.9 lies just below 0.1, 1 − 0.95 just above 0.05): the same way as in R.
 */
const settled = (chance: number) => Number(chance.toPrecision(12))

/** The smallest whole number from `low` to `high` that passes; `high` when none below it does. */
function smallestThat(low: number, high: number, passes: (value: number) => boolean): number {
  let [least, most] = [low, high]
  while (least < most) {
    const middle = Math.floor((least + most) / 2)
    if (passes(middle)) most = middle
    else least = middle + 1
  }
  return least
}

/** The largest whole number from `low` to `high` that passes; `low` when none above it does. */
const largestThat = (low: number, high: number, passes: (value: number) => boolean) =>
  -smallestThat(-high, -low, (value) => passes(-value))

/**
 * Exact interval for the number of good plans in a register of N when x of n drawn plans are good.
 * @returns counts of plans, and the same as shares of the register.
 */
export function exactFinite(input: {
  readonly N: number
  readonly n: number
  readonly x: number
  readonly confidence: number
}): Limits & { readonly lowerCount: number; readonly upperCount: number } {
  const { N, n, x, confidence } = input
  const above = (1 - confidence) / 2
  const fewest = x
  const most = N - n + x
  const lowerCount = smallestThat(fewest, most, (good) => settled(atLeast(x, { N, good, n })) > above)
  const upperCount = largestThat(fewest, most, (good) => settled(atMost(x, { N, good, n })) > above)
  return { lowerCount, upperCount, lower: lowerCount / N, upper: upperCount / N }
}

/** Exact interval, the register taken as endless. */
export function clopperPearson(input: { readonly n: number; readonly x: number; readonly confidence: number }): Limits {
  const { n, x, confidence } = input
  const tail = (1 - confidence) / 2
  return {
    lower: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  }
}

/**
 * Wilson interval for a register of N plans: n counts as n(N−1)/(N−n). When every plan was drawn the share is known.
 * @returns `effectiveN` null when every plan was drawn.
 */
export function wilsonFinite(input: {
  readonly N: number
  readonly n: number
  readonly x: number
  readonly confidence: number
}): Limits & { readonly effectiveN: number | null } {
  const { N, n, x, confidence } = input
  const share = x / n
  if (n === N) return { effectiveN: null, lower: share, upper: share }
  const effectiveN = (n * (N - 1)) / (N - n)
  const { ciLow, ciHigh } = wilsonLimits(share, effectiveN, confidence)
  return { effectiveN, lower: ciLow, upper: ciHigh }
}

/** The smallest sample that meets at least one of `bad` plans with this assurance (0 to 1). `bad` is at least 1. */
export function discovery(input: { readonly N: number; readonly bad: number; readonly assurance: number }): {
  readonly n: number
  readonly chanceOfNone: number
} {
  const { N, bad, assurance } = input
  const allowed = 1 - assurance + 1e-12
  const n = smallestThat(0, N, (size) => chanceOfNone({ N, good: bad, n: size }) <= allowed)
  return { n, chanceOfNone: chanceOfNone({ N, good: bad, n }) }
}

/** The most plans that could be bad when none of n drawn plans was, with this assurance. */
export function noneFound(input: { readonly N: number; readonly n: number; readonly assurance: number }): {
  readonly most: number
  readonly share: number
} {
  const { N, n, assurance } = input
  const above = 1 - assurance
  const most = largestThat(0, N - n, (bad) => settled(chanceOfNone({ N, good: bad, n })) > above)
  return { most, share: most / N }
}
