/**
 * The quantile of Student's t: the multiplier of an interval whose spread is itself an estimate.
 *
 * Pure. t²/(t² + df) is a beta(1/2, df/2) variable; worked out from whichever end keeps the digits.
 */
import { betaQuantile } from './beta'

/**
 * @param df degrees of freedom, more than 0; need not be whole.
 * @returns t so that a t variable lies between −t and t with probability `confidence`.
 */
export function intervalT(confidence: number, df: number): number {
  const outer = betaQuantile(confidence, 0.5, df / 2)
  if (outer < 0.9) return Math.sqrt((df * outer) / (1 - outer))
  const inner = betaQuantile(1 - confidence, df / 2, 0.5)
  return Math.sqrt((df * (1 - inner)) / inner)
}
