/** A drawn plan, assigned to the person using the device and, if wanted, to a second auditor. */
import { Audit } from '../../../src/core/audit/audit'
import { contentHash } from '../../../src/core/framework/content-hash'
import { Framework } from '../../../src/core/framework/schema'
import { frameworkKey } from '../../../src/core/ops/keys'
import type { Assignment, Cycle, Subject } from '../../../src/core/sampling/cycle'
import type { Device, Session } from '../../../src/store/device'
import { readRows } from '../../../src/store/read'
import { type Act, perform } from '../../../src/store/write'
import { SMALL_REGISTER } from '../../core/ops/small-register'

export const ASSIGNMENT = 'a1'
export const AUDIT = 'x1'
export const OTHER_ASSIGNMENT = 'a2'

export async function act<K extends Parameters<typeof perform>[2]['kind']>(
  device: Device,
  who: Session,
  done: Act<K>,
): Promise<void> {
  const result = await perform(device, who, done)
  if (!result.ok) throw new Error(`${done.kind}: ${result.error.type}`)
}

export interface Given {
  readonly framework: Framework
  readonly criteria: readonly string[]
}

interface GiveOptions {
  readonly frameworkId?: string
  readonly criteria?: readonly string[]
  readonly yearGroup?: number
  /** A second auditor keeps the first one's audit from being released at once. */
  readonly second?: Session
}

export async function giveAssignment(device: Device, me: Session, options: GiveOptions = {}): Promise<Given> {
  const { frameworkId = 'ehcp-core', yearGroup = 9, second } = options
  const [held] = (await readRows(device, 'framework', Framework)).filter(
    ({ key }) => key === frameworkKey(frameworkId, '1.0.0'),
  )
  if (!held) throw new Error('the bundled framework is not on the device')
  const core = held.body.sections.flatMap((section) => section.criteria).filter((criterion) => criterion.core)
  const criteria = options.criteria ?? core.map(({ id }) => id)
  const framework = { id: frameworkId, version: '1.0.0', hash: contentHash(held.body) ?? '' }
  const facts = { keyStage: 'KS3', need: 'ASD', version: 'new', setting: 'MAIN', team: null, finalisedOn: null }
  const subject: Subject = {
    cycleId: 'c1',
    kind: 'plan',
    code: 'K7F-2Q9',
    facts: { ...facts, yearGroup },
    stratum: {},
    double: second !== undefined,
    swapped: null,
    outcome: null,
  }
  const cycle: Cycle = {
    name: 'Autumn',
    purpose: 'random',
    framework,
    register: { id: 'r', asOf: '2026-11-01', plans: 100, digest: 'd' },
    design: {},
    seed: 'plumb',
    frame: { N: 100, digest: 'd' },
    allocation: [],
    criteria: 'core',
    startsOn: '2026-11-01',
    dueOn: '2099-12-01',
    drawnAt: '2026-11-01T10:00:00Z',
    drawnBy: me.memberId,
  }
  await act(device, me, { kind: 'register.import', data: { registerId: 'r', summary: SMALL_REGISTER } })
  await act(device, me, {
    kind: 'cycle.draw',
    data: {
      cycleId: 'c1',
      cycle,
      subjects: [{ id: 's1', subject }],
      sampleKey: { cycleId: 'c1', plans: [{ subjectId: 's1', rank: 1, pseudonym: 'p' }] },
    },
  })
  const assignment = (auditor: string, agency: string): Assignment => ({
    cycleId: 'c1',
    subjectId: 's1',
    auditor,
    agency,
    criteria: [...criteria],
    basis: 'duty',
    dueOn: '2099-12-01',
    state: 'asked',
    declared: null,
    blind: true,
  })
  const assignments = [
    { id: ASSIGNMENT, assignment: assignment(me.memberId, 'sen-team') },
    ...(second ? [{ id: OTHER_ASSIGNMENT, assignment: assignment(second.memberId, 'health') }] : []),
  ]
  await act(device, me, { kind: 'assignment.give', data: { framework, assignments } })
  return { framework: held.body, criteria }
}

/** Somebody else of another agency. */
export async function addSecond(device: Device, me: Session): Promise<Session> {
  const second = { areaId: me.areaId, memberId: 'm2' }
  const member = { name: 'Second auditor', agency: 'health', roles: ['auditor' as const], active: true }
  await act(device, me, { kind: 'member.set', data: { ...second, member } })
  return second
}

export async function openAudit(
  device: Device,
  who: Session,
  assignmentId: string = ASSIGNMENT,
  auditId: string = AUDIT,
): Promise<void> {
  await act(device, who, { kind: 'assignment.declare', data: { assignmentId, declared: 'none' } })
  const facts = { yearGroup: 9, postSixteen: false, status: 'final' as const }
  await act(device, who, {
    kind: 'audit.open',
    data: { auditId, assignmentId, subjectId: 's1', cycleId: 'c1', facts },
  })
}

export async function rateAll(device: Device, who: Session, criteria: readonly string[], auditId = AUDIT) {
  for (const criterionId of criteria) {
    await act(device, who, { kind: 'rating.set', data: { auditId, criterionId, rated: { rating: 'met' } } })
  }
}

export async function storedAudit(device: Device, auditId: string = AUDIT): Promise<Audit> {
  const held = (await readRows(device, 'audit', Audit)).find(({ id }) => id === auditId)
  if (!held) throw new Error('there is no such audit')
  return held.body
}
