/**
 * The period of a figure, in months: the rolling year that is shown unless somebody asks for another.
 *
 * Pure, without a clock: the year ends with the newest sample, so the same records give the same figure on every day.
 * Rule: standards.md 3.5 ("a rolling 12-month headline").
 */
import { isCounted, type Measure } from '../core/trends/measure'
import type { ResultRow } from './results-rows'

/** Months as YYYY-MM, both within. */
export interface Period {
  readonly from: string
  readonly to: string
}

type Dated = Pick<ResultRow, 'month' | 'facts'>

/**
 * The twelve months that end with the newest sample the measure counts, fewer when its first sample is younger than that.
 * `null` when it counts nothing.
 */
export function rollingYear(measure: Measure, rows: readonly Dated[]): Period | null {
  let first: string | null = null
  let last: string | null = null
  for (const { month, facts } of rows) {
    if (!isCounted(measure, facts)) continue
    if (first === null || month < first) first = month
    if (last === null || month > last) last = month
  }
  if (first === null || last === null) return null
  const yearBefore = addMonths(last, -11)
  return { from: first > yearBefore ? first : yearBefore, to: last }
}

export function inPeriod<T extends Pick<ResultRow, 'month'>>(rows: readonly T[], { from, to }: Period): readonly T[] {
  return rows.filter(({ month }) => month >= from && month <= to)
}

/** @param month YYYY-MM */
export function addMonths(month: string, count: number): string {
  const [year = 0, place = 1] = month.split('-').map(Number)
  const months = year * 12 + (place - 1) + count
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}
