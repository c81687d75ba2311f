/**
 * What a manager or chair finds on the home page: the steps still to take, cycles on their way, what waits, the answer so far.
 *
 * Effects: live queries. The headline is the one of the results page, over the same period.
 */
import { useMemo } from 'react'
import type { Alert } from '../../core/panel/records'
import { type Headline, headline } from '../../core/trends/headline'
import { NEW_PLANS_GOOD } from '../../core/trends/measure'
import { today } from '../../store/ids'
import type { Held } from '../../store/read'
import { useRecentResults } from '../../store/recent-results'
import { useRegisters } from '../../store/registers'
import { inPeriod, type Period, rollingYear } from '../../store/results-period'
import { type CycleProgress, cyclesInProgress, type FirstStep, firstSteps } from './attention'

export interface ReportedAlert {
  readonly id: string
  readonly subjectId: string
  readonly code: string
  readonly type: Alert['type']
  readonly at: string
}

export interface Desk {
  readonly steps: readonly { readonly step: FirstStep; readonly isDone: boolean }[]
  /** `null`: none drawn. */
  readonly newestCycle: string | null
  readonly cycles: readonly CycleProgress[]
  /** Of the last thirty days. */
  readonly alerts: readonly ReportedAlert[]
  /** `null`: no cycle yet. */
  readonly answer: { readonly headline: Headline; readonly period: Period } | null
}

const ALERT_DAYS = 30

export function useDesk(): Desk | undefined {
  const registers = useRegisters()
  const recent = useRecentResults()
  const day = today()
  return useMemo(() => {
    if (!registers || !recent) return undefined
    const { cycles, assignments, alerts, rows } = recent
    const period = rollingYear(NEW_PLANS_GOOD, rows)
    const submitted = assignments.filter(({ body }) => body.state === 'submitted').length
    return {
      steps: firstSteps({
        registers: registers.length,
        cycles: cycles.length,
        assignments: assignments.length,
        submitted,
        rows,
      }),
      newestCycle: cycles[0]?.id ?? null,
      cycles: cyclesInProgress(cycles, rows, day),
      alerts: recentAlerts(alerts, new Map(rows.map(({ id, code }) => [id, code])), day),
      answer: period && { headline: headline(NEW_PLANS_GOOD, inPeriod(rows, period)), period },
    }
  }, [registers, recent, day])
}

function recentAlerts(
  alerts: readonly Held<Alert>[],
  codes: ReadonlyMap<string, string>,
  day: string,
): readonly ReportedAlert[] {
  const since = new Date(Date.parse(`${day}T00:00:00Z`) - ALERT_DAYS * 86_400_000).toISOString()
  return alerts
    .filter(({ body }) => body.at >= since)
    .map(({ id, body }) => ({
      id,
      subjectId: body.subjectId,
      code: codes.get(body.subjectId) ?? '',
      type: body.type,
      at: body.at,
    }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}
