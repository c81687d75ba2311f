/**
 * What needs the person's attention: ops the hub has refused, which stay until the person puts them aside, and ops that only
 * the hub can decide. Nothing here is ever dropped by itself.
 *
 * Effects: IndexedDB, live. Rule: issue "A refused op stays, explained, exportable"; sync.md, "When visibility changes".
 */
import { useLiveQuery } from 'dexie-react-hooks'
import * as z from 'zod/mini'
import { Audit } from '../core/audit/audit'
import { assignmentKey, auditKey, subjectKey } from '../core/ops/keys'
import { Assignment, Subject } from '../core/sampling/cycle'
import type { Device } from './device'
import { useHere } from './hooks'
import { openOp, openRefusal, type RefusalSaid } from './pending'
import { readRow } from './read'
import type { PendingOp, RefusedOp } from './tables'

/** What an op was about, as far as this device still knows it. */
export interface About {
  /** The audit code of the plan. */
  readonly code: string | null
  readonly criterionId: string | null
  readonly auditId: string | null
  /** Where the person goes on with it. */
  readonly assignmentId: string | null
  readonly subjectId: string | null
}

export interface AttentionItem {
  readonly opId: string
  /** `undecided`: the hub decides with the next sync; it cannot be put aside. */
  readonly type: 'refused' | 'undecided'
  readonly kind: string
  /** When it was done; ISO 8601. */
  readonly at: string
  /** When the hub's answer came; ISO 8601. */
  readonly heardAt: string | null
  /** Why; a newer hub may know reasons this app does not. */
  readonly refusal: RefusalSaid | null
  readonly about: About
  /** What it carried: for the exported file, so that no word is lost. */
  readonly data: unknown
}

/** The oldest first. */
export async function readAttention(device: Device): Promise<readonly AttentionItem[]> {
  const { ops, refused } = device.tables
  const undecided = await ops.filter(({ isUndecided }) => isUndecided === true).toArray()
  const all = [...(await refused.toArray()), ...undecided].sort((a, b) => a.order - b.order)
  return Promise.all(all.map((op) => itemOf(device, op)))
}

export function useAttention(): readonly AttentionItem[] | undefined {
  const { device } = useHere()
  return useLiveQuery(() => readAttention(device), [device])
}

/** On the person's word alone: the op and the refusal are gone for good. */
export async function putAside(device: Device, opId: string): Promise<void> {
  await device.tables.refused.delete(opId)
}

async function itemOf(device: Device, op: RefusedOp | PendingOp): Promise<AttentionItem> {
  const { opId, at, kind, data } = openOp(device, op)
  const about = await aboutOf(device, data)
  if (!('refusal' in op)) return { opId, type: 'undecided', kind, at, heardAt: null, refusal: null, about, data }
  return { opId, type: 'refused', kind, at, heardAt: op.at, refusal: openRefusal(device, op), about, data }
}

const OptionalId = z.optional(z.nullable(z.string()))
/** The names under which ops carry what they are about. */
const Named = z.looseObject({
  auditId: OptionalId,
  assignmentId: OptionalId,
  subjectId: OptionalId,
  criterionId: OptionalId,
  alert: z.optional(z.looseObject({ subjectId: OptionalId })),
})

async function aboutOf(device: Device, data: unknown): Promise<About> {
  const named = Named.safeParse(data)
  const said = named.success ? named.data : {}
  const audit = said.auditId ? await readRow(device, auditKey(said.auditId), Audit) : undefined
  const assignmentId = said.assignmentId ?? audit?.body.assignmentId ?? null
  const assignment = assignmentId ? await readRow(device, assignmentKey(assignmentId), Assignment) : undefined
  const subjectId =
    said.subjectId ?? said.alert?.subjectId ?? audit?.body.subjectId ?? assignment?.body.subjectId ?? null
  const subject = subjectId ? await readRow(device, subjectKey(subjectId), Subject) : undefined
  return {
    code: subject?.body.code ?? null,
    criterionId: said.criterionId ?? null,
    auditId: said.auditId ?? null,
    assignmentId,
    subjectId,
  }
}
