/**
 * A share good as it may be shown: with its interval, and only when there are plans enough to speak of a share.
 *
 * Pure. Below 5 plans counts alone; from 5 to 29 an early indication; from 30 plainly. Wilson interval, 95 %.
 * Rule: statistics.md, section 5.
 */
import { wilson } from '../statistics/proportions'

export const CONFIDENCE = 0.95
const LEAST_FOR_SHARE = 5
const LEAST_FOR_PLAIN = 30

/** `no-data`: nothing counted; `counts-only`: too few for a share. */
export type Strength = 'no-data' | 'counts-only' | 'early' | 'plain'

export interface ShareRange {
  readonly low: number
  readonly high: number
}

export interface ShownShare {
  readonly good: number
  readonly n: number
  /** 0 to 1, never rounded; `null` below 5 plans, as is the interval. */
  readonly share: number | null
  readonly interval: ShareRange | null
  readonly strength: Strength
}

export function showShare(good: number, n: number): ShownShare {
  const figure = wilson({ x: good, n, confidence: CONFIDENCE })
  if (figure.status === 'undefined') return { good, n, share: null, interval: null, strength: 'no-data' }
  if (n < LEAST_FOR_SHARE) return { good, n, share: null, interval: null, strength: 'counts-only' }
  const interval = { low: figure.ciLow, high: figure.ciHigh }
  return { good, n, share: figure.p, interval, strength: n < LEAST_FOR_PLAIN ? 'early' : 'plain' }
}
