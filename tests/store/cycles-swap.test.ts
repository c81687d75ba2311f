/** Swaps: the next plan of the same stratum in the order of the draw, chosen by nobody, never after somebody started. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseDesign } from '../../src/core/sampling/design'
import { drawSample } from '../../src/core/sampling/draw'
import { stratumKey, toDrawPlan } from '../../src/core/sampling/frame'
import { subjectSwapData } from '../../src/store/cycle-swap'
import { closeDevice, type Device, type Session } from '../../src/store/device'
import { newId } from '../../src/store/ids'
import { registerPlans } from '../../src/store/register'
import { forgetRegisterKey } from '../../src/store/register-key'
import { perform } from '../../src/store/write'
import {
  AS_OF,
  act,
  assignmentsOf,
  DESIGN,
  type DrawnCycle,
  deviceWithRegister,
  drawCycle,
  sampleKeyOf,
  subjectsOf,
} from './cycles-device'

// Every test imports a register, which takes its time on a small machine.
vi.setConfig({ testTimeout: 30_000 })

const opened: Device[] = []
afterEach(() => {
  for (const device of opened.splice(0)) closeDevice(device)
})

async function drawnDevice() {
  const { device, session } = await deviceWithRegister()
  opened.push(device)
  return { device, session, drawn: await drawCycle(device, session) }
}

/** The order in which the plans of a subject's stratum come up, by rank, worked out from the register alone. */
async function drawOrder(device: Device, { cycle }: DrawnCycle, stratum: Readonly<Record<string, string>>) {
  const plans = await registerPlans(device, cycle.body.register.id)
  const design = parseDesign(DESIGN)
  if (!plans.ok || !design.ok) throw new Error('no register')
  const again = drawSample({
    plans: plans.value.map((plan) => toDrawPlan(plan.rank, plan)),
    asOf: AS_OF,
    design: design.value,
    seed: cycle.body.seed,
  })
  if (!again.ok) throw new Error('no draw')
  const order = again.value.orders.find((one) => stratumKey(one.stratum) === stratumKey(stratum))
  const n = again.value.allocation.find((one) => stratumKey(one.stratum) === stratumKey(stratum))?.n ?? 0
  return { next: order?.ranks.slice(n) ?? [] }
}

async function swap(device: Device, session: Session, { cycle }: DrawnCycle, subjectId: string) {
  const subjects = await subjectsOf(device, cycle)
  const subject = subjects.find(({ id }) => id === subjectId)
  if (!subject) throw new Error('no such subject')
  const all = await assignmentsOf(device, cycle)
  const data = await subjectSwapData(device, {
    cycle,
    subject,
    sampleKey: await sampleKeyOf(device, cycle),
    assignments: all.filter(({ body }) => body.subjectId === subjectId),
    reason: 'The plan has ceased',
    taken: subjects.map(({ body }) => body.code),
  })
  if (!data.ok) return data
  const swapped = await perform(device, session, { kind: 'subject.swap', data: data.value })
  return swapped.ok ? { ok: true as const, value: data.value.replacement } : swapped
}

async function inLargestStratum(device: Device, { cycle }: DrawnCycle) {
  const largest = [...cycle.body.allocation].sort((a, b) => b.N - a.N)[0]
  const subjects = await subjectsOf(device, cycle)
  const own = subjects.filter(({ body }) => stratumKey(body.stratum) === stratumKey(largest?.stratum ?? {}))
  const subject = own.find(({ body }) => body.double) ?? own[0]
  if (!subject) throw new Error('the largest stratum has no subject')
  return subject
}

describe('a swap', () => {
  it('takes the next plan of the same stratum, and the one after that for the next swap', async () => {
    const { device, session, drawn } = await drawnDevice()
    const subject = await inLargestStratum(device, drawn)
    const { next } = await drawOrder(device, drawn, subject.body.stratum)
    const first = await swap(device, session, drawn, subject.id)
    if (!first.ok) throw new Error(first.error.type)
    expect(first.value.rank).toBe(next[0])
    expect(first.value.subject.stratum).toEqual(subject.body.stratum)

    const second = await swap(device, session, drawn, first.value.id)
    if (!second.ok) throw new Error(second.error.type)
    expect(second.value.rank).toBe(next[1])
    // The plan drawn first was to be graded so often; so is what stands for it.
    expect(second.value.subject.double).toBe(subject.body.double)
  })

  it('is logged on the plan taken out, and leaves the rest of the sample as it was', async () => {
    const { device, session, drawn } = await drawnDevice()
    const before = await subjectsOf(device, drawn.cycle)
    const subject = await inLargestStratum(device, drawn)
    const done = await swap(device, session, drawn, subject.id)
    const after = await subjectsOf(device, drawn.cycle)
    expect(after).toHaveLength(before.length + 1)
    expect(after.find(({ id }) => id === subject.id)?.body.swapped).toMatchObject({
      reason: 'The plan has ceased',
      by: session.memberId,
      replacement: done.ok ? done.value.id : '',
    })
    expect(after.filter(({ body }) => body.swapped)).toHaveLength(1)
    expect(new Set(after.map(({ body }) => body.code)).size).toBe(after.length)
  })

  it('moves what is asked and not started to the replacement, and is refused once somebody has started', async () => {
    const { device, session, drawn } = await drawnDevice()
    const subject = await inLargestStratum(device, drawn)
    const assignment = {
      cycleId: drawn.cycle.id,
      subjectId: subject.id,
      auditor: session.memberId,
      agency: 'sen-team',
      criteria: ['A1'],
      basis: 'duty' as const,
      dueOn: '2026-10-01',
      state: 'asked' as const,
      declared: null,
      blind: true,
    }
    const assignmentId = newId()
    const { framework } = drawn.cycle.body
    const given = { framework, assignments: [{ id: assignmentId, assignment }] }
    await act(device, session, { kind: 'assignment.give', data: given })
    const first = await swap(device, session, drawn, subject.id)
    if (!first.ok) throw new Error(first.error.type)
    const [moved] = await assignmentsOf(device, drawn.cycle)
    expect(moved?.body.subjectId).toBe(first.value.id)

    await act(device, session, { kind: 'assignment.declare', data: { assignmentId, declared: 'none' } })
    const ids = { assignmentId, subjectId: first.value.id, cycleId: drawn.cycle.id }
    await act(device, session, { kind: 'audit.open', data: { auditId: newId(), ...ids, facts: {} } })
    const second = await swap(device, session, drawn, first.value.id)
    expect(second.ok ? 'done' : second.error.type).toBe('HasAudits')
  })

  it('is not made on a device that cannot open the register', async () => {
    const { device, session, drawn } = await drawnDevice()
    const subject = await inLargestStratum(device, drawn)
    await forgetRegisterKey(device)
    const refused = await swap(device, session, drawn, subject.id)
    expect(refused.ok ? 'done' : refused.error.type).toBe('RegisterKeyMissing')
  })
})
