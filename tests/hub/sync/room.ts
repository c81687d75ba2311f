/**
 * An area on a real database with its people, one cycle and the devices they work on: everything goes in by `push`.
 */
import { randomBytes } from 'node:crypto'
import ehcpCore from '../../../audit-frameworks/ehcp-core/1.0.0.json'
import type { Member } from '../../../src/core/access/member'
import { contentHash } from '../../../src/core/framework/content-hash'
import { Framework } from '../../../src/core/framework/schema'
import type { OpData, OpKind } from '../../../src/core/ops/registry'
import type { RegisterSummary } from '../../../src/core/register/summary'
import type { Assignment, Cycle, Subject } from '../../../src/core/sampling/cycle'
import type { HubDb, Schema } from '../../../src/hub/db/schema'
import type { Caller, Hub } from '../../../src/hub/hub'
import { createArea } from '../../../src/hub/sync/create-area'
import { pull } from '../../../src/hub/sync/pull'
import { push } from '../../../src/hub/sync/push'
import type { PullAnswer, PullRequest, WireOp } from '../../../src/wire/protocol'

export const AT = '2026-03-02T10:15:00.000Z'

export interface Room {
  readonly db: HubDb
  readonly hub: Hub
  readonly area: string
  /** What the hub's clock shows. */
  clock: string
  /** @param through the same area by another connection. */
  readonly device: (member: string, id?: string, through?: Room) => TestDevice
}

/** Opens a hub with an area whose first member, manager `m1`, has added `m2` (health), `m3` (social care) and `m4` (board). */
export async function openRoom(db: HubDb, area = randomBytes(16).toString('hex')): Promise<Room> {
  const hub: Hub = { db, now: () => room.clock, newId: () => randomBytes(16).toString('hex') }
  const made = { area, areaName: 'Marchshire', member: 'm1', name: 'One', agency: 'education' }
  const room = { db, hub, area, clock: AT } as Room
  await createArea(hub, { ...made, hubOrigin: 'https://hub.example' })
  Object.assign(room, {
    device: (member: string, id?: string, through?: Room) =>
      new TestDevice(through ?? room, member, id ?? `d-${hub.newId()}`),
  })
  const manager = room.device('m1', 'd-manager')
  await manager.does(
    ...(['m2', 'm3', 'm4'] as const).map((memberId) =>
      manager.op('member.set', { areaId: area, memberId, member: MEMBERS[memberId] }),
    ),
  )
  return room
}

export const MEMBERS = {
  m1: { name: 'One', agency: 'education', roles: ['manager', 'chair', 'auditor'], active: true },
  m2: { name: 'Two', agency: 'health', roles: ['auditor'], active: true },
  m3: { name: 'Three', agency: 'social-care', roles: ['auditor'], active: true },
  m4: { name: 'Four', agency: 'education', roles: ['board'], active: true },
} satisfies Record<string, Member>

/** A browser profile of one member: it numbers its ops, and that is all it knows. */
export class TestDevice {
  readonly id: string
  readonly caller: Caller
  n = 0
  readonly #room: Room

  constructor(room: Room, member: string, id: string) {
    this.#room = room
    this.id = id
    this.caller = { area: room.area, member, session: `session of ${id}` }
  }

  op<K extends OpKind>(kind: K, data: OpData<K>, base = 0): WireOp {
    return this.raw(kind, data, base)
  }

