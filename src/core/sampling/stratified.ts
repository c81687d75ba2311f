/**
 * The share good in a register, estimated from a sample drawn stratum by stratum, and for one kind of plan within it.
 *
 * Pure. Each stratum counts by its size in the register, whatever its share of the sample. Cochran, Sampling Techniques,
 * chapters 5 and 5A; the interval on the logit scale keeps within 0 and 1. Intervals with Student's t, df = Σn − strata.
 */
import { intervalZ } from '../statistics/normal'
import { intervalT } from '../statistics/student'

export interface StratumCount {
  readonly N: number
  readonly n: number
  /** Good among the n. */
  readonly x: number
}

export type Pair = readonly [number, number]

/** Why there is no standard error: a stratum of several plans of which one was drawn says nothing of its spread. */
export const ONE_PLAN = 'a stratum has one plan: its variance cannot be estimated'

export interface StratifiedEstimate {
  /** Plans of the register that each drawn plan stands for, by stratum. */
  readonly weights: readonly number[]
  readonly estimate: number
  /** The plain share of the drawn plans. */
  readonly unweighted: number
  readonly error?: typeof ONE_PLAN
  readonly se?: number
  readonly df?: number
  readonly ciNormal?: Pair
  /** Left out when no degree of freedom is left: every stratum was a single plan. */
  readonly ciT?: Pair
  /** The standard error is 0 (all, or none, good in every stratum): use the exact interval. */
  readonly degenerate?: boolean
  readonly ciLogit?: Pair
  /** Variance beside that of a simple random sample of the same size. */
  readonly deff?: number
}

/** Below this a standard error is rounding, not spread (statistics.md, section 8). */
const NO_SPREAD = 1e-9

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const around = (middle: number, half: number): Pair => [middle - half, middle + half]
const logistic = (value: number) => 1 / (1 + Math.exp(-value))

/** Variance of a stratum's mean, from the sum of squared deviations of its drawn plans. */
const varianceOfMean = (N: number, n: number, squares: number) => (n > 1 ? ((1 - n / N) * squares) / (n - 1) / n : 0)

function logitInterval(estimate: number, se: number, t: number): Pair {
  const centre = Math.log(estimate / (1 - estimate))
  const half = (t * se) / (estimate * (1 - estimate))
  return [logistic(centre - half), logistic(centre + half)]
}

/** Every stratum has at least one drawn plan. */
export function stratified(input: {
  readonly strata: readonly StratumCount[]
  readonly confidence: number
}): StratifiedEstimate {
  const { strata, confidence } = input
  const N = sum(strata.map((stratum) => stratum.N))
  const n = sum(strata.map((stratum) => stratum.n))
  const estimate = sum(strata.map((stratum) => (stratum.N / N) * (stratum.x / stratum.n)))
  const shares = {
    weights: strata.map((stratum) => stratum.N / stratum.n),
    estimate,
    unweighted: sum(strata.map((stratum) => stratum.x)) / n,
  }
  if (strata.some((stratum) => stratum.n === 1 && stratum.N > 1)) return { ...shares, error: ONE_PLAN }

  const variance = sum(
    strata.map((stratum) => {
      const share = stratum.x / stratum.n
      const squares = stratum.n * share * (1 - share)
      return (stratum.N / N) ** 2 * varianceOfMean(stratum.N, stratum.n, squares)
    }),
  )
  const root = Math.sqrt(variance)
  const se = root < NO_SPREAD ? 0 : root
  const df = n - strata.length
  const t = df > 0 ? intervalT(confidence, df) : null
  const taken = n / N
  return {
    ...shares,
    se,
    df,
    ciNormal: around(estimate, intervalZ(confidence) * se),
    ...(t === null ? {} : { ciT: around(estimate, t * se) }),
    degenerate: se === 0,
    ...(se === 0 || t === null ? {} : { ciLogit: logitInterval(estimate, se, t) }),
    ...(se === 0 ? {} : { deff: variance / (((1 - taken) * estimate * (1 - estimate)) / (n - 1)) }),
  }
}

export interface DomainCount {
  readonly N: number
  readonly n: number
  /** Drawn plans of the kind looked at, and the good among them. */
  readonly nDomain: number
  readonly xDomain: number
}

export interface DomainEstimate {
  /** Share good among the plans of the kind. */
  readonly estimate: number
  readonly se: number
  readonly df: number
  readonly ciT?: Pair
  /** Plans of the kind in the register, estimated. */
  readonly domainSize: number
  readonly domainSizeSe: number
}

/** A ratio of two totals, by linearisation. At least one drawn plan is of the kind, and no stratum of several has n = 1. */
export function domain(input: {
  readonly strata: readonly DomainCount[]
  readonly confidence: number
}): DomainEstimate {
  const { strata, confidence } = input
  const domainSize = sum(strata.map(({ N, n, nDomain }) => (N / n) * nDomain))
  const estimate = sum(strata.map(({ N, n, xDomain }) => (N / n) * xDomain)) / domainSize
  const variance = sum(
    strata.map(({ N, n, nDomain, xDomain }) => {
      const mean = (xDomain - estimate * nDomain) / n
      const good = xDomain * (1 - estimate - mean) ** 2
      const notGood = (nDomain - xDomain) * (-estimate - mean) ** 2
      const others = (n - nDomain) * mean ** 2
      return N ** 2 * varianceOfMean(N, n, good + notGood + others)
    }),
  )
  const sizeVariance = sum(
    strata.map(({ N, n, nDomain }) => N ** 2 * varianceOfMean(N, n, nDomain * (1 - nDomain / n))),
  )
  const root = Math.sqrt(variance) / domainSize
  const se = root < NO_SPREAD ? 0 : root
  const df = sum(strata.map(({ n }) => n)) - strata.length
  return {
    estimate,
    se,
    df,
    ...(df > 0 ? { ciT: around(estimate, intervalT(confidence, df) * se) } : {}),
    domainSize,
    domainSizeSe: Math.sqrt(sizeVariance),
  }
}
