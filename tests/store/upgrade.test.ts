import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { closeDevice, type Device, openDevice } from '../../src/store/device'
import { newId } from '../../src/store/ids'
import { openOp } from '../../src/store/pending'
import { DATABASE_VERSION } from '../../src/store/tables'
import { as, begin, drawPlans, openRoom, type Room, rateAll } from './columns-room'

const VERSION_1 = {
  rows: 'key, kind, scope, *refs',
  ops: '++order, &opId, field',
  blobs: 'hash',
  local: 'id',
  keys: 'id',
}
const STORES: Readonly<Record<number, Record<string, string>>> = {
  1: VERSION_1,
  2: { ...VERSION_1, columns: 'id', lists: 'id' },
}

const devices: Device[] = []
afterEach(() => {
  for (const device of devices.splice(0)) closeDevice(device)
})

/** The database of a device as an earlier version of the app left it. */
async function asVersion(version: 1 | 2, { device }: Room): Promise<string> {
  const stores = STORES[version] ?? {}
  const name = `upgrade-${newId()}`
  const old = new Dexie(name)
  old.version(version).stores(stores)
  await old.open()
  for (const table of Object.keys(stores)) await old.table(table).bulkPut(await device.tables.table(table).toArray())
  old.close()
  return name
}

describe.each([1, 2] as const)('a device of version %i', (version) => {
  it('keeps every row, every pending op in its order, and what is its own', async () => {
    const room = await openRoom()
    devices.push(room.device)
    const [asked] = await drawPlans(room, [['ann']])
    if (!asked) throw new Error('nobody was asked')
    await begin(room, asked)
    await rateAll(room, asked)
    const before = room.device.tables
    const device = await openDevice(await asVersion(version, room))
    devices.push(device)
    expect(device.tables.verno).toBe(DATABASE_VERSION)
    expect(await device.tables.ops.toArray()).toEqual(await before.ops.toArray())
    expect(await device.tables.rows.toArray()).toEqual(await before.rows.toArray())
    expect(await device.tables.local.toArray()).toEqual(await before.local.toArray())
    const kinds = (await device.tables.ops.toArray()).map((op) => openOp(device, op).kind)
    expect(kinds.slice(-2)).toEqual(['rating.set', 'rating.set'])
    expect(device.isJoined).toBe(false)
  })

  it('goes on as before: a rating takes the place of the one that was unsent', async () => {
    const room = await openRoom()
    devices.push(room.device)
    const [asked] = await drawPlans(room, [['ann']])
    if (!asked) throw new Error('nobody was asked')
    await begin(room, asked)
    await rateAll(room, asked)
    const device = await openDevice(await asVersion(version, room))
    devices.push(device)
    const count = await device.tables.ops.count()
    await rateAll({ ...room, device }, asked)
    expect(await device.tables.ops.count()).toBe(count)
    expect(await device.tables.truth.count()).toBe(0)
    expect(as(room, asked).memberId).toBe('ann')
  })
})
