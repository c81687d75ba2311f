/** A device with a register imported, people to ask and a drawn cycle, as a manager would have it after a quarter of an hour. */
import { readFileSync } from 'node:fs'
import type { Member } from '../../src/core/access/member'
import { criteriaFor } from '../../src/core/audit/criteria-for'
import { Framework, type Rating } from '../../src/core/framework/schema'
import { frameworkKey } from '../../src/core/ops/keys'
import type { OpKind } from '../../src/core/ops/registry'
import { RegisterSummary } from '../../src/core/register/summary'
import { Assignment, Cycle, SampleKey, Subject } from '../../src/core/sampling/cycle'
import { parseDesign } from '../../src/core/sampling/design'
import { toDrawPlan } from '../../src/core/sampling/frame'
import { type CycleChoices, cycleDrawData } from '../../src/store/cycle-draw'
import { createSampling } from '../../src/store/cycle-sampling'
import { type Device, openDevice, type Session } from '../../src/store/device'
import { newId } from '../../src/store/ids'
import { type Held, readRow, readRows } from '../../src/store/read'
import { registerPlans } from '../../src/store/register'
import { createRegisterDesk } from '../../src/store/register-desk'
import { importRegister } from '../../src/store/register-import'
import { setUpArea } from '../../src/store/set-up'
import { type Act, perform } from '../../src/store/write'

/** The same on every device of an area: one register phrase, one key. */
const KEY = new Uint8Array(32).fill(7)
export const AS_OF = '2026-01-15'
export const REGISTER = readFileSync('tests/fixtures/registers/mini.case-a.csv', 'utf8')

export const DESIGN = {
  size: 12,
  allocation: 'proportional',
  strata: ['keyStage'],
  minimumPerStratum: 1,
  where: {},
  doubleShare: 0.25,
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export async function act<K extends OpKind>(device: Device, session: Session, done: Act<K>): Promise<void> {
  must(await perform(device, session, done))
}

export async function deviceWithRegister(csv = REGISTER): Promise<{ device: Device; session: Session }> {
  const device = await openDevice(`cycles-${newId()}`)
  const session = must(
    await setUpArea(device, { areaName: 'Testshire', memberName: 'First manager', agency: 'sen-team' }),
  )
  const desk = createRegisterDesk()
  const opened = must(await desk.open(new TextEncoder().encode(csv).buffer, { asOf: AS_OF }))
  must(opened.reading)
  must(await importRegister(device, session, { key: KEY, seal: desk.seal }))
  return { device, session }
}

/** Adds a member and answers a session of theirs. */
export async function join(
  device: Device,
  session: Session,
  member: Pick<Member, 'name' | 'agency'> & Partial<Member>,
): Promise<Session> {
  const memberId = newId()
  const body: Member = { roles: ['auditor'], active: true, ...member }
  await act(device, session, { kind: 'member.set', data: { areaId: session.areaId, memberId, member: body } })
  return { areaId: session.areaId, memberId }
}

export interface DrawnCycle {
  readonly cycle: Held<Cycle>
  readonly framework: Framework
}

export async function drawCycle(
  device: Device,
  session: Session,
  choices: Partial<CycleChoices> = {},
): Promise<DrawnCycle> {
  const chosen: CycleChoices = {
    name: 'Autumn 2026',
    purpose: 'random',
    criteria: 'core',
    startsOn: '2026-09-01',
    dueOn: '2026-10-01',
    design: DESIGN,
    seed: 'A seed',
    ...choices,
  }
  const [register] = await readRows(device, 'register', RegisterSummary)
  const framework = await readRow(device, frameworkKey('ehcp-core', '1.0.0'), Framework)
  if (!register || !framework) throw new Error('the device was not set up')
  const plans = must(await registerPlans(device, register.id))
  const sampling = createSampling({ asOf: AS_OF, plans: plans.map((plan) => toDrawPlan(plan.rank, plan)) })
  const draw = must(sampling.draw(must(parseDesign(chosen.design)), chosen.seed))
  const data = cycleDrawData({
    choices: chosen,
    draw,
    plans,
    register,
    framework: framework.body,
    drawnBy: session.memberId,
    taken: [],
  })
  await act(device, session, { kind: 'cycle.draw', data })
  const cycle = await readRow(device, `cycle/${data.cycleId}`, Cycle)
  if (!cycle) throw new Error('the cycle was not stored')
  return { cycle, framework: framework.body }
}

export const subjectsOf = (device: Device, cycle: Held<Cycle>) => readRows(device, 'subject', Subject, cycle.key)
export const assignmentsOf = (device: Device, cycle: Held<Cycle>) =>
  readRows(device, 'assignment', Assignment, cycle.key)

export async function sampleKeyOf(device: Device, cycle: Held<Cycle>): Promise<SampleKey> {
  const held = await readRow(device, `sample/${cycle.id}`, SampleKey)
  if (!held) throw new Error('there is no key to the sample')
  return held.body
}

/** Asks these members to audit a plan; answers the assignment of each. */
export async function ask(
  device: Device,
  session: Session,
  { cycle, framework }: DrawnCycle,
  subjectId: string,
  auditors: readonly { readonly session: Session; readonly agency: string }[],
): Promise<readonly string[]> {
  const assignments = auditors.map(({ session: auditor, agency }) => ({
    id: newId(),
    assignment: {
      cycleId: cycle.id,
      subjectId,
      auditor: auditor.memberId,
      agency,
      criteria: [...criteriaFor(framework, 'core', agency)],
      basis: 'duty' as const,
      dueOn: '2026-10-01',
      state: 'asked' as const,
      declared: null,
      blind: true,
    },
  }))
  await act(device, session, { kind: 'assignment.give', data: { framework: cycle.body.framework, assignments } })
  return assignments.map(({ id }) => id)
}

/** Opens, rates and submits an audit: everything met but what is named, with a note on each of those. */
export async function submitAudit(
  device: Device,
  auditor: Session,
  assignmentId: string,
  shortfalls: Readonly<Record<string, 'partly' | 'not-met'>> = {},
): Promise<void> {
  const assignment = await readRow(device, `assignment/${assignmentId}`, Assignment)
  if (!assignment) throw new Error('no such assignment')
  const { subjectId, cycleId, criteria } = assignment.body
  const auditId = newId()
  await act(device, auditor, { kind: 'assignment.declare', data: { assignmentId, declared: 'none' } })
  await act(device, auditor, {
    kind: 'audit.open',
    data: { auditId, assignmentId, subjectId, cycleId, facts: {} },
  })
  for (const criterionId of criteria) {
    const rating: Rating = shortfalls[criterionId] ?? 'met'
    const shortfall = rating === 'met' ? {} : { cause: 'vague-advice', service: 'salt', fix: 'next-review' }
    const rated = { rating, ...shortfall }
    await act(device, auditor, { kind: 'rating.set', data: { auditId, criterionId, rated } })
    if (rating !== 'met') {
      await act(device, auditor, { kind: 'note.set', data: { auditId, criterionId, text: `Note on ${criterionId}` } })
    }
  }
  const framework = { id: 'ehcp-core', version: '1.0.0' }
  await act(device, auditor, {
    kind: 'audit.submit',
    data: { auditId, assignmentId, framework, copiesDeleted: true },
  })
}
