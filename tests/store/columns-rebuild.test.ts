import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { auditKey } from '../../src/core/ops/keys'
import { readAuditEntries } from '../../src/store/columns'
import { type BuildProgress, isListComplete, rebuildAuditList } from '../../src/store/columns-rebuild'
import { type Device, openDevice } from '../../src/store/device'
import { newId } from '../../src/store/ids'
import { fillAudits } from '../bench/fill-audits'
import { begin, drawPlans, listed, openRoom, type Room, scanned, submit } from './columns-room'

const devices: Device[] = []
afterEach(() => {
  for (const device of devices.splice(0)) device.tables.close()
})

async function room(): Promise<Room> {
  const opened = await openRoom()
  devices.push(opened.device)
  return opened
}

/** The device as an earlier version of the app left it: the same rows and key, in a database of version 1. */
async function asVersion1({ device }: Room): Promise<string> {
  const name = `columns-${newId()}`
  const old = new Dexie(name)
  old.version(1).stores({
    rows: 'key, kind, scope, *refs',
    ops: '++order, &opId, field',
    blobs: 'hash',
    local: 'id',
    keys: 'id',
  })
  await old.open()
  for (const table of old.tables) await table.bulkPut(await device.tables.table(table.name).toArray())
  old.close()
  return name
}

describe('a device of version 1', () => {
  it('keeps every row when it is opened by this version, and its list is built from them', async () => {
    const before = await room()
    const [one, other] = await drawPlans(before, [['ann', 'bo'], ['cy']])
    if (!one || !other) throw new Error('no plan was drawn')
    await begin(before, one)
    await begin(before, other)
    await submit(before, one)
    const rows = await before.device.tables.rows.toArray()

    const device = await openDevice(await asVersion1(before))
    devices.push(device)
    expect(device.tables.verno).toBe(3)
    expect(await device.tables.rows.toArray()).toEqual(rows)
    expect(await readAuditEntries(device)).toBeNull()
    await rebuildAuditList(device)
    expect(await listed({ device })).toEqual(await scanned(before))
    expect(await listed({ device })).toHaveLength(2)
  })

  it('goes on being written to before its list is built, and nothing of it is missed', async () => {
    const before = await room()
    const [one, other] = await drawPlans(before, [['ann'], ['cy']])
    if (!one || !other) throw new Error('no plan was drawn')
    await begin(before, one)

    const device = await openDevice(await asVersion1(before))
    devices.push(device)
    const after: Room = { ...before, device }
    await begin(after, other)
    await submit(after, one)
    expect(await readAuditEntries(device)).toBeNull()
    await rebuildAuditList(device)
    expect(await listed(after)).toEqual(await scanned(after))
    expect((await listed(after))?.map(({ state }) => state).sort()).toEqual(['draft', 'submitted'])
  })
})

describe('rebuildAuditList', () => {
  it('takes in what is written while it reads the rows, and says how far it is', async () => {
    const opened = await room()
    const { device, manager } = opened
    await fillAudits(device, manager, { audits: 350, framework: 'ehcp-core' })
    const [one, other] = await drawPlans(opened, [['ann'], ['bo']])
    if (!one || !other) throw new Error('no plan was drawn')
    await begin(opened, one)
    const told: BuildProgress[] = []
    const built = rebuildAuditList(device, (progress) => told.push(progress))
    const again = rebuildAuditList(device)
    await Promise.all([submit(opened, one), begin(opened, other), built, again])
    expect(await listed(opened)).toEqual(await scanned(opened))
    expect(await listed(opened)).toHaveLength(352)
    expect(told[0]).toEqual({ done: 0, total: 351 })
    expect(told.map(({ done }) => done)).toEqual([0, 100, 200, 300])
    await submit(opened, other)
    expect(await listed(opened)).toEqual(await scanned(opened))
  }, 30_000)

  it('mends a list whose segment is damaged or gone', async () => {
    const opened = await room()
    const [asked] = await drawPlans(opened, [['ann']])
    if (!asked) throw new Error('no plan was drawn')
    await begin(opened, asked)
    const { columns } = opened.device.tables
    const damages = [
      (id: string) => columns.update(id, { sealed: new Uint8Array(60) }),
      (id: string) => columns.delete(id),
    ]
    for (const damage of damages) {
      const [id] = await columns.toCollection().primaryKeys()
      if (!id) throw new Error('there is no segment')
      await damage(id)
      const reopened = await openDevice(opened.device.tables.name)
      devices.push(reopened)
      expect(await readAuditEntries(reopened)).toBeNull()
      await rebuildAuditList(reopened)
      expect(await listed({ device: reopened })).toEqual(await scanned(opened))
    }
  })

  it('builds a list of another version anew', async () => {
    const opened = await room()
    const [asked] = await drawPlans(opened, [['ann']])
    if (!asked) throw new Error('no plan was drawn')
    await begin(opened, asked)
    await opened.device.tables.lists.update('audits', { v: 0 })
    expect(await readAuditEntries(opened.device)).toBeNull()
    await rebuildAuditList(opened.device)
    expect(await listed(opened)).toEqual(await scanned(opened))
    expect(await opened.device.tables.columns.count()).toBe(1)
  })

  it('begins an empty list on a device without audits', async () => {
    const { device } = await room()
    await rebuildAuditList(device)
    expect(await readAuditEntries(device)).toEqual([])
  })
})

describe('isListComplete', () => {
  it('notices audits that came or went past the list', async () => {
    const opened = await room()
    const [asked] = await drawPlans(opened, [['ann']])
    if (!asked) throw new Error('no plan was drawn')
    await begin(opened, asked)
    const { rows } = opened.device.tables
    expect(await isListComplete(opened.device)).toBe(true)
    const row = await rows.get(auditKey(asked.auditId))
    if (!row) throw new Error('the audit is not on the device')
    await rows.put({ ...row, key: 'audit/brought-in' })
    expect(await isListComplete(opened.device)).toBe(false)
    await rows.bulkDelete(['audit/brought-in', row.key])
    expect(await isListComplete(opened.device)).toBe(false)
    await rebuildAuditList(opened.device)
    expect(await readAuditEntries(opened.device)).toEqual([])
    expect(await isListComplete(opened.device)).toBe(true)
  })
})

describe('a list of many', () => {
  it('lies in segments of a thousand, and a change rewrites only the one it is in', async () => {
    const opened = await room()
    await fillAudits(opened.device, opened.manager, { audits: 1_150, framework: 'ehcp-core' })
    const [asked] = await drawPlans(opened, [['ann', 'bo']])
    if (!asked) throw new Error('no plan was drawn')
    await begin(opened, asked)
    const before = (await opened.device.tables.lists.get('audits'))?.segments ?? []
    await submit(opened, asked)
    const after = (await opened.device.tables.lists.get('audits'))?.segments ?? []
    expect(before).toHaveLength(2)
    expect(after).toHaveLength(2)
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
    expect(await opened.device.tables.columns.count()).toBe(2)
    expect(await listed(opened)).toHaveLength(1_151)
    expect(await isListComplete(opened.device)).toBe(true)
  }, 60_000)
})
