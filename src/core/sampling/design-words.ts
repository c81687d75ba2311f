/**
 * A design in plain words: how sure the figure would be, what to bear in mind before drawing, and why nothing is drawn.
 *
 * Pure. Counts before percentages, no jargon. Wording: statistics.md, section 7; minimum numbers: section 5.
 */
import { countOf, formatCount } from '../trends/percent'
import type { DesignRefusal } from './design'
import type { DrawPreview } from './draw'
import { sampleSize } from './size'
import type { SwapRefusal } from './swap'

/** Below this many plans a group can only be counted, not given a percentage. */
const LEAST_FOR_SHARE = 5

const points = (margin: number) => countOf(Math.max(1, Math.round(margin * 100)), 'point')

/** "60 of 3,016 plans. If about half were good, the figure would be within 13 points either way, 19 times in 20." */
export function describeSample({ frame, allocation, precision }: DrawPreview): string {
  const n = allocation.reduce((total, stratum) => total + stratum.n, 0)
  if (n === frame.N) return `All ${countOf(n, 'plan')}. Nothing is left to chance: the figure would be exact.`
  const size = `${formatCount(n)} of ${countOf(frame.N, 'plan')}.`
  if (n < LEAST_FOR_SHARE) return `${size} Too few for a percentage: the answer would be a count.`
  return `${size} If about half were good, the figure would be within ${points(precision.margin)} either way, 19 times in 20.`
}

export interface DesignWarning {
  readonly type: 'small-groups' | 'groups-without-a-plan' | 'uneven-rates'
  readonly message: string
}

/** What to bear in mind before drawing; empty when there is nothing. */
export function designWarnings({ allocation, isBySize }: DrawPreview): readonly DesignWarning[] {
  const warnings: DesignWarning[] = []
  const groups = allocation.length
  const small = allocation.filter((stratum) => stratum.N < LEAST_FOR_SHARE).length
  if (groups > 1 && small > 0) {
    const hold = small === 1 ? 'holds' : 'hold'
    const message = `${formatCount(small)} of the ${formatCount(groups)} groups ${hold} fewer than ${LEAST_FOR_SHARE} plans. Nothing can be said of so small a group without pointing at single plans: group by fewer facts.`
    warnings.push({ type: 'small-groups', message })
  }
  const left = allocation.filter((stratum) => stratum.n === 0)
  if (left.length > 0) {
    const plans = left.reduce((total, stratum) => total + stratum.N, 0)
    const have = left.length === 1 ? 'has' : 'have'
    const message = `${countOf(left.length, 'group')} with ${countOf(plans, 'plan')} ${have} no plan in this sample. Draw more plans, set a minimum for each group, or group by fewer facts.`
    warnings.push({ type: 'groups-without-a-plan', message })
  }
  if (!isBySize) {
    const message =
      'Some groups are drawn more densely than others, so the plain percentage leans towards them. Use it to compare groups; for the whole register, draw in proportion to size.'
    warnings.push({ type: 'uneven-rates', message })
  }
  return warnings
}

/** Plans to draw from N so that the figure is within `margin` (a share) either way, 19 times in 20, whatever it is. */
export function sizeForMargin(N: number, margin: number): number {
  return sampleSize({ N, p: 0.5, margin, confidence: 0.95 }).n
}

/** Why nothing can be drawn, and what to do. */
export function describeRefusal(refusal: DesignRefusal): string {
  switch (refusal.type) {
    case 'InvalidDesign': {
      const problems = refusal.problems.map(({ where, message }) => `${where || 'The design'} ${message}`)
      return `The design cannot be used: ${problems.join('; ')}.`
    }
    case 'BlankSeed':
      return 'Give a seed: any text, such as today’s date and place. With it anybody can repeat the draw.'
    case 'UnknownFact':
      return `The register does not say "${refusal.fact}" of its plans. It says: ${refusal.known.join(', ')}.`
    case 'EmptyFrame':
      return 'No plan of the register is left to draw from. Check what the sample is limited to.'
    case 'SampleLargerThanFrame':
      return `${countOf(refusal.size, 'plan')} cannot be drawn from ${formatCount(refusal.N)}. Ask for ${formatCount(refusal.N)} or fewer.`
    case 'MinimumsExceedSample':
      return `The minimum for each group adds up to ${countOf(refusal.needed, 'plan')}, more than the ${formatCount(refusal.size)} to be drawn. Draw more plans, lower the minimum, or group by fewer facts.`
  }
}

/** Why a drawn plan cannot be swapped. */
export function describeSwapRefusal(refusal: SwapRefusal): string {
  switch (refusal.type) {
    case 'NotDrawn':
      return 'This plan is not in the sample, so there is nothing to swap.'
    case 'StratumUsedUp':
      return 'Every plan of this kind is in the sample already, so there is none to take its place.'
  }
}
