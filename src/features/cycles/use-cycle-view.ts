/** Everything one cycle's page shows, live: its records, where each plan stands, who may do what. */
import { useMemo } from 'react'
import type { Agency, Member } from '../../core/access/member'
import type { Audit } from '../../core/audit/audit'
import type { Framework } from '../../core/framework/schema'
import { cycleKey } from '../../core/ops/keys'
import type { Alert, Moderation } from '../../core/panel/records'
import type { Assignment, Cycle, Subject } from '../../core/sampling/cycle'
import { progressOf, type SubjectProgress } from '../../store/cycle-progress'
import {
  useAlerts,
  useArea,
  useAssignments,
  useAudits,
  useCycle,
  useMe,
  useMembers,
  useModerations,
  useSubjects,
} from '../../store/cycles'
import { useFrameworks } from '../../store/frameworks'
import type { Held } from '../../store/read'

export interface CycleView {
  readonly cycle: Held<Cycle>
  readonly framework: Framework
  readonly subjects: readonly Held<Subject>[]
  readonly assignments: readonly Held<Assignment>[]
  readonly audits: readonly Held<Audit>[]
  readonly moderations: readonly Held<Moderation>[]
  /** Incidents and concerns, for managers; empty for everybody else. */
  readonly alerts: readonly Held<Alert>[]
  readonly members: readonly Held<Member>[]
  readonly agencies: readonly Agency[]
  readonly progress: readonly SubjectProgress[]
  readonly may: Permissions
}

export interface Permissions {
  readonly me: string
  /** Draws, swaps. */
  readonly manage: boolean
  /** Gives out, closes, records the panel's grade; sees who audits what. */
  readonly lead: boolean
}

export function usePermissions(): Permissions | undefined {
  const me = useMe()
  return useMemo(() => {
    if (!me) return undefined
    const manage = me.roles.includes('manager')
    return { me: me.id, manage, lead: manage || me.roles.includes('chair') }
  }, [me])
}

/** `undefined` while loading, `null` when the cycle or the standards it pins are not here. */
export function useCycleView(cycleId: string): CycleView | null | undefined {
  const key = cycleKey(cycleId)
  const cycle = useCycle(cycleId)
  const frameworks = useFrameworks()
  const subjects = useSubjects(key)
  const assignments = useAssignments(key)
  const audits = useAudits(key)
  const moderations = useModerations(key)
  const alerts = useAlerts(key)
  const members = useMembers()
  const area = useArea()
  const may = usePermissions()
  const pinned = cycle?.body.framework
  const framework = useMemo(
    () => frameworks?.find(({ body }) => body.id === pinned?.id && body.version === pinned.version),
    [frameworks, pinned?.id, pinned?.version],
  )
  const seesAlerts = may?.manage ?? false
  const progress = useMemo(() => {
    if (!framework || !subjects || !assignments || !audits || !moderations || !alerts) return undefined
    const incidents = new Set(alerts.filter(({ body }) => body.type === 'incident').map(({ body }) => body.subjectId))
    const records = { subjects, assignments, audits, moderations, ...(seesAlerts && { incidents }) }
    return progressOf(records, framework.body)
  }, [framework, subjects, assignments, audits, moderations, alerts, seesAlerts])
  if (cycle === null || (cycle && frameworks && !framework)) return null
  // A live query goes on showing its last answer while a new question is under way.
  if (!cycle || cycle.id !== cycleId || !framework || !progress || !members || !area || !may) return undefined
  if (!subjects || !assignments || !audits || !moderations || !alerts) return undefined
  const agencies = area.body.agencies
  return {
    cycle,
    framework: framework.body,
    subjects,
    assignments,
    audits,
    moderations,
    alerts: seesAlerts ? alerts : [],
    members,
    agencies,
    progress,
    may,
  }
}
