/**
 * How close the share good of a sample will come to that of its frame, said before anything is drawn.
 *
 * Pure. A sample shared out by size has the margin of simple random sampling; one that is not (equal, Neyman, minimums
 * that lift small strata) has the margin of the stratified estimate, which is wider or narrower. Cochran, chapters 4 and 5.
 */
import { intervalZ } from '../statistics/normal'
import { margin } from './size'

export interface Precision {
  readonly confidence: number
  /** Half the width of the interval, as a share. */
  readonly margin: number
  /** The share good at which it is worked out: 0.5 is the widest. */
  readonly at: number
}

const CONFIDENCE = 0.95
const AT = 0.5

export interface Allocated {
  readonly N: number
  readonly n: number
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Half-width for strata sampled at different rates. Strata without a drawn plan say nothing and are left out. */
function stratifiedMargin(strata: readonly Allocated[]): number {
  const covered = strata.filter((stratum) => stratum.n > 0)
  const total = sum(covered.map((stratum) => stratum.N))
  const variances = covered.map(({ N, n }) =>
    N === n ? 0 : (N / total) ** 2 * ((AT * (1 - AT)) / n) * ((N - n) / (N - 1)),
  )
  return intervalZ(CONFIDENCE) * Math.sqrt(sum(variances))
}

/** @param isBySize whether every stratum has its proportional share of the sample. */
export function precisionOf(strata: readonly Allocated[], isBySize: boolean): Precision {
  const N = sum(strata.map((stratum) => stratum.N))
  const n = sum(strata.map((stratum) => stratum.n))
  const half = isBySize ? margin({ N, n, p: AT, confidence: CONFIDENCE }) : stratifiedMargin(strata)
  return { confidence: CONFIDENCE, margin: half, at: AT }
}
