/** A device with three auditors and as many plans as a test asks for, each given to some of them. */
import { expect } from 'vitest'
import type { AuditEntry } from '../../src/core/audit/audit-entry'
import { auditEntry, ListedAudit } from '../../src/core/audit/audit-entry'
import { contentHash } from '../../src/core/framework/content-hash'
import { Framework } from '../../src/core/framework/schema'
import { frameworkKey } from '../../src/core/ops/keys'
import { idOf } from '../../src/core/ops/op'
import type { OpKind } from '../../src/core/ops/registry'
import type { Cycle, Subject } from '../../src/core/sampling/cycle'
import { readAuditEntries } from '../../src/store/columns'
import { type Device, openDevice, placeOf, type Session } from '../../src/store/device'
import { newId } from '../../src/store/ids'
import { readRow } from '../../src/store/read'
import { setUpArea } from '../../src/store/set-up'
import { type Act, perform } from '../../src/store/write'
import { SMALL_REGISTER } from '../core/ops/small-register'

/** Two criteria are enough to submit; the shorter the better here. */
export const CRITERIA = ['F2', 'E2']
export const AUDITORS = ['ann', 'bo', 'cy'] as const
/** A plan graded twice waits for two of them. */
const AGENCIES = { ann: 'health', bo: 'education', cy: 'social-care' } as const
export type Auditor = (typeof AUDITORS)[number]

export interface Room {
  readonly device: Device
  readonly manager: Session
  readonly framework: { readonly id: string; readonly version: string; readonly hash: string }
}

export async function openRoom(device?: Device): Promise<Room> {
  const opened = device ?? (await openDevice(`columns-${newId()}`))
  const set = await setUpArea(opened, { areaName: 'Testshire', memberName: 'Manager', agency: 'sen-team' })
  if (!set.ok) throw new Error(set.error.type)
  const manager = set.value
  for (const memberId of AUDITORS) {
    const member = { name: memberId, agency: AGENCIES[memberId], roles: ['auditor' as const], active: true }
    await did(opened, manager, { kind: 'member.set', data: { areaId: manager.areaId, memberId, member } })
  }
  await did(opened, manager, { kind: 'register.import', data: { registerId: 'r', summary: SMALL_REGISTER } })
  const held = await readRow(opened, frameworkKey('ehcp-core', '1.0.0'), Framework)
  if (!held) throw new Error('the bundled framework is not on the device')
  const framework = { id: 'ehcp-core', version: '1.0.0', hash: contentHash(held.body) ?? '' }
  return { device: opened, manager, framework }
}

export async function did<K extends OpKind>(device: Device, who: Session, act: Act<K>): Promise<void> {
  expect(await perform(device, who, act)).toEqual({ ok: true, value: true })
}

export interface Asked {
  readonly assignmentId: string
  readonly auditId: string
  readonly subjectId: string
  readonly cycleId: string
  readonly auditor: Auditor
}

/** Draws a cycle of plans and gives each to the auditors named. */
export async function drawPlans(
  { device, manager, framework }: Room,
  plans: readonly (readonly Auditor[])[],
): Promise<readonly Asked[]> {
  const cycleId = newId()
  const subjects = plans.map((auditors, place) => ({
    id: newId(),
    subject: { ...PLAN, cycleId, code: `K7F-${place + 100}`, double: auditors.length > 1 },
  }))
  const cycle = { ...CYCLE, framework }
  const sampleKey = { cycleId, plans: subjects.map(({ id }, rank) => ({ subjectId: id, rank, pseudonym: id })) }
  await did(device, manager, { kind: 'cycle.draw', data: { cycleId, cycle, subjects, sampleKey } })
  const asked = plans.flatMap((auditors, place) =>
    auditors.map((auditor) => {
      const subjectId = subjects[place]?.id ?? ''
      return { assignmentId: newId(), auditId: newId(), subjectId, cycleId, auditor }
    }),
  )
  const assignments = asked.map(({ assignmentId, subjectId, auditor }) => ({
    id: assignmentId,
    assignment: {
      cycleId,
      subjectId,
      auditor,
      agency: AGENCIES[auditor],
      criteria: CRITERIA,
      basis: 'duty' as const,
      dueOn: '2026-12-01',
      state: 'asked' as const,
      declared: null,
      blind: true,
    },
  }))
  await did(device, manager, { kind: 'assignment.give', data: { framework, assignments } })
  return asked
}

/** Declares no conflict and opens the draft. */
export async function begin(room: Room, asked: Asked): Promise<void> {
  const { assignmentId, auditId, subjectId, cycleId } = asked
  await did(room.device, as(room, asked), { kind: 'assignment.declare', data: { assignmentId, declared: 'none' } })
  const data = { auditId, assignmentId, subjectId, cycleId, facts: {} }
  await did(room.device, as(room, asked), { kind: 'audit.open', data })
}

export async function rateAll(room: Room, asked: Asked): Promise<void> {
  for (const criterionId of CRITERIA) {
    const data = { auditId: asked.auditId, criterionId, rated: { rating: 'met' as const } }
    await did(room.device, as(room, asked), { kind: 'rating.set', data })
  }
}

export async function submit(room: Room, asked: Asked): Promise<void> {
  await rateAll(room, asked)
  const { assignmentId, auditId } = asked
  const data = { auditId, assignmentId, framework: room.framework, copiesDeleted: true }
  await did(room.device, as(room, asked), { kind: 'audit.submit', data })
}

export const as = ({ manager }: Room, { auditor }: Asked): Session => ({ areaId: manager.areaId, memberId: auditor })

/** What every row says, one after the other: the slow way to the same list. */
export async function scanned({ device }: Room): Promise<readonly AuditEntry[]> {
  const rows = await device.tables.rows.toArray()
  const open = (key: string) => {
    const row = rows.find((one) => one.key === key)
    return row && device.vault.open(row.sealed, placeOf(row))
  }
  return rows
    .filter(({ kind }) => kind === 'audit')
    .map((row) => {
      const audit = ListedAudit.parse(open(row.key))
      const subject = open(`subject/${audit.subjectId}`) as Subject | undefined
      return auditEntry(idOf(row.key), row.scope, audit, subject?.code ?? '')
    })
    .sort(byId)
}

/** The list in the same order; `null` when it has to be built. */
export async function listed({ device }: Pick<Room, 'device'>): Promise<readonly AuditEntry[] | null> {
  const entries = await readAuditEntries(device)
  return entries && [...entries].sort(byId)
}

const byId = (a: AuditEntry, b: AuditEntry) => (a.id < b.id ? -1 : 1)

const CYCLE: Omit<Cycle, 'framework'> = {
  name: 'Autumn',
  purpose: 'random',
  register: { id: 'r', asOf: '2026-11-01', plans: 100, digest: 'd' },
  design: {},
  seed: 'plumb',
  frame: { N: 100, digest: 'd' },
  allocation: [],
  criteria: 'core',
  startsOn: '2026-11-01',
  dueOn: '2026-12-01',
  drawnAt: '2026-11-01T10:00:00Z',
  drawnBy: 'm',
}

const PLAN: Omit<Subject, 'cycleId' | 'code' | 'double'> = {
  kind: 'plan',
  facts: {
    keyStage: 'KS2',
    need: 'ASD',
    version: 'new',
    setting: 'MAIN',
    team: null,
    yearGroup: 5,
    finalisedOn: '2026-10-01',
  },
  stratum: {},
  swapped: null,
  outcome: null,
}
