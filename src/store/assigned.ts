/**
 * One assignment with everything its auditor works with: subject, cycle, standards and the auditor's own audit.
 *
 * Effects: IndexedDB, live. Only the audit of the person using the device is ever read here (product.md, "Blind").
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { Audit } from '../core/audit/audit'
import { Framework } from '../core/framework/schema'
import { assignmentKey, cycleKey, frameworkKey, subjectKey } from '../core/ops/keys'
import { Alert } from '../core/panel/records'
import { Assignment, Cycle, Subject } from '../core/sampling/cycle'
import type { Device } from './device'
import { useHere } from './hooks'
import { type Held, readRow, readRows } from './read'

export interface Assigned {
  readonly assignment: Held<Assignment>
  readonly subject: Held<Subject>
  readonly cycle: Held<Cycle>
  readonly framework: Framework
  /** `null`: not started. The newest, where it was revised. */
  readonly audit: Held<Audit> | null
  /** Incidents and concerns this person raised about the subject. */
  readonly alerts: readonly Held<Alert>[]
}

export type AssignedState =
  | { readonly type: 'loading' }
  | { readonly type: 'unknown' }
  | { readonly type: 'not-yours' }
  | { readonly type: 'no-framework'; readonly id: string; readonly version: string }
  | { readonly type: 'found'; readonly assigned: Assigned }

/** All of it in one live query, so that a page never shows a mixture of before and after. */
export function useAssigned(assignmentId: string): AssignedState {
  const { device, session } = useHere()
  const me = session.memberId
  const found = useLiveQuery(
    async () => ({ assignmentId, me, state: await readAssigned(device, assignmentId, me) }),
    [device, assignmentId, me],
  )
  // A live query goes on showing its last answer while a new question is under way.
  return found?.assignmentId === assignmentId && found.me === me ? found.state : LOADING
}

const LOADING: AssignedState = { type: 'loading' }

async function readAssigned(device: Device, assignmentId: string, me: string): Promise<AssignedState> {
  const assignment = await readRow(device, assignmentKey(assignmentId), Assignment)
  if (!assignment) return { type: 'unknown' }
  if (assignment.body.auditor !== me) return { type: 'not-yours' }
  const { subjectId, cycleId } = assignment.body
  const [subject, cycle, audits, alerts] = await Promise.all([
    readRow(device, subjectKey(subjectId), Subject),
    readRow(device, cycleKey(cycleId), Cycle),
    readRows(device, 'audit', Audit, assignmentKey(assignmentId)),
    readRows(device, 'alert', Alert, subjectKey(subjectId)),
  ])
  if (!subject || !cycle) return { type: 'unknown' }
  const own = audits.filter(({ body }) => body.author === me)
  // A revision takes the place of the audit it supersedes, from its draft on.
  const audit = own.find(({ id }) => !own.some(({ body }) => body.supersedes === id)) ?? null
  const { id, version } = audit?.body.framework ?? cycle.body.framework
  const framework = await readRow(device, frameworkKey(id, version), Framework)
  if (!framework) return { type: 'no-framework', id, version }
  const mine = alerts.filter(({ body }) => body.by === me)
  return {
    type: 'found',
    assigned: { assignment, subject, cycle, framework: framework.body, audit, alerts: mine },
  }
}
