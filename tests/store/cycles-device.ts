/** A device with a register imported, people to ask and a drawn cycle, as a manager would have it after a quarter of an hour. */
import { readFileSync } from 'node:fs'
import type { Member } from '../../src/core/access/member'
import { Framework } from '../../src/core/framework/schema'
import { frameworkKey } from '../../src/core/ops/allowed'
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
