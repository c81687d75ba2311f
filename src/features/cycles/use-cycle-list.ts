/** The cycles of the area with what they come to in counts, newest first. */
import { useMemo } from 'react'
import type { Cycle } from '../../core/sampling/cycle'
import { auditedCount, progressOf, standingCounts } from '../../store/cycle-progress'
import { useAssignments, useAudits, useCycles, useModerations, useSubjects } from '../../store/cycles'
import { useFrameworks } from '../../store/frameworks'
import type { Held } from '../../store/read'

export interface CycleLine {
  readonly cycle: Held<Cycle>
  readonly drawn: number
  readonly audited: number
  readonly withResult: number
}

export function useCycleList(): readonly CycleLine[] | undefined {
  const cycles = useCycles()
  const subjects = useSubjects()
  const assignments = useAssignments()
  const audits = useAudits()
  const moderations = useModerations()
  const frameworks = useFrameworks()
  return useMemo(() => {
    if (!cycles || !subjects || !assignments || !audits || !moderations || !frameworks) return undefined
    return cycles.flatMap((cycle) => {
      const { id, version } = cycle.body.framework
      const framework = frameworks.find(({ body }) => body.id === id && body.version === version)?.body
      if (!framework) return []
      const of = <T extends { readonly cycleId: string }>(records: readonly Held<T>[]) =>
        records.filter(({ body }) => body.cycleId === cycle.id)
      const progress = progressOf(
        { subjects: of(subjects), assignments: of(assignments), audits: of(audits), moderations: of(moderations) },
        framework,
      )
      const counts = standingCounts(progress)
      return [
        {
          cycle,
          drawn: progress.length,
          audited: auditedCount(progress),
          withResult: counts['with-result'],
        },
      ]
    })
  }, [cycles, subjects, assignments, audits, moderations, frameworks])
}
