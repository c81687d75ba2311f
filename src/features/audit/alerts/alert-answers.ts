/**
 * What an incident or a concern must say, and its times between the form and the record.
 *
 * Effects: clock (a time in the future is refused).
 */
import * as z from 'zod/mini'
import { now } from '../../../store/ids'
import { alerts } from '../../../text/audit-alerts'
import { saidText } from '../said-text'

/** Clocks of two devices differ a little. */
const LENIENCE_MS = 5 * 60_000

export const AlertAnswers = z.object({
  /** A minute of this device's calendar, as the field gives it: YYYY-MM-DDTHH:mm. */
  found: z.string().check(
    z.refine((minute) => !Number.isNaN(Date.parse(minute)), alerts.foundMissing),
    z.refine((minute) => !(Date.parse(minute) > Date.parse(now()) + LENIENCE_MS), alerts.foundFuture),
  ),
  told: saidText(alerts.toldMissing),
  done: saidText(alerts.doneMissing),
})
export type AlertAnswers = z.infer<typeof AlertAnswers>

/** A moment as the value of a date-and-time field on this device. */
export function localMinute(iso: string): string {
  const date = new Date(iso)
  const pad = (part: number) => String(part).padStart(2, '0')
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/** @throws RangeError when the minute is none; the form has checked it. */
export function momentOf(minute: string): string {
  return new Date(minute).toISOString()
}
