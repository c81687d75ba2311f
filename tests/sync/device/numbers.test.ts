import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Device } from '../../../src/store/device'
import { deviceOver } from '../../../src/store/device'
import { newId } from '../../../src/store/ids'
import { Tables } from '../../../src/store/tables'
import { syncOnce } from '../../../src/sync/cycle'
import { rate, ratingsAtHub, ratingsShown, room } from './room'

/** The same browser profile on another machine. */
async function copyOf(device: Device): Promise<Device> {
  const tables = new Tables(`copy-${newId()}`)
  await tables.open()
  for (const table of device.tables.tables) await tables.table(table.name).bulkPut(await table.toArray())
  return deviceOver(tables)
}

describe('a copied browser profile', () => {
  it('takes a new name when its numbers were used, and sends its ops under it (rule 3)', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'met')
    await sync()
    const copy = await copyOf(device)
    await rate(device, 'E2', 'partly')
    await sync()
    await rate(copy, 'B1', 'not-met')
    expect(await syncOnce(copy, hub.transport('ann'))).toMatchObject({ type: 'complete' })
    await sync()
    expect(ratingsAtHub(hub)).toEqual({ F2: 'met', E2: 'partly', B1: 'not-met' })
    expect(await ratingsShown(copy)).toEqual(ratingsAtHub(hub))
    expect(await ratingsShown(device)).toEqual(ratingsAtHub(hub))
    expect(hub.state.last.size).toBe(2)
    expect((await copy.tables.sync.get('sync'))?.device).not.toBe((await device.tables.sync.get('sync'))?.device)
  })

  it('does once what both profiles had still to send', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'met')
    const copy = await copyOf(device)
    await sync()
    await rate(copy, 'E2', 'met')
    await syncOnce(copy, hub.transport('ann'))
    expect(hub.state.ops.size).toBe(2)
    expect(await copy.tables.ops.count()).toBe(0)
  })

  it('loses nothing when the hub counts further for the copy than for itself', async () => {
    const { hub, device, sync } = await room()
    const copy = await copyOf(device)
    for (const criterion of ['F2', 'E2', 'B1']) {
      await rate(device, criterion, 'met')
      await sync()
    }
    await rate(copy, 'F2', 'not-met')
    // Its answer is lost, so all it hears is a pull that says: everything up to 3 is taken.
    const transport = hub.transport('ann')
    await syncOnce(copy, { ...transport, push: async () => ({ ok: false, error: { type: 'Offline' } }) })
    const { pull } = transport
    await syncOnce(copy, { ...transport, pull })
    expect(ratingsAtHub(hub)).toEqual({ F2: 'not-met', E2: 'met', B1: 'met' })
  })
})

describe('a hub restored from a backup', () => {
  it('is sent again what it had taken since, and every scope is fetched anew (rule 12)', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'met')
    await sync()
    const backup = hub.backup()
    await rate(device, 'E2', 'partly')
    await sync()
    await rate(device, 'B1', 'not-met')
    hub.restore(backup, 'e2')
    expect(ratingsAtHub(hub)).toEqual({ F2: 'met' })
    await sync()
    expect(await sync()).toMatchObject({ type: 'complete' })
    expect(ratingsAtHub(hub)).toEqual({ F2: 'met', E2: 'partly', B1: 'not-met' })
    expect(await ratingsShown(device)).toEqual(ratingsAtHub(hub))
    expect(await device.tables.ops.count()).toBe(0)
    expect(hub.state.ops.size).toBe(3)
  })

  it('is told so by the numbers before it says so itself', async () => {
    const { hub, device, sync } = await room()
    const backup = hub.backup()
    for (const criterion of ['F2', 'E2']) {
      await rate(device, criterion, 'met')
      await sync()
    }
    hub.restore(backup, 'e1')
    await rate(device, 'B1', 'met')
    expect(await sync()).toMatchObject({ type: 'complete' })
    expect(ratingsAtHub(hub)).toEqual({ F2: 'met', E2: 'met', B1: 'met' })
  })

  it('is not sent what was acknowledged more than thirty days before', async () => {
    const { hub, device } = await room()
    const at = (time: string) => syncOnce(device, hub.transport('ann'), { now: () => time })
    const backup = hub.backup()
    await rate(device, 'F2', 'met')
    await at('2026-03-02T10:00:00.000Z')
    expect(await device.tables.kept.toArray()).toMatchObject([{ until: '2026-04-01T10:00:00.000Z' }])
    await rate(device, 'E2', 'met')
    await at('2026-04-01T10:00:01.000Z')
    expect(await device.tables.kept.count()).toBe(1)
    hub.restore(backup, 'e2')
    await at('2026-04-01T10:00:02.000Z')
    await at('2026-04-01T10:00:03.000Z')
    expect(ratingsAtHub(hub)).toEqual({ E2: 'met' })
  })
})

describe('the fence', () => {
  it('keeps a cycle from writing once another has begun', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'met')
    const transport = hub.transport('ann')
    const overtaken = syncOnce(device, {
      ...transport,
      pull: async (request) => {
        const answer = await transport.pull(request)
        await sync()
        await rate(device, 'F2', 'partly')
        await sync()
        return answer
      },
    })
    expect(await overtaken).toEqual({ type: 'superseded' })
    expect(await ratingsShown(device)).toEqual({ F2: 'partly' })
  })
})
