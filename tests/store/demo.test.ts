import Dexie from 'dexie'
import { describe, expect, it, vi } from 'vitest'
import { isDemoArea } from '../../src/core/access/demo-area'
import { Area, Member } from '../../src/core/access/member'
import { Audit } from '../../src/core/audit/audit'
import { frameworkKey } from '../../src/core/ops/keys'
import { RegisterSummary } from '../../src/core/register/summary'
import { Assignment, Cycle } from '../../src/core/sampling/cycle'
import { toDrawPlan } from '../../src/core/sampling/frame'
import { createSampling } from '../../src/store/cycle-sampling'
import { fillDemo } from '../../src/store/demo'
import { DEMO_DATABASE, isDemoPath, onDemoGone, openDeviceAt, throwDemoAway } from '../../src/store/demo-place'
import { closeDevice, DATABASE, type Device, openDevice, type Session, session } from '../../src/store/device'
import { newId } from '../../src/store/ids'
import { readRow, readRows } from '../../src/store/read'
import { registerPlans } from '../../src/store/register'
import { perform } from '../../src/store/write'

const shares: number[] = []

/** Makes the county once for all tests of it: it takes a second or two. */
async function filled(): Promise<{ readonly device: Device; readonly who: Session }> {
  const device = await openDevice(`${DEMO_DATABASE}-${newId()}`)
  const who = await fillDemo(device, { onProgress: (share) => shares.push(share) })
  if (!who.ok) throw new Error(who.error.type)
  return { device, who: who.value }
}

describe('the fictional county on a device', async () => {
  const { device, who } = await filled()

  it('said how far it was while it was made', () => {
    expect(shares.length).toBeGreaterThan(10)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  it('belongs to a marked area and is used by its manager', async () => {
    expect(isDemoArea(who.areaId)).toBe(true)
    expect(await session(device)).toEqual(who)
    expect((await readRow(device, `area/${who.areaId}`, Area))?.body.name).toContain('fictional')
    expect((await readRow(device, `member/${who.memberId}`, Member))?.body.roles).toContain('manager')
    const rows = await device.tables.rows.toArray()
    expect(rows.every(({ area }) => area === who.areaId)).toBe(true)
  })

  it('leaves nothing waiting to be sent', async () => {
    expect(await device.tables.ops.count()).toBe(0)
  })

  it('holds the standards its audits pin', async () => {
    for (const { body } of await readRows(device, 'cycle', Cycle)) {
      const { id, version } = body.framework
      expect(await device.tables.rows.get(frameworkKey(id, version))).toBeDefined()
    }
    expect((await readRows(device, 'audit', Audit)).length).toBeGreaterThan(350)
  })

  it('can repeat each of its draws from its sealed registers', async () => {
    const cycle = (await readRows(device, 'cycle', Cycle)).at(-1)
    if (!cycle) throw new Error('no cycle')
    const plans = await registerPlans(device, cycle.body.register.id)
    if (!plans.ok) throw new Error(plans.error.type)
    expect(plans.value).toHaveLength(cycle.body.register.plans)
    const summary = await readRow(device, `register/${cycle.body.register.id}`, RegisterSummary)
    expect(summary?.body.chunks).toHaveLength(Math.ceil(plans.value.length / 1000))
    const toDraw = plans.value.map((plan) => toDrawPlan(plan.rank, plan))
    const sampling = createSampling({ plans: toDraw, asOf: cycle.body.register.asOf })
    const preview = sampling.preview({
      size: 28,
      allocation: 'equal',
      strata: ['version'],
      minimumPerStratum: 0,
      where: { version: ['new', 'amended'] },
      doubleShare: 0.3,
      spread: [],
    })
    expect(preview.ok && preview.value.frame.digest).toBe(cycle.body.frame.digest)
  })

  it('is filled once: a second tab that comes later keeps the county there is', async () => {
    const rows = await device.tables.rows.count()
    expect(await fillDemo(device)).toEqual({ ok: true, value: who })
    expect(await device.tables.rows.count()).toBe(rows)
  })

  it('can be worked in: the manager opens the next audit', async () => {
    const assignments = await readRows(device, 'assignment', Assignment)
    const next = assignments.find(({ body }) => body.auditor === who.memberId && body.state === 'asked')
    if (!next) throw new Error('nothing to do')
    const { subjectId, cycleId } = next.body
    const assignmentId = next.id
    const declared = await perform(device, who, {
      kind: 'assignment.declare',
      data: { assignmentId, declared: 'none' },
    })
    expect(declared.ok).toBe(true)
    const data = { auditId: newId(), assignmentId, subjectId, cycleId, facts: {} }
    expect(await perform(device, who, { kind: 'audit.open', data })).toEqual({ ok: true, value: true })
  })
})

describe('keeping the fictional county apart', () => {
  it('goes by the address alone', () => {
    for (const path of ['/demo', '/demo/', '/demo/cycles/1']) expect(isDemoPath(path), path).toBe(true)
    for (const path of ['/', '/cycles', '/demolition', '/x/demo']) expect(isDemoPath(path), path).toBe(false)
  })

  it('opens a database of its own under a key of its own', async () => {
    const real = await openDeviceAt('/cycles')
    const demo = await openDeviceAt('/demo/cycles')
    expect([real.tables.name, demo.tables.name]).toEqual([DATABASE, DEMO_DATABASE])
    const sealed = real.vault.seal('real', 'place')
    expect(() => demo.vault.open(sealed, 'place')).toThrow()
    closeDevice(real)
    await throwDemoAway(demo)
  })

  it('never fills the real database', async () => {
    const real = await openDeviceAt('/')
    await expect(fillDemo(real)).rejects.toThrow('no database for demonstration')
    expect(await real.tables.rows.count()).toBe(0)
    closeDevice(real)
  })

  it('throws the whole database away and leaves the real one as it was', async () => {
    const real = await openDeviceAt('/')
    await real.tables.local.put({ id: 'kept', sealed: real.vault.seal('kept', 'local|kept') })
    const device = await openDevice(`${DEMO_DATABASE}-${newId()}`)
    await device.tables.local.put({ id: 'fictional', sealed: device.vault.seal('x', 'local|fictional') })
    await throwDemoAway(device)
    const names = await Dexie.getDatabaseNames()
    expect(names).toContain(DATABASE)
    expect(names).not.toContain(device.tables.name)
    expect(await real.tables.local.count()).toBe(1)
    await real.tables.delete()
  })

  it('tells another tab that shows it, which closes and never opens it again', async () => {
    const name = `${DEMO_DATABASE}-${newId()}`
    const [here, there] = [await openDevice(name), await openDevice(name)]
    const gone = vi.fn()
    onDemoGone(there, gone)
    await throwDemoAway(here)
    expect(gone).toHaveBeenCalledOnce()
    await expect(there.tables.rows.count()).rejects.toThrow(/closed/i)
    expect(await Dexie.exists(name)).toBe(false)
  })
})
