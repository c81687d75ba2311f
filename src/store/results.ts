/**
 * Every drawn plan with its result, live: what the answer, the home page and their filters are worked out from.
 *
 * Effects: IndexedDB through live queries. `undefined` while loading. Audits that are not released never come here.
 */
import { useMemo } from 'react'
import { useAlerts, useAssignments, useAudits, useCycles, useMe, useModerations, useSubjects } from './cycles'
import { useFrameworks } from './frameworks'
import { type Results, resultRows } from './results-rows'

export function useResults(): Results | undefined {
  const cycles = useCycles()
  const subjects = useSubjects()
  const assignments = useAssignments()
  const audits = useAudits()
  const moderations = useModerations()
  const frameworks = useFrameworks()
  const alerts = useAlerts()
  const isManager = useMe()?.roles.includes('manager')
  return useMemo(() => {
    if (
      !cycles ||
      !subjects ||
      !assignments ||
      !audits ||
      !moderations ||
      !frameworks ||
      !alerts ||
      isManager === undefined
    )
      return undefined
    // An incident goes past blindness to managers alone; for them it counts at once, as found.
    const found = alerts.filter(({ body }) => body.type === 'incident').map(({ body }) => body.subjectId)
    const incidents = new Set(isManager ? found : [])
    return resultRows({ cycles, subjects, assignments, audits, moderations, frameworks, incidents })
  }, [cycles, subjects, assignments, audits, moderations, frameworks, alerts, isManager])
}
