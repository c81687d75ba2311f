/** What is stored of a draw: the same plans wherever it is repeated, under codes that say nothing of them. */
import Papa from 'papaparse'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { closeDevice, type Device } from '../../src/store/device'
import { AS_OF, deviceWithRegister, drawCycle, join, REGISTER, sampleKeyOf, subjectsOf } from './cycles-device'

// Every test imports a register, which takes its time on a small machine.
vi.setConfig({ testTimeout: 30_000 })

const opened: Device[] = []
afterEach(() => {
  for (const device of opened.splice(0)) closeDevice(device)
})

async function drawOn(csv: string, seed: string) {
  const { device, session } = await deviceWithRegister(csv)
  opened.push(device)
  const { cycle } = await drawCycle(device, session, { seed })
  const key = await sampleKeyOf(device, cycle)
  const subjects = await subjectsOf(device, cycle)
  const codeOf = (id: string) => subjects.find((subject) => subject.id === id)?.body.code
  return {
    cycle,
    subjects,
    plans: key.plans.map(({ pseudonym }) => pseudonym).sort(),
    codes: key.plans.map(({ subjectId }) => codeOf(subjectId)),
  }
}

/** The same file with its rows the other way round, as another report of the same case system would have it. */
function otherOrder(csv: string): string {
  const [heading = [], ...rows] = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data
  return Papa.unparse([heading, ...rows.reverse()])
}

describe('a stored draw', () => {
  it('is the same plans on another device with the same register in another order', async () => {
    const here = await drawOn(REGISTER, 'Testshire, 3 May')
    const there = await drawOn(otherOrder(REGISTER), 'Testshire, 3 May')
    expect(there.plans).toEqual(here.plans)
    expect(there.cycle.body.frame).toEqual(here.cycle.body.frame)
    expect(there.cycle.body.register.digest).toBe(here.cycle.body.register.digest)
  })

  it('is other plans with another seed', async () => {
    const one = await drawOn(REGISTER, 'one')
    const two = await drawOn(REGISTER, 'two')
    expect(two.plans).not.toEqual(one.plans)
  })

  it('gives other audit codes each time, so that a code says nothing of the plan', async () => {
    const here = await drawOn(REGISTER, 'Testshire, 3 May')
    const there = await drawOn(REGISTER, 'Testshire, 3 May')
    expect(there.plans).toEqual(here.plans)
    expect(there.codes.filter((code) => here.codes.includes(code))).toEqual([])
  })

  it('keeps the design, the seed and the register it was drawn from', async () => {
    const { cycle, subjects } = await drawOn(REGISTER, 'Testshire, 3 May')
    expect(cycle.body.seed).toBe('Testshire, 3 May')
    expect(cycle.body.design).toEqual({
      size: 12,
      allocation: 'proportional',
      strata: ['keyStage'],
      minimumPerStratum: 1,
      where: {},
      doubleShare: 0.25,
    })
    expect(cycle.body.register.asOf).toBe(AS_OF)
    expect(subjects).toHaveLength(12)
    // A quarter of twelve.
    expect(subjects.filter(({ body }) => body.double)).toHaveLength(3)
  })

  it('is refused to an auditor who is no manager', async () => {
    const { device, session } = await deviceWithRegister()
    opened.push(device)
    const auditor = await join(device, session, { name: 'An auditor', agency: 'health' })
    await expect(drawCycle(device, auditor)).rejects.toThrow('NotAllowed')
  })
})
