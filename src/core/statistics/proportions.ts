/**
 * Shares and their uncertainty: the Wilson interval, the Newcombe interval of a difference, and a share against a target.
 *
 * Pure. Counts in, tagged figures out; an interval never leaves 0 to 1 (a difference −1 to 1).
 * Formulas: statistics.md, section 3 (Wilson 1927; Newcombe 1998 method 10). Undefined without data: section 4.
 */
import { type Interval, NO_DATA, type Proportion, type Undefined } from './figure'
import { intervalZ } from './normal'

/** `x` of `n`. */
export interface Count {
  readonly x: number
  readonly n: number
}

/** Between the limits of a share; n may be a fraction (an effective sample size). */
export function wilsonLimits(share: number, n: number, confidence: number): Interval {
  const z = intervalZ(confidence)
  const scale = 1 + (z * z) / n
  const middle = (share + (z * z) / (2 * n)) / scale
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  return {
    ciLow: share === 0 ? 0 : Math.max(0, middle - half),
    ciHigh: share === 1 ? 1 : Math.min(1, middle + half),
  }
}

/** Share with its Wilson interval, the register taken as infinite. */
export function wilson({ x, n, confidence }: Count & { readonly confidence: number }): Proportion | Undefined {
  if (n === 0) return NO_DATA
  return { status: 'ok', p: x / n, ...wilsonLimits(x / n, n, confidence) }
}

export type ChangeVerdict = 'increase' | 'decrease' | 'no-clear-change'

export interface Difference extends Interval {
  readonly status: 'ok'
  /** Later minus earlier, as a share. */
  readonly diff: number
  readonly verdict: ChangeVerdict
}

/** Later minus earlier for two sets of different plans; the same plans audited twice need a paired method. */
export function newcombe(input: {
  readonly earlier: Count
  readonly later: Count
  readonly confidence: number
}): Difference | Undefined {
  const before = wilson({ ...input.earlier, confidence: input.confidence })
  const after = wilson({ ...input.later, confidence: input.confidence })
  if (before.status === 'undefined' || after.status === 'undefined') return NO_DATA
  const diff = after.p - before.p
  const ciLow = Math.max(-1, diff - Math.hypot(after.p - after.ciLow, before.ciHigh - before.p))
  const ciHigh = Math.min(1, diff + Math.hypot(after.ciHigh - after.p, before.p - before.ciLow))
  const verdict = ciLow > 0 ? 'increase' : ciHigh < 0 ? 'decrease' : 'no-clear-change'
  return { status: 'ok', diff, ciLow, ciHigh, verdict }
}

export type TargetVerdict = 'above' | 'below' | 'unclear'

/** Where an interval lies against a target. An end exactly on the target leaves it unclear. */
export function verdictAgainst(target: number, { ciLow, ciHigh }: Interval): TargetVerdict {
  if (ciLow > target) return 'above'
  return ciHigh < target ? 'below' : 'unclear'
}

/** Share with its Wilson interval, and whether that interval lies above, below or around the target (0 to 1). */
export function targetVerdict(
  input: Count & { readonly target: number; readonly confidence: number },
): (Proportion & { readonly verdict: TargetVerdict }) | Undefined {
  const share = wilson(input)
  if (share.status === 'undefined') return share
  return { ...share, verdict: verdictAgainst(input.target, share) }
}

export type Assurance = 'consistently-passes' | 'consistently-fails' | 'hit-and-miss'

/**
 * Whether a process whose months fall between `lower` and `upper` will meet its target without change.
 * A target exactly on a limit is hit and miss. Source: statistics.md, section 3, "Assurance".
 */
export function targetAssurance(input: {
  readonly lower: number | null
  readonly upper: number | null
  readonly target: number
  readonly improvement: 'increase' | 'decrease'
}): { readonly assurance: Assurance } | Undefined {
  const { lower, upper, target, improvement } = input
  if (lower === null || upper === null) return NO_DATA
  if (target >= lower && target <= upper) return { assurance: 'hit-and-miss' }
  const isBetter = improvement === 'increase' ? target < lower : target > upper
  return { assurance: isBetter ? 'consistently-passes' : 'consistently-fails' }
}
