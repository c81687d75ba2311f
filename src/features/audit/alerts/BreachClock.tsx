/** When the 72 hours of a data breach end (UK GDPR, article 33), counted from when it was found. */
import { useEffect, useState } from 'react'
import { now } from '../../../store/ids'
import { alerts } from '../../../text/audit-alerts'
import { formatTime } from '../../../ui/format'

const HOUR_MS = 3_600_000
const LIMIT_MS = 72 * HOUR_MS

interface BreachClockProps {
  /** Any time the browser can read. */
  readonly foundAt: string
  /** The end and what is left, without the explanation. */
  readonly brief?: boolean
}

export function BreachClock({ foundAt, brief = false }: BreachClockProps) {
  const present = useMinute()
  const found = Date.parse(foundAt)
  if (Number.isNaN(found)) return null
  const end = found + LIMIT_MS
  const hours = Math.ceil((end - Date.parse(present)) / HOUR_MS)
  const { incident } = alerts
  const left = end <= Date.parse(present) ? incident.over : hours === 1 ? incident.lastHour : incident.left(hours)
  return (
    <div className="clock">
      <p className="clock__end">
        <strong>{incident.ends(formatTime(new Date(end).toISOString()))}</strong> <span>({left})</span>
      </p>
      {!brief && <p className="govuk-body-s">{incident.clock}</p>}
    </div>
  )
}

/** The present time, again each minute. */
function useMinute(): string {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return time
}
