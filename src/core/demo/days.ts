/**
 * Days of the fictional year: working days, months before, and the time of day at which somebody did something.
 *
 * Pure: days are `YYYY-MM-DD` in UTC, today is an argument. Nobody in the county works at a weekend.
 */
import type { IsoDate } from '../register/codes'
import { partsOf } from '../register/values/dates'

const DAY_MS = 86_400_000

const msOf = (day: IsoDate) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10)

export function addDays(day: IsoDate, count: number): IsoDate {
  return dayOf(msOf(day) + count * DAY_MS)
}

/** Every day from one to another, both within: for looking up many days at once. */
export function daysFrom(first: IsoDate, last: IsoDate): readonly IsoDate[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => addDays(first, at))
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((msOf(to) - msOf(from)) / DAY_MS)
}

/** The same day of an earlier month. @param day up to the 28th, so that every month has it */
export function monthsBefore(day: IsoDate, count: number): IsoDate {
  const [year, month, date] = partsOf(day)
  return dayOf(Date.UTC(year, month - 1 - count, date))
}

/** The day itself, or the Monday after a weekend. */
export function workday(day: IsoDate): IsoDate {
  const weekday = new Date(msOf(day)).getUTCDay()
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

/** The day itself, or the Friday before a weekend. */
export function workdayBefore(day: IsoDate): IsoDate {
  const weekday = new Date(msOf(day)).getUTCDay()
  return addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0)
}

/** @param minute of the day: 9 o'clock is 540. @returns ISO 8601 in UTC */
export function timeOn(day: IsoDate, minute: number): string {
  return new Date(msOf(day) + minute * 60_000).toISOString()
}
