/**
 * The hypergeometric distribution: how many of `good` plans among N turn up in a sample of n, drawn without putting back.
 *
 * Pure. Tails are summed from the point asked for outwards, always over the shorter side, so nothing vanishes on the way.
 */
import { logGamma } from './beta'

export interface Hypergeometric {
  /** Plans in the register, of which `good` are of the kind counted; `n` are drawn. */
  readonly N: number
  readonly good: number
  readonly n: number
}

const logChoose = (from: number, k: number) => logGamma(from + 1) - logGamma(k + 1) - logGamma(from - k + 1)

const fewest = ({ N, good, n }: Hypergeometric) => Math.max(0, n - (N - good))
const most = ({ good, n }: Hypergeometric) => Math.min(n, good)

/** P(X = k). */
export function probabilityOf(k: number, law: Hypergeometric): number {
  if (k < fewest(law) || k > most(law)) return 0
  const { N, good, n } = law
  return Math.exp(logChoose(good, k) + logChoose(N - good, n - k) - logChoose(N, n))
}

/** P(X = to) / P(X = to − 1). */
const growth = (to: number, { N, good, n }: Hypergeometric) =>
  ((good - to + 1) * (n - to + 1)) / (to * (N - good - n + to))

function sumFrom(k: number, step: 1 | -1, law: Hypergeometric): number {
  let term = probabilityOf(k, law)
  let total = term
  for (let at = k; term > total * 1e-17; at += step) {
    if (step === 1 ? at >= most(law) : at <= fewest(law)) break
    term *= step === 1 ? growth(at + 1, law) : 1 / growth(at, law)
    total += term
  }
  return Math.min(1, total)
}

/** P(X ≥ k). */
export function atLeast(k: number, law: Hypergeometric): number {
  if (k <= fewest(law)) return 1
  if (k > most(law)) return 0
  return k > (law.n * law.good) / law.N ? sumFrom(k, 1, law) : 1 - sumFrom(k - 1, -1, law)
}

/** P(X ≤ k). */
export function atMost(k: number, law: Hypergeometric): number {
  return k < fewest(law) ? 0 : 1 - atLeast(k + 1, law)
}

/** P(X = 0), multiplied out over the shorter of the two equal products so that no digit is lost. */
export function chanceOfNone({ N, good, n }: Hypergeometric): number {
  if (n > N - good) return 0
  const [factors, others] = n <= good ? [n, good] : [good, n]
  let chance = 1
  for (let i = 0; i < factors; i += 1) chance *= (N - others - i) / (N - i)
  return chance
}
