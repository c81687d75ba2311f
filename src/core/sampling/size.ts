/**
 * How many plans give which precision: sample size for a wanted margin, and the margin of a given size.
 *
 * Pure. Simple random sampling from a register of N plans, normal approximation with the finite population correction.
 * Formulas: Cochran, Sampling Techniques, chapter 4; statistics.md, section 3.
 */
import { intervalZ } from '../statistics/normal'

/** Just below a whole number because of rounding is that whole number. */
const ROUNDING = 1e-9

export interface SampleSize {
  readonly z: number
  /** The size an endless register would need. */
  readonly n0: number
  readonly nUnrounded: number
  /** Plans to draw, between 1 and N. */
  readonly n: number
}

/** @param p the share good that is expected (0.5 is the most cautious); `margin` is half the interval's width, as a share. */
export function sampleSize(input: {
  readonly N: number
  readonly p: number
  readonly margin: number
  readonly confidence: number
}): SampleSize {
  const { N, p, margin: wanted, confidence } = input
  const z = intervalZ(confidence)
  const n0 = (z * z * p * (1 - p)) / (wanted * wanted)
  const nUnrounded = n0 === 0 ? 0 : n0 / (1 + (n0 - 1) / N)
  const n = Math.min(N, Math.max(1, Math.ceil(nUnrounded - ROUNDING)))
  return { z, n0, nUnrounded, n }
}

/** Half the width of the interval (a share) when n of N plans are drawn and a share `p` of them is good; 0 when all are. */
export function margin(input: {
  readonly N: number
  readonly n: number
  readonly p: number
  readonly confidence: number
}): number {
  const { N, n, p, confidence } = input
  if (N === n) return 0
  return intervalZ(confidence) * Math.sqrt(((p * (1 - p)) / n) * ((N - n) / (N - 1)))
}
