import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { readAuditEntries } from '../../../src/store/columns'
import { syncOnce } from '../../../src/sync/cycle'
import type { Transport } from '../../../src/sync/transport'
import { audit, hubWithDraft, keysHeld, note, rate, ratingsShown, room, SCOPES, shown, subject } from './room'
import { ScriptedHub } from './scripted-hub'

/** A hub whose answer to a push comes before what it did is to be seen. */
function takesNothing(hub: ScriptedHub): Transport {
  const outcome = 'applied' as const
  return {
    ...hub.transport('ann'),
    push: async ({ ops }) => ({ ok: true, value: { last: 0, results: ops.map(({ n }) => ({ n, outcome })) } }),
  }
}

const released = (id: string) => audit(id, { state: 'submitted', submittedAt: '2026-03-02T11:00:00.000Z' }, 'auditors')

describe('rows that come down', () => {
  it('keep a row that has left one scope for another this device reads as well (rule 6)', async () => {
    const { hub, device, sync } = await room()
    hub.put(released('x1'))
    await sync()
    expect((await device.tables.rows.get('audit/x1'))?.scope).toBe('auditors')
    expect(await keysHeld(device)).toEqual(['audit/x1', 'member/ann', 'subject/s1'])
  })

  it('take away a row that has left for a scope this device does not read', async () => {
    const { hub, device, sync } = await room()
    hub.put({ ...audit('x1'), scope: 'author:bo' })
    await sync()
    expect(await keysHeld(device)).toEqual(['member/ann', 'subject/s1'])
  })

  it('take away all of a scope that is no longer allowed, and nothing else (rule 7)', async () => {
    const { hub, device, sync } = await room()
    hub.put(subject('s2'))
    await sync()
    hub.scopes = ['area', 'author:ann']
    await sync()
    expect(await keysHeld(device)).toEqual(['audit/x1', 'member/ann'])
    expect(Object.keys((await device.tables.sync.get('sync'))?.scopes ?? {})).toEqual(['area', 'author:ann'])
  })

  it('bring a scope that is allowed again from its beginning', async () => {
    const { hub, device, sync } = await room()
    hub.scopes = ['area', 'author:ann']
    await sync()
    hub.scopes = SCOPES
    await sync()
    expect(await keysHeld(device)).toEqual(['audit/x1', 'member/ann', 'subject/s1'])
  })

  it('take away what went while a reset was under way over several pages (rule 8)', async () => {
    const hub = hubWithDraft()
    for (let at = 2; at < 8; at += 1) hub.put(subject(`s${at}`))
    const { device, sync } = await room(hub)
    // Half a year later: the markers are pruned, so that the scope has to be reset.
    hub.put({ ...subject('s2'), scope: 'managers' })
    hub.prune('auditors')
    hub.pageRows = 2
    const before = hub.pulls.length
    hub.beforePull = (page) => {
      // Seen on the first page, gone by the third; and one that comes meanwhile.
      if (page === before + 3) hub.put({ ...subject('s3'), scope: 'managers' })
      if (page === before + 3) hub.put(subject('s9'))
    }
    await sync()
    expect(hub.pulls.length - before).toBeGreaterThan(2)
    const subjects = (await keysHeld(device)).filter((key) => key.startsWith('subject/'))
    expect(subjects).toEqual(['s1', 's4', 's5', 's6', 's7', 's9'].map((id) => `subject/${id}`))
    expect((await device.tables.sync.get('sync'))?.scopes.auditors).toEqual({ cursor: hub.state.seq })
  })

  it('go on with a reset where the last cycle left off, and sweep what it did not see', async () => {
    const hub = hubWithDraft()
    for (let at = 2; at < 8; at += 1) hub.put(subject(`s${at}`))
    const { device, sync } = await room(hub)
    hub.put({ ...subject('s2'), scope: 'managers' })
    hub.prune('auditors')
    hub.pageRows = 3
    hub.beforePull = (page) => {
      if (page === 3) hub.loseReplies = 1
    }
    expect((await sync()).type).toBe('refused')
    expect(await keysHeld(device)).toContain('subject/s2')
    expect((await sync()).type).toBe('complete')
    expect(await keysHeld(device)).not.toContain('subject/s2')
  })

  it('sweep what came and went before a reset began again', async () => {
    const hub = hubWithDraft()
    for (let at = 2; at < 8; at += 1) hub.put(subject(`s${at}`))
    const { device, sync } = await room(hub)
    hub.put(subject('s1'))
    hub.prune('auditors')
    hub.pageRows = 3
    const before = hub.pulls.length
    hub.beforePull = (page) => {
      if (page !== before + 2) return
      // Shown on the first page; its marker is pruned before the device comes for it.
      hub.put({ ...subject('s2'), scope: 'managers' })
      hub.prune('auditors')
      hub.restarts.add('auditors')
    }
    expect((await sync()).type).toBe('complete')
    expect(await keysHeld(device)).not.toContain('subject/s2')
    expect((await keysHeld(device)).filter((key) => key.startsWith('subject/'))).toHaveLength(6)
  })

  it('change nothing of a row whose body this app does not know yet', async () => {
    const { hub, device, sync } = await room()
    hub.put({ key: 'wonder/w1', scope: 'area', refs: [], body: { unheard: 'of' } })
    await sync()
    expect(await keysHeld(device)).toContain('wonder/w1')
  })

  it('count a revision that never goes back, whatever the hub sends', async () => {
    const { hub, device, sync } = await room()
    for (const rating of ['met', 'partly', 'not-met'] as const) await rate(device, 'F2', rating)
    const ahead = (await device.tables.rows.get('audit/x1'))?.rev ?? 0
    await sync()
    const row = await device.tables.rows.get('audit/x1')
    // Three writes here were one op there.
    expect(row?.hub).toBe(hub.state.records.get('audit/x1')?.rev)
    expect(row?.rev).toBeGreaterThanOrEqual(ahead)
    expect(row?.ahead).toBeUndefined()
  })
})

