/**
 * Every drawn plan with its result, live: what the answer, the home page and their filters are worked out from.
 *
 * Effects: IndexedDB through live queries. `undefined` while loading. Audits that are not released never come here.
 */
import { useMemo } from 'react'
import { useAssignments, useAudits, useCycles, useModerations, useSubjects } from './cycles'
import { useFrameworks } from './frameworks'
import { type Results, resultRows } from './results-rows'

export function useResults(): Results | undefined {
  const cycles = useCycles()
  const subjects = useSubjects()
  const assignments = useAssignments()
  const audits = useAudits()
  const moderations = useModerations()
  const frameworks = useFrameworks()
  return useMemo(() => {
    if (!cycles || !subjects || !assignments || !audits || !moderations || !frameworks) return undefined
    return resultRows({ cycles, subjects, assignments, audits, moderations, frameworks })
  }, [cycles, subjects, assignments, audits, moderations, frameworks])
}
