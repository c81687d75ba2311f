/**
 * @vitest-environment jsdom
 */
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentDatabase } from '../../../src/store/current-database'
import { openDeviceAt } from '../../../src/store/demo-place'
import { closeDevice, type Device, openDevice } from '../../../src/store/device'
import { deviceIdOf, joinArea, listDatabases, setToken, signOut, tokenOf } from '../../../src/store/joined'
import { setUpArea } from '../../../src/store/set-up'

beforeEach(() => localStorage.clear())

describe('the databases of a browser', () => {
  const opened: Device[] = []
  afterEach(() => {
    for (const device of opened.splice(0)) closeDevice(device)
  })
  const join = async (memberId: string, token = `token-of-${memberId}`) => {
    const joined = await joinArea({
      areaId: 'area1',
      memberId,
      token,
      areaName: 'Testshire',
      deviceName: 'Firefox on Linux',
    })
    opened.push(joined.device)
    return joined
  }

  it('are one for each member, and the last to sign in is the one that opens', async () => {
    const ann = await join('ann')
    const bo = await join('bo')
    expect(ann.device.tables.name).not.toBe(bo.device.tables.name)
    expect(await tokenOf(ann.device)).toBe('token-of-ann')
    const device = await openDeviceAt('/')
    opened.push(device)
    expect(device.tables.name).toBe(bo.device.tables.name)
    expect(device.isJoined).toBe(true)
    const known = await listDatabases()
    expect(known.map(({ session, isJoined, areaName }) => [session.memberId, isJoined, areaName]).sort()).toEqual([
      ['ann', true, 'Testshire'],
      ['bo', true, 'Testshire'],
    ])
    expect(Object.keys(localStorage)).toEqual(['plumbline-database'])
  })

  it('go on where they were when their member signs in again', async () => {
    const first = await join('cy')
    await setToken(first.device, 'old')
    const again = await join('cy', 'new')
    expect(again.deviceId).toBe(first.deviceId)
    expect(await deviceIdOf(again.device)).toBe(first.deviceId)
    expect(await tokenOf(first.device)).toBe('new')
  })

  it('are wiped when their member signs out, and not while something would be lost unasked', async () => {
    const { device } = await join('dan')
    await device.tables.ops.add({ opId: 'o1', area: 'area1', kind: 'x', field: 'o1', sealed: new Uint8Array(60) })
    expect(await signOut(device, { loseUnsent: false })).toEqual({
      ok: false,
      error: { type: 'Unsent', waiting: 1, refused: 0 },
    })
    expect(await device.tables.ops.count()).toBe(1)
    expect(await signOut(device, { loseUnsent: true })).toEqual({ ok: true, value: true })
    expect(currentDatabase()).toBe('plumbline')
    expect((await listDatabases()).map(({ session: { memberId } }) => memberId)).not.toContain('dan')
  })

  it('fall back to the device’s own area when the browser has thrown a member’s records away', async () => {
    const { device } = await join('eve')
    closeDevice(device)
    await device.tables.delete()
    const own = await openDeviceAt('/')
    opened.push(own)
    expect(own.tables.name).toBe('plumbline')
    expect(currentDatabase()).toBe('plumbline')
  })

  it('leave the area of a device alone as it is', async () => {
    const own = await openDevice('plumbline')
    opened.push(own)
    const set = await setUpArea(own, { areaName: 'Aloneshire', memberName: 'One', agency: 'education' })
    expect(set.ok).toBe(true)
    await join('fay')
    const known = await listDatabases()
    expect(known.find(({ name }) => name === 'plumbline')).toMatchObject({ isJoined: false, areaName: 'Aloneshire' })
  })
})