describe('what is shown', () => {
  it('is the hub’s truth with the pending ops on top (rule 11)', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'partly')
    hub.put(audit('x1', { ratings: { F2: { rating: 'met' }, E2: { rating: 'not-met' } } }))
    await syncOnce(device, takesNothing(hub))
    expect(await ratingsShown(device)).toEqual({ F2: 'partly', E2: 'not-met' })
    await sync()
    expect(await ratingsShown(device)).toEqual({ F2: 'partly', E2: 'not-met' })
  })

  it('is nothing of a row that was taken away; what was done to it is for the hub to judge', async () => {
    const { hub, device } = await room()
    await rate(device, 'F2', 'partly')
    hub.put({ ...audit('x1', { author: 'bo' }), scope: 'author:bo' })
    await syncOnce(device, takesNothing(hub))
    expect(await shown(device)).toBeUndefined()
    expect(await device.tables.ops.count()).toBe(1)
    expect(await readAuditEntries(device)).toEqual([])
  })

  it('is what was before when the hub has refused', async () => {
    const { hub, device, sync } = await room()
    hub.refuses.add('rating.set')
    await note(device, 'F2', 'Hours are given.')
    await rate(device, 'F2', 'partly')
    expect(await ratingsShown(device)).toEqual({ F2: 'partly' })
    await sync()
    expect(await ratingsShown(device)).toEqual({})
    expect((await shown(device))?.notes).toEqual({ F2: 'Hours are given.' })
    expect(await device.tables.refused.toArray()).toMatchObject([{ kind: 'rating.set' }])
    expect(await device.tables.ops.count()).toBe(0)
  })

  it('is in the list of audits as it is in the rows', async () => {
    const hub = new ScriptedHub(SCOPES)
    for (const row of hubWithDraft().state.records.values()) hub.put(row)
    hub.put(released('x2'))
    const { device, sync } = await room(hub)
    const listed = async () => (await readAuditEntries(device))?.map(({ id, state, code }) => [id, state, code]).sort()
    expect(await listed()).toEqual([
      ['x1', 'draft', 'K7F-s1'],
      ['x2', 'submitted', 'K7F-s1'],
    ])
    hub.put({ ...released('x2'), scope: 'managers' })
    hub.put(released('x3'))
    await sync()
    expect(await listed()).toEqual([
      ['x1', 'draft', 'K7F-s1'],
      ['x3', 'submitted', 'K7F-s1'],
    ])
  })

  it('names the plan of an audit in the list though the plan comes after it', async () => {
    const hub = new ScriptedHub(SCOPES)
    for (const row of hubWithDraft().state.records.values()) if (row.key !== 'subject/s1') hub.put(row)
    const { device, sync } = await room(hub)
    expect((await readAuditEntries(device))?.map(({ code }) => code)).toEqual([''])
    hub.put(subject('s1'))
    await sync()
    expect((await readAuditEntries(device))?.map(({ code }) => code)).toEqual(['K7F-s1'])
  })
})

describe('what was erased', () => {
  it('goes with everything kept about it: rows, pending, kept and refused ops', async () => {
    const { hub, device, sync } = await room()
    await rate(device, 'F2', 'partly')
    await sync()
    hub.refuses.add('note.set')
    await note(device, 'F2', 'Hours are given.')
    await sync()
    expect([await device.tables.kept.count(), await device.tables.refused.count()]).toEqual([1, 1])
    hub.erase('audit/x1')
    await rate(device, 'E2', 'met')
    await sync()
    const { rows, truth, ops, kept, refused } = device.tables
    expect(await rows.get('audit/x1')).toBeUndefined()
    const left = await Promise.all([truth, ops, kept, refused].map((table) => table.count()))
    expect(left).toEqual([0, 0, 0, 0])
    expect(await readAuditEntries(device)).toEqual([])
  })
})
