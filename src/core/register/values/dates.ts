/**
 * Days in cells: UK dates, ISO, months in words, spreadsheet day numbers, two-digit years.
 *
 * Pure. Day comes before month unless the year comes first; a date is never guessed from an American order. A time of
 * day is dropped. Days that do not exist (31/02/2025, 00/00/0000) are unreadable, not rounded.
 */
import type { IsoDate } from '../codes'

export interface DateRules {
  /** Two-digit years up to this full year belong to its century, later ones to the century before. */
  readonly latestShortYear: number
  /** How a spreadsheet numbers days: from 1900, or from 1904 in old Macintosh workbooks. */
  readonly epoch?: 1900 | 1904
}

const DAY_MS = 86_400_000
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const TIME =
  '(?:[T\\s]+\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:[.,]\\d+)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:Z|[+-]\\d{2}:?\\d{2})?)?'
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'i')
const DAY_FIRST = new RegExp(`^(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`, 'i')
const DAY_MONTH_WORD = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?[-/. ]*(?:of )?([a-z]+)\\.?,?[-/. ]*(\\d{4}|\\d{2})${TIME}$`,
  'i',
)
const MONTH_WORD_FIRST = new RegExp(`^([a-z]+)\\.?[-/. ]*(\\d{1,2})(?:st|nd|rd|th)?,?[-/. ]+(\\d{4})${TIME}$`, 'i')
const YEAR_MONTH_WORD = new RegExp(`^(\\d{4})[-/. ]([a-z]+)[-/. ](\\d{1,2})${TIME}$`, 'i')
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const DAY_NUMBER = /^\d{4,5}(?:\.\d+)?$/
/** Day numbers of 1927 and 2119: outside them a bare number is no date. */
const FIRST_DAY_NUMBER = 10_000
const LAST_DAY_NUMBER = 80_000
const UNIX_EPOCH = { 1900: 25_569, 1904: 24_107 } as const

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

/** @returns the day, or null when there is no such day. */
export function isoDay(year: number, month: number, day: number): IsoDate | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null
  if (day > 28 && new Date(Date.UTC(year, month - 1, day)).getUTCMonth() !== month - 1) return null
  return `${year}-${two(month)}-${two(day)}`
}

/** Whether the text is a real day written as `YYYY-MM-DD`. */
export function isIsoDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isoDay(...partsOf(text)) === text
}

/** Year, month and day of an ISO date. */
export function partsOf(date: IsoDate): readonly [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function fullYear(text: string, rules: DateRules): number {
  const year = Number(text)
  if (text.length > 2) return year
  const century = Math.floor(rules.latestShortYear / 100) * 100
  return century + year <= rules.latestShortYear ? century + year : century - 100 + year
}

function monthOf(word: string): number {
  const small = word.toLowerCase()
  const at = small === 'sept' ? 8 : MONTHS.indexOf(small)
  return (at >= 0 ? at : MONTH_NAMES.indexOf(small)) + 1
}

function readDayNumber(text: string, rules: DateRules): IsoDate | null {
  const days = Math.floor(Number(text))
  if (days < FIRST_DAY_NUMBER || days > LAST_DAY_NUMBER) return null
  const at = new Date((days - UNIX_EPOCH[rules.epoch ?? 1900]) * DAY_MS)
  return isoDay(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
}

/**
 * Reads a day from the text of a cell that is not blank.
 * @returns null when the text is no date.
 */
export function readDate(text: string, rules: DateRules): IsoDate | null {
  if (text.length > 40) return null
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return isoDay(fullYear(dayFirst[4] ?? '', rules), Number(dayFirst[3]), Number(dayFirst[1]))
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return isoDay(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]))
  if (DAY_NUMBER.test(text)) return readDayNumber(text, rules)
  const compact = COMPACT.exec(text)
  if (compact) return isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  return readWordDate(text.replace(WEEKDAY, ''), rules)
}

function readWordDate(text: string, rules: DateRules): IsoDate | null {
  const dayFirst = DAY_MONTH_WORD.exec(text)
  if (dayFirst) return isoDay(fullYear(dayFirst[3] ?? '', rules), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]))
  const monthFirst = MONTH_WORD_FIRST.exec(text)
  if (monthFirst) return isoDay(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]))
  const yearFirst = YEAR_MONTH_WORD.exec(text)
  if (yearFirst) return isoDay(Number(yearFirst[1]), monthOf(yearFirst[2] ?? ''), Number(yearFirst[3]))
  return text.length > 6 ? readAfterWeekday(text, rules) : null
}

/** "Mon 05/01/2026": the weekday is off already. */
function readAfterWeekday(text: string, rules: DateRules): IsoDate | null {
  const dayFirst = DAY_FIRST.exec(text)
  return dayFirst ? isoDay(fullYear(dayFirst[4] ?? '', rules), Number(dayFirst[3]), Number(dayFirst[1])) : null
}

/** The same day `years` earlier; 29 February becomes 1 March where there is none. */
export function yearsBefore(date: IsoDate, years: number): IsoDate {
  const [year, month, day] = partsOf(date)
  return new Date(Date.UTC(year - years, month - 1, day)).toISOString().slice(0, 10)
}
