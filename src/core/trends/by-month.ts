/**
 * The headline month by month; a month without a result is a gap, never 0 %.
 *
 * Pure. A plan belongs to the month in which its cycle starts: every drawn plan has exactly one month, audited or not, so
 * the months add up to the headline and a late audit moves nothing. Rule: statistics.md, sections 2 and 4.
 */

import { type HeadlineFigures, type HeadlineSubject, headlineFigures } from './headline-figures'
import type { Measure } from './measure'
import { countOf, formatPercent, formatRange } from './percent'

export interface MonthSubject extends HeadlineSubject {
  /** YYYY-MM in which the cycle starts. */
  readonly month: string
}

export interface MonthFigures extends HeadlineFigures {
  readonly month: string
  /** "May 2026". */
  readonly title: string
  readonly words: string
}

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** @throws RangeError unless `month` is YYYY-MM: a caller's bug. */
function placeOf(month: string): number {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? []
  if (year === undefined || number === undefined) throw new RangeError(`${month} is not a month`)
  return Number(year) * 12 + Number(number) - 1
}

const monthAt = (place: number) =>
  `${String(Math.floor(place / 12)).padStart(4, '0')}-${String((place % 12) + 1).padStart(2, '0')}`

/** All months from `from` to `to`, both included; none when `to` is before `from`. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const first = placeOf(from)
  return Array.from({ length: Math.max(0, placeOf(to) - first + 1) }, (_, step) => monthAt(first + step))
}

/** "2026-05" is "May 2026". */
export function monthTitle(month: string): string {
  const place = placeOf(month)
  return `${MONTH_NAMES[place % 12]} ${Math.floor(place / 12)}`
}

function monthWords(title: string, { measure, n, good, share, interval, drawn }: HeadlineFigures): string {
  if (drawn === 0) return `No ${measure.many} drawn in ${title}.`
  if (n === 0) return `${title}: ${countOf(drawn, measure.one, measure.many)} drawn, none with a result.`
  if (share === null || interval === null)
    return `${title}: ${good} of ${countOf(n, measure.one, measure.many)} good or better.`
  const range = formatRange(interval.low, interval.high)
  return `${title}: ${formatPercent(share, measure.target ?? undefined)} good or better (${good} of ${n}; 95 % interval ${range}).`
}

/**
 * @param period first and last month; left out, from the first month with a drawn plan to the last.
 * @returns every month of the period, gaps included, with the figures of the headline.
 */
export function byMonth(
  measure: Measure,
  subjects: readonly MonthSubject[],
  period?: { readonly from: string; readonly to: string },
): readonly MonthFigures[] {
  const drawnIn = [...new Set(subjects.map((subject) => subject.month))].sort()
  const from = period?.from ?? drawnIn[0]
  const to = period?.to ?? drawnIn.at(-1)
  if (from === undefined || to === undefined) return []
  return monthsBetween(from, to).map((month) => {
    const figures = headlineFigures(
      measure,
      subjects.filter((subject) => subject.month === month),
    )
    const title = monthTitle(month)
    return { ...figures, month, title, words: monthWords(title, figures) }
  })
}