  /** An op whose data may be anything. */
  raw(kind: string, data: unknown, base = 0): WireOp {
    this.n += 1
    return { opId: this.#room.hub.newId(), n: this.n, at: AT, kind, base, data }
  }

  push(...ops: readonly WireOp[]) {
    return push(this.#room.hub, this.caller, { protocol: 1, area: this.#room.area, device: this.id, ops: [...ops] })
  }

  /** Pushes ops none of which may be refused. */
  async does(...ops: readonly WireOp[]): Promise<void> {
    const pushed = await this.push(...ops)
    if (!pushed.ok) throw new Error(JSON.stringify(pushed.error))
    const refused = pushed.value.results.find(({ outcome }) => outcome === 'refused')
    if (refused) throw new Error(JSON.stringify(refused))
  }

  /** What became of one op. */
  async try<K extends OpKind>(kind: K, data: OpData<K>, base = 0) {
    const pushed = await this.push(this.op(kind, data, base))
    if (!pushed.ok) throw new Error(JSON.stringify(pushed.error))
    const [result] = pushed.value.results
    return result?.outcome === 'refused' ? result.refusal.type : result?.outcome
  }

  async pull(asked: Partial<PullRequest> = {}): Promise<PullAnswer> {
    const pulled = await this.tryPull(asked)
    if (!pulled.ok) throw new Error(pulled.error.type)
    return pulled.value
  }

  tryPull(asked: Partial<PullRequest> = {}) {
    return pull(this.#room.hub, this.caller, {
      protocol: 1,
      area: this.#room.area,
      device: this.id,
      epoch: null,
      limit: 1000,
      cursors: {},
      known: 0,
      waiting: { count: 0, oldestAt: null },
      ...asked,
    })
  }
}

export type Act = { readonly [K in OpKind]: { readonly kind: K; readonly data: OpData<K> } }[OpKind]

/** The standards an area begins with, as cycles pin them. */
export const FRAMEWORK = Framework.parse(ehcpCore)
const { id, version } = FRAMEWORK
const PINNED = { id, version, hash: contentHash(FRAMEWORK) ?? '' }

/** Ids of the core criteria. */
export const CRITERIA: readonly string[] = FRAMEWORK.sections
  .flatMap(({ criteria }) => criteria)
  .filter(({ core }) => core)
  .map((criterion) => criterion.id)

/** A cycle `c1` of subjects `s1` … is drawn and auditors are asked to audit each, as `<auditor>-<subject>`. */
export function cycleActs(
  subjects: number,
  auditors: readonly { readonly id: string; readonly agency: string }[],
): readonly Act[] {
  const ids = Array.from({ length: subjects }, (_, i) => `s${i + 1}`)
  const subject = (code: string): Subject => ({ ...SUBJECT, code, double: auditors.length > 1 })
  const assignments = ids.flatMap((subjectId) =>
    auditors.map((auditor) => ({
      id: `${auditor.id}-${subjectId}`,
      assignment: {
        cycleId: 'c1',
        subjectId,
        auditor: auditor.id,
        agency: auditor.agency,
        criteria: [...CRITERIA],
        basis: 'duty',
        dueOn: '2026-12-01',
        state: 'asked',
        declared: null,
        blind: true,
      } satisfies Assignment,
    })),
  )
  const plans = ids.map((subjectId, rank) => ({ subjectId, rank, pseudonym: `p${rank}` }))
  return [
    { kind: 'register.import', data: { registerId: 'r1', summary: registerOf([]) } },
    {
      kind: 'cycle.draw',
      data: {
        cycleId: 'c1',
        cycle: { ...CYCLE, framework: PINNED },
        subjects: ids.map((one) => ({ id: one, subject: subject(one) })),
        sampleKey: { cycleId: 'c1', plans },
      },
    },
    { kind: 'assignment.give', data: { framework: { id, version }, assignments } },
  ]
}

export async function drawCycle(room: Room, subjects: number, auditors: readonly ('m1' | 'm2' | 'm3')[]) {
  const manager = room.device('m1')
  const asked = auditors.map((auditor) => ({ id: auditor, agency: MEMBERS[auditor].agency }))
  await manager.does(...cycleActs(subjects, asked).map(({ kind, data }) => manager.raw(kind, data)))
}

/** The audit `<member>-<subject>` of an assignment of the same name is opened. */
export function openingActs(member: string, subjectId: string): readonly Act[] {
  const one = `${member}-${subjectId}`
  return [
    { kind: 'assignment.declare', data: { assignmentId: one, declared: 'none' } },
    {
      kind: 'audit.open',
      data: { auditId: one, assignmentId: one, subjectId, cycleId: 'c1', facts: { yearGroup: 5 } },
    },
  ]
}

export function opening(device: TestDevice, subjectId: string): readonly WireOp[] {
  return openingActs(device.caller.member, subjectId).map(({ kind, data }) => device.raw(kind, data))
}

/** Every criterion of it is rated met, and it is submitted. */
export function submitting(device: TestDevice, subjectId: string): readonly WireOp[] {
  const auditId = `${device.caller.member}-${subjectId}`
  return [
    ...CRITERIA.map((criterionId) =>
      device.op('rating.set', { auditId, criterionId, rated: { rating: 'met' as const } }),
    ),
    device.op('audit.submit', {
      auditId,
      assignmentId: auditId,
      framework: { id, version },
      copiesDeleted: true,
    }),
  ]
}

export async function recordOf(room: Room, key: string): Promise<Schema['record'] | undefined> {
  return room.db.kysely
    .selectFrom('record')
    .selectAll()
    .where('area', '=', room.area)
    .where('key', '=', key)
    .executeTakeFirst()
}

export async function bodyAt(room: Room, key: string): Promise<Record<string, unknown>> {
  const record = await recordOf(room, key)
  if (!record) throw new Error(`there is no ${key}`)
  return JSON.parse(record.body)
}

export async function trailOf(room: Room): Promise<readonly Schema['op'][]> {
  return room.db.kysely.selectFrom('op').selectAll().where('area', '=', room.area).orderBy('position').execute()
}

/** A register of these chunks. */
export function registerOf(chunks: string[]): RegisterSummary {
  return {
    format: 'case-a',
    asOf: '2026-01-15',
    importedAt: AT,
    plans: 100,
    rows: 100,
    excluded: {},
    warnings: {},
    marginals: {},
    columns: {},
    digest: 'd',
    chunks,
  }
}

const CYCLE: Omit<Cycle, 'framework'> = {
  name: 'Autumn',
  purpose: 'random',
  register: { id: 'r1', asOf: '2026-11-01', plans: 100, digest: 'd' },
  design: {},
  seed: 'plumb',
  frame: { N: 100, digest: 'd' },
  allocation: [],
  criteria: 'core',
  startsOn: '2026-11-01',
  dueOn: '2026-12-01',
  drawnAt: AT,
  drawnBy: 'm1',
}

const SUBJECT: Subject = {
  cycleId: 'c1',
  kind: 'plan',
  code: '',
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
  double: true,
  swapped: null,
  outcome: null,
}
