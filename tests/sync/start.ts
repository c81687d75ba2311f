/**
 * How every run begins: an area with a manager, a chair who also audits, and two auditors of other agencies, one of them on
 * two devices; a drawn cycle of three plans, two of them to be graded twice; everybody has synced once.
 *
 * Made once by the real functions, then copied for each run.
 */
import Dexie from 'dexie'
import type { Member } from '../../src/core/access/member'
import type { OpKind } from '../../src/core/ops/registry'
import type { RegisterSummary } from '../../src/core/register/summary'
import type { Assignment, Cycle, Subject } from '../../src/core/sampling/cycle'
import type { Hub } from '../../src/hub/hub'
import { createArea } from '../../src/hub/sync/create-area'
import { pull } from '../../src/hub/sync/pull'
import { push } from '../../src/hub/sync/push'
import { openJoined } from '../../src/store/joined'
import type { Act } from '../../src/store/write'
import { syncOnce } from '../../src/sync/cycle'
import type { Transport } from '../../src/sync/transport'
import { PROTOCOL } from '../../src/wire/protocol'
import { CYCLE_ID } from './acts'
import { createOracle, emptyLife, hear, type Life } from './oracle'
import { copyDevice, type DeviceCopy, type SimDevice } from './sim-device'
import { CRITERIA, FRAMEWORK, FRAMEWORK_REF } from './sim-framework'
import { AREA, copyHub, type HubCopy, openSimHub } from './sim-hub'

export const MANAGER = 'b'.repeat(32)
export const CHAIR = 'c'.repeat(32)
export const FIRST = 'd'.repeat(32)
export const SECOND = 'e'.repeat(32)

const MEMBERS: Readonly<Record<string, Member>> = {
  [MANAGER]: { name: 'The manager', agency: 'sen-team', roles: ['manager'], active: true },
  [CHAIR]: { name: 'The chair', agency: 'social-care', roles: ['chair', 'auditor'], active: true },
  [FIRST]: { name: 'First auditor', agency: 'education', roles: ['auditor'], active: true },
  [SECOND]: { name: 'Second auditor', agency: 'health', roles: ['auditor'], active: true },
}

const DEVICES: readonly Pick<SimDevice, 'name' | 'member'>[] = [
  { name: 'first', member: FIRST },
  { name: 'second', member: SECOND },
  { name: 'chair', member: CHAIR },
  { name: 'manager', member: MANAGER },
  { name: 'first-tablet', member: FIRST },
]

const AT = '2026-11-22T08:00:00.000Z'

const REGISTER: RegisterSummary = {
  format: 'csv',
  asOf: '2026-11-01',
  importedAt: AT,
  plans: 100,
  rows: 100,
  excluded: {},
  warnings: {},
  marginals: {},
  columns: {},
  digest: 'd',
  chunks: [],
}

const CYCLE: Cycle = {
  name: 'Autumn',
  purpose: 'random',
  framework: FRAMEWORK_REF,
  register: { id: 'r', asOf: '2026-11-01', plans: 100, digest: 'd' },
  design: {},
  seed: 'plumb',
  frame: { N: 100, digest: 'd' },
  allocation: [],
  criteria: 'core',
  startsOn: '2026-11-01',
  dueOn: '2027-12-01',
  drawnAt: AT,
  drawnBy: MANAGER,
}

const subject = (code: string, double: boolean): Subject => ({
  cycleId: CYCLE_ID,
  kind: 'plan',
  code,
  facts: { keyStage: 'KS2', need: 'ASD', version: 'new', setting: 'MAIN', team: null, yearGroup: 5, finalisedOn: null },
  stratum: {},
  double,
  swapped: null,
  outcome: null,
})

export const SUBJECTS: Readonly<Record<string, Subject>> = {
  subject0: subject('K7F-2Q9', true),
  subject1: subject('P3D-7XA', true),
  subject2: subject('T4H-9LM', false),
}

/** Who is asked about what from the beginning. */
const GIVEN: readonly (readonly [subjectId: string, auditor: string])[] = [
  ['subject0', FIRST],
  ['subject0', SECOND],
  ['subject1', CHAIR],
  ['subject2', FIRST],
]

