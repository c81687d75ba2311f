/**
 * The headline in words: one sentence with the number, one against the target, and what has no result.
 *
 * Pure. Counts with every percentage, the interval always, and no verdict on a handful.
 * Wording: interface.md, "Trends"; statistics.md, sections 5 and 7.
 */

import type { HeadlineFigures } from './headline-figures'
import { countOf, formatCount, formatPercent, formatRange } from './percent'

export interface HeadlineWords {
  /** The answer, with n and interval. */
  readonly answer: string
  /** Against the target; `null` without a target or with too few plans for a share. */
  readonly target: string | null
  /** What to bear in mind: an early indication; `null` from 30 plans. */
  readonly caution: string | null
  /** What the plans without a result could change; `null` while they are few. */
  readonly bounds: string | null
  /** Drawn, audited, awaiting moderation, not gradeable, lapsed, in progress, swapped out: always. */
  readonly counts: string
}

function answerWords({ measure, drawn, audited, n, good, share, interval }: HeadlineFigures): string {
  if (drawn === 0) return `No ${measure.many} have been drawn yet.`
  if (n === 0) return `No figure yet: ${countOf(drawn, measure.one, measure.many)} drawn, none with a result.`
  if (share === null || interval === null) {
    return `${good} of ${countOf(n, measure.one, measure.many)} ${good === 1 ? 'was' : 'were'} good or better. Too few to say a percentage.`
  }
  const of = `${formatCount(good)} of ${formatCount(n)} ${audited === n ? 'audited' : 'with a result'}`
  const range = formatRange(interval.low, interval.high)
  return `${formatPercent(share, measure.target ?? undefined)} of ${measure.many} were good or better (${of}; 95 % interval ${range}).`
}

function targetWords({ target, verdict, n, measure }: HeadlineFigures): string | null {
  if (target === null || verdict === null) return null
  const is = `The target is ${formatPercent(target)}:`
  if (verdict === 'above') return `${is} met.`
  if (verdict === 'below') return `${is} not yet met.`
  return `${is} with ${countOf(n, measure.one, measure.many)} we cannot yet say whether it is met.`
}

function boundsWords({ bounds, drawn, n, measure }: HeadlineFigures): string | null {
  if (!bounds) return null
  const missing = drawn - n
  const without = `${formatCount(missing)} of ${countOf(drawn, `drawn ${measure.one}`, `drawn ${measure.many}`)} ${missing === 1 ? 'has' : 'have'} no result.`
  return `${without} Were none of them good, the figure would be ${formatPercent(bounds.low)}; were all of them good, ${formatPercent(bounds.high)}.`
}

function countWords(figures: HeadlineFigures): string {
  const parts = [
    `${formatCount(figures.drawn)} drawn`,
    `${formatCount(figures.audited)} audited`,
    `${formatCount(figures.awaitingModeration)} awaiting moderation`,
    `${formatCount(figures.notGradeable)} not gradeable`,
    `${formatCount(figures.lapsed)} lapsed`,
    `${formatCount(figures.inProgress)} still being audited`,
  ]
  if (figures.swappedOut > 0) parts.push(`${formatCount(figures.swappedOut)} swapped out`)
  return `${parts.join(', ')}.`
}

export function headlineWords(figures: HeadlineFigures): HeadlineWords {
  const { strength, n, measure } = figures
  return {
    answer: answerWords(figures),
    target: targetWords(figures),
    caution:
      strength === 'early'
        ? `Early indication: only ${countOf(n, measure.one, measure.many)}. Expect this to move.`
        : null,
    bounds: boundsWords(figures),
    counts: countWords(figures),
  }
}
