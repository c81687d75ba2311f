import 'fake-indexeddb/auto'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { STALE_AFTER_MS, underCycleLock } from '../../../src/sync/cycle-lock'
import { ALONE, useSyncStatus } from '../../../src/sync/status'
import { createRunner } from '../../../src/sync/triggers'
import { watchCounts } from '../../../src/sync/watch-counts'
import { fakeBrowser } from '../../store/fake-tabs'
import { note, rate, room } from './room'

vi.stubGlobal('navigator', {})
afterAll(() => vi.unstubAllGlobals())
beforeEach(() => useSyncStatus.setState(ALONE))

describe('the cycles of several tabs', () => {
  it('run one at a time', async () => {
    const { device } = await room()
    const { locks } = fakeBrowser().openTab()
    let free: () => void = () => undefined
    const first = underCycleLock(
      device,
      locks,
      () =>
        new Promise<string>((done) => {
          free = () => done('first')
        }),
    )
    expect(await underCycleLock(device, locks, async () => 'second')).toBeNull()
    free()
    expect(await first).toBe('first')
    expect(await underCycleLock(device, locks, async () => 'second')).toBe('second')
  })

  it('are taken over from a tab that has been asleep for longer than a cycle lasts', async () => {
    const { device } = await room()
    const { locks } = fakeBrowser().openTab()
    const asleep = underCycleLock(device, locks, () => new Promise<string>(() => {}))
    await new Promise((resolve) => setTimeout(resolve))
    const at = new Date(Date.now() - STALE_AFTER_MS - 1_000).toISOString()
    await device.tables.sync.update('sync', { cycle: { id: 'asleep', at } })
    expect(await underCycleLock(device, locks, async () => 'mine')).toBe('mine')
    expect(await asleep).toBeNull()
  })
})

describe('how it stands', () => {
  it('counts what waits and what needs attention, whichever tab did it', async () => {
    const { hub, device, sync } = await room()
    const onWrite = vi.fn()
    const stop = watchCounts(device, onWrite)
    await rate(device, 'F2', 'met')
    await note(device, 'F2', 'Hours')
    await vi.waitFor(() => expect(useSyncStatus.getState()).toMatchObject({ mode: 'joined', waiting: 2, attention: 0 }))
    expect(onWrite).toHaveBeenCalled()
    expect(useSyncStatus.getState().oldestAt).toMatch(/^20/)
    hub.refuses.add('note.set')
    await sync()
    await vi.waitFor(() => expect(useSyncStatus.getState()).toMatchObject({ waiting: 0, oldestAt: null, attention: 1 }))
    expect(useSyncStatus.getState().lastCompleteAt).not.toBeNull()
    stop()
  })

  it('says why a cycle stopped, and that all is well after the next', async () => {
    const { hub, device } = await room()
    const { request, stop } = createRunner(device, hub.transport('ann'))
    hub.refusal = { type: 'Busy', message: 'The disk is full.' }
    await request()
    expect(useSyncStatus.getState()).toMatchObject({ state: 'busy', message: 'The disk is full.' })
    hub.refusal = null
    await rate(device, 'F2', 'met')
    await request()
    expect(useSyncStatus.getState()).toMatchObject({ state: 'idle', message: null, progress: null })
    expect(hub.arrived).toHaveLength(1)
    await stop()
    await rate(device, 'E2', 'met')
    await request()
    expect(hub.arrived).toHaveLength(1)
  })

  it('runs once more when it is asked while it runs, and no more often', async () => {
    const { hub, device } = await room()
    const before = hub.pulls.length
    const { request, stop } = createRunner(device, hub.transport('ann'))
    await Promise.all([request(), request(), request()])
    expect(hub.pulls.length - before).toBeLessThanOrEqual(2)
    await stop()
  })
})