function assignment([subjectId, auditor]: readonly [string, string], at: number) {
  const body: Assignment = {
    cycleId: CYCLE_ID,
    subjectId,
    auditor,
    agency: MEMBERS[auditor]?.agency ?? '',
    criteria: [...CRITERIA],
    basis: 'duty',
    dueOn: '2027-01-01',
    state: 'asked',
    declared: null,
    blind: true,
  }
  return { id: `assignment${at}`, assignment: body }
}

export interface Start {
  readonly hub: HubCopy
  readonly devices: readonly (Pick<SimDevice, 'name' | 'member'> & { readonly copy: DeviceCopy })[]
  readonly life: Life
}

export async function makeStart(): Promise<Start> {
  let ids = 0
  const newId = () => (++ids).toString(16).padStart(32, '0')
  const hub = await openSimHub(() => AT, newId)
  const life = await prepareHub(hub)
  const devices: Start['devices'][number][] = []
  for (const { name, member } of DEVICES) {
    const device = await openJoined(`start-${name}`, { areaId: AREA, memberId: member }, `d-${name}`)
    const end = await syncOnce(device, directTransport(hub, member), { now: () => AT, newId })
    if (end.type !== 'complete') throw new Error(`the first sync of ${name} ended ${JSON.stringify(end)}`)
    devices.push({ name, member, copy: await copyDevice(device) })
    device.tables.close()
    await Dexie.delete(device.tables.name)
  }
  const copy = await copyHub(hub)
  await hub.db.close()
  return { hub: copy, devices, life }
}

/** The area, its people, small standards in place of the published ones, and a drawn cycle. */
export async function prepareHub(hub: Hub): Promise<Life> {
  const manager = { name: 'The manager', agency: 'sen-team', roles: ['manager' as const], active: true }
  const { name, agency } = manager
  const { id, version } = FRAMEWORK
  await createArea(hub, { area: AREA, areaName: 'Marchshire', member: MANAGER, name, agency, hubOrigin: 'http://hub' })
  await hub.db.kysely.deleteFrom('record').where('kind', '=', 'framework').execute()
  const people = Object.entries(MEMBERS).map(([memberId, member]): Act<'member.set'> => {
    return { kind: 'member.set', data: { areaId: AREA, memberId, member } }
  })
  const subjects = Object.entries(SUBJECTS).map(([id, body]) => ({ id, subject: body }))
  const plans = subjects.map(({ id }, rank) => ({ subjectId: id, rank, pseudonym: `p${rank}` }))
  const acts: readonly Act<OpKind>[] = [
    ...people,
    { kind: 'framework.adopt', data: { framework: FRAMEWORK } },
    { kind: 'register.import', data: { registerId: 'r', summary: REGISTER } },
    {
      kind: 'cycle.draw',
      data: { cycleId: CYCLE_ID, cycle: CYCLE, subjects, sampleKey: { cycleId: CYCLE_ID, plans } },
    },
    { kind: 'assignment.give', data: { framework: { id, version }, assignments: GIVEN.map(assignment) } },
  ]
  const ops = acts.map(({ kind, data }, at) => ({ opId: `start-${at}`, n: at + 1, at: AT, kind, base: 0, data }))
  const caller = { area: AREA, member: MANAGER, session: 'session' }
  const pushed = await push(hub, caller, { protocol: PROTOCOL, area: AREA, device: 'd-start', ops })
  if (!pushed.ok || pushed.value.results.some(({ outcome }) => outcome === 'refused')) {
    throw new Error(`the area was not prepared: ${JSON.stringify(pushed)}`)
  }
  const oracle = createOracle(emptyLife())
  oracle.life.members.set(MANAGER, manager)
  for (const [key, { double }] of Object.entries(SUBJECTS)) {
    oracle.life.subjects.set(key, { double, released: false, closed: false })
  }
  const faults = hear(oracle, MANAGER, ops, pushed.value.results)
  if (faults.length > 0) throw new Error(faults.join())
  return oracle.life
}

function directTransport(hub: Hub, member: string): Transport {
  const caller = { area: AREA, member, session: 'session' }
  return {
    push: (request) => push(hub, caller, request) as ReturnType<Transport['push']>,
    pull: (request) => pull(hub, caller, request) as ReturnType<Transport['pull']>,
    putBlob: async () => ({ ok: true, value: true }),
    getBlob: async () => ({ ok: true, value: null }),
  }
}

export { CRITERIA }
