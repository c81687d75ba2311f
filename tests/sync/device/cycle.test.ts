import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { syncOnce } from '../../../src/sync/cycle'
import { did, note, rate, ratingsAtHub, ratingsShown, room } from './room'

describe('a sync cycle', () => {
  it('sends what was done, and forgets it once the hub has shown what became of it', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'partly')
    await note(device, 'F2', 'Hours are given.')
    expect(await sync()).toMatchObject({ type: 'complete' })
    expect(ratingsAtHub(hub)).toEqual({ F2: 'partly' })
    expect(await device.tables.ops.count()).toBe(0)
    expect(await device.tables.truth.count()).toBe(0)
    expect(await device.tables.kept.count()).toBe(2)
    expect(await ratingsShown(device)).toEqual({ F2: 'partly' })
  })

  it('sends one op for a field that was set again and again, and the rev it was first set upon', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'met')
    await rate(device, 'F2', 'partly')
    await sync()
    expect(hub.arrived.map(({ op }) => [op.n, op.kind, op.base])).toEqual([[1, 'rating.set', 1]])
    await rate(device, 'F2', 'not-met')
    await sync()
    expect(hub.arrived[1]?.op).toMatchObject({ n: 2, base: 2 })
  })

  it('does a batch once though its answer was lost on the way, and twice', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'partly')
    hub.loseReplies = 1
    expect(await sync()).toEqual({ type: 'refused', refusal: { type: 'Offline' } })
    // A later rating is another op: what is frozen never changes.
    await rate(device, 'F2', 'met')
    hub.loseReplies = 1
    await sync()
    expect(await sync()).toMatchObject({ type: 'complete' })
    expect(hub.state.ops.size).toBe(2)
    const [first, second, third] = hub.arrived.map(({ op }) => op)
    expect(second).toEqual(first)
    expect([first?.n, third?.n]).toEqual([1, 2])
    expect(ratingsAtHub(hub)).toEqual({ F2: 'met' })
    expect(await ratingsShown(device)).toEqual({ F2: 'met' })
  })

  it('keeps showing an op the hub has taken until a complete pull has come (rule 10)', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'partly')
    hub.beforePull = () => {
      hub.loseReplies = 1
    }
    await sync()
    expect(ratingsAtHub(hub)).toEqual({ F2: 'partly' })
    expect(await ratingsShown(device)).toEqual({ F2: 'partly' })
    expect(await device.tables.ops.toArray()).toMatchObject([{ n: 1, outcome: 'applied' }])
  })

  it('sends a submission after the ratings it was made with, though one was set again since', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'partly')
    await did(device, { kind: 'alert.raise', data: alertOf('x1') })
    await rate(device, 'F2', 'met')
    await sync()
    expect(hub.arrived.map(({ op }) => op.kind)).toEqual(['rating.set', 'alert.raise', 'rating.set'])
    expect(ratingsAtHub(hub)).toEqual({ F2: 'met' })
  })

  it('sends at most 200 ops at a time, and goes on until nothing is left', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'partly')
    for (let at = 0; at < 450; at += 1) {
      await did(device, { kind: 'alert.raise', data: { ...alertOf(null), alertId: `al-${at}` } })
    }
    let pushes = 0
    const transport = hub.transport('ann')
    const counting = {
      ...transport,
      push: (request: Parameters<typeof transport.push>[0]) => {
        pushes += 1
        expect(request.ops.length).toBeLessThanOrEqual(200)
        return transport.push(request)
      },
    }
    await sync({ mostMs: 0 })
    expect(hub.arrived).toHaveLength(0)
    expect(await syncOnce(device, counting)).toMatchObject({ type: 'complete' })
    expect(pushes).toBe(3)
    expect(hub.arrived.map(({ op }) => op.n)).toEqual(Array.from({ length: 451 }, (_, at) => at + 1))
  })
})

function alertOf(auditId: string | null) {
  const told = { told: 'The duty worker', done: 'Rang at once' }
  const alert = {
    type: 'concern' as const,
    subjectId: 's1',
    cycleId: 'c1',
    foundAt: '2026-03-02T10:00:00.000Z',
    ...told,
  }
  return { alertId: 'al1', auditId, alert }
}
