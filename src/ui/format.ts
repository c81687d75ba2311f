/** Numbers, shares and dates as people read them. Pure formatting in the device's language. */
import { LOCALE } from '../text/locale'

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 })
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const time = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

export function formatCount(count: number): string {
  return whole.format(count)
}

/** A share of 0 to 1 as whole percent. */
export function formatPercent(share: number): string {
  return `${whole.format(share * 100)}%`
}

/** A calendar day, YYYY-MM-DD. */
export function formatDay(iso: string): string {
  return day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))
}

/** A month, YYYY-MM. */
export function formatMonth(iso: string): string {
  return month.format(new Date(`${iso.slice(0, 7)}-01T00:00:00Z`))
}

/** A moment in the device's own time. */
export function formatTime(iso: string): string {
  return time.format(new Date(iso))
}
