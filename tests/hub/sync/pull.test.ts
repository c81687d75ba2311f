import { beforeAll, expect, it } from 'vitest'
import { pullText } from '../../../src/hub/sync/pull'
import { MOST_PAGE_ROWS, PullAnswer } from '../../../src/wire/protocol'
import { forEachDatabase } from '../databases'
import { Reader } from './reader'
import { drawCycle, MEMBERS, opening, openRoom, type Room, submitting } from './room'

forEachDatabase('pull', (database) => {
  let room: Room
  beforeAll(async () => {
    room = await openRoom(await database.open())
    await drawCycle(room, 6, ['m2', 'm3'])
  })

  it('gives a new device every scope of its member from the beginning, and nothing else (rule 7)', async () => {
    const answer = await room.device('m2').pull({ cursors: { managers: 4, 'author:m3': 9 } })
    expect(answer.scopes.map(({ id, mode, from, more }) => ({ id, mode, from, more }))).toEqual(
      ['area', 'auditors', 'author:m2'].map((id) => ({ id, mode: 'reset', from: 0, more: false })),
    )
    expect(answer.gone.sort()).toEqual(['author:m3', 'managers'])
    expect(answer.acked).toBe(0)
    const board = await room.device('m4').pull()
    expect(board.scopes.map(({ id }) => id)).toEqual(['area', 'author:m4'])
  })

  it('goes on from the cursor, and a quiet scope moves on to the end of the area', async () => {
    const [device, author] = [room.device('m3'), room.device('m2')]
    const first = await device.pull()
    const cursors = Object.fromEntries(first.scopes.map(({ id, seq }) => [id, seq]))
    expect(new Set(Object.values(cursors)).size).toBe(1)
    await author.does(...opening(author, 's1'))
    const second = await device.pull({ epoch: first.epoch, cursors })
    expect(second.scopes.map(({ mode, entries }) => [mode, entries.map(({ key }) => key)])).toEqual([
      ['delta', []],
      ['delta', ['assignment/m2-s1']],
      ['delta', []],
    ])
    expect(new Set(second.scopes.map(({ seq }) => seq)).size).toBe(1)
  })

  it('begins every scope again in another life of the area (rule 12)', async () => {
    const device = room.device('m3')
    const { epoch, scopes } = await device.pull()
    const cursors = Object.fromEntries(scopes.map(({ id, seq }) => [id, seq]))
    const modes = async (asked: { epoch: string | null; cursors: typeof cursors }) =>
      (await device.pull(asked)).scopes.map(({ mode, from }) => `${mode} ${from > 0}`)
    expect(await modes({ epoch, cursors })).toEqual(['delta true', 'delta true', 'delta true'])
    expect(await modes({ epoch: 'another', cursors })).toEqual(['reset false', 'reset false', 'reset false'])
    const beyond = Object.fromEntries(scopes.map(({ id }) => [id, 1_000_000]))
    expect(await modes({ epoch, cursors: beyond })).toEqual(['reset false', 'reset false', 'reset false'])
  })

  it('shares the rows of a page over the scopes, and says where there is more', async () => {
    const device = room.device('m2')
    const whole = await device.pull()
    const rows = whole.scopes.map(({ entries }) => entries.length)
    const page = await device.pull({ limit: (rows[0] ?? 0) + 2 })
    expect(page.scopes.map(({ more, entries }) => [more, entries.length])).toEqual([
      [false, rows[0]],
      [true, 2],
      [(rows[2] ?? 0) > 0, 0],
    ])
    const greedy = await device.pull({ limit: 10 * MOST_PAGE_ROWS })
    expect(greedy.scopes.every(({ more }) => !more)).toBe(true)
    expect((await device.pull({ limit: 0 })).scopes.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(1)
  })

  it('tells how far it has taken the ops of the device, and which were refused that it does not know of (rule 10)', async () => {
    const device = room.device('m2')
    const bad = () => device.op('rating.set', { auditId: 'none', criterionId: 'F1', rated: null })
    const [first, second] = [bad(), bad()]
    await device.push(first, second)
    const refusal = { type: 'Missing', key: 'audit/none' }
    expect(await device.pull()).toMatchObject({
      acked: 2,
      refused: [
        { n: 1, opId: first.opId, refusal },
        { n: 2, opId: second.opId, refusal },
      ],
    })
    expect((await device.pull({ known: 1 })).refused).toEqual([{ n: 2, opId: second.opId, refusal }])
    expect((await device.pull({ known: Number.MAX_SAFE_INTEGER })).refused).toEqual([])
  })

  it('shows one member nothing of another’s device', async () => {
    const device = room.device('m2')
    await device.push(device.op('rating.set', { auditId: 'none', criterionId: 'F1', rated: null }))
    const other = await room.device('m3', device.id).pull()
    expect(other).toMatchObject({ acked: 0, refused: [] })
    const waiting = { count: 9, oldestAt: null }
    await room.device('m3', device.id).pull({ waiting })
    const row = await room.db.kysely.selectFrom('device').selectAll().where('id', '=', device.id).executeTakeFirst()
    expect(row?.waiting).not.toContain('9')
  })

  it('refuses a revoked device, an unknown area and ids that no device makes', async () => {
    const device = room.device('m2')
    await device.push()
    await room.db.kysely.updateTable('device').set({ revoked: 1 }).where('id', '=', device.id).execute()
    expect(await device.tryPull()).toEqual({ ok: false, error: { type: 'Revoked' } })
    expect(await room.device('m2', 'a\u0000b').tryPull()).toEqual({ ok: false, error: { type: 'Malformed' } })
    expect(await room.device('m2').tryPull({ area: 'other' })).toEqual({ ok: false, error: { type: 'UnknownArea' } })
  })

  it('takes every scope from a member who has left, and from one who never was', async () => {
    const manager = room.device('m1')
    const leaving = room.device('m8')
    const set = (active: boolean) =>
      manager.op('member.set', { areaId: room.area, memberId: 'm8', member: { ...MEMBERS.m2, active } })
    await manager.does(set(true))
    const before = await leaving.pull()
    expect(before.scopes).toHaveLength(3)
    const cursors = Object.fromEntries(before.scopes.map(({ id, seq }) => [id, seq]))
    await manager.does(set(false))
    const after = await leaving.pull({ epoch: before.epoch, cursors })
    expect(after).toMatchObject({ scopes: [], gone: ['area', 'auditors', 'author:m8'] })
    expect(await room.device('m-nobody').pull()).toMatchObject({ scopes: [], gone: [] })
  })

  it('shows an unreleased audit to its author alone, and a released one to every auditor', async () => {
    const devices = { m2: room.device('m2'), m3: room.device('m3') }
    const readers = (['m1', 'm2', 'm3', 'm4'] as const).map((member) => new Reader(room.device(member)))
    const readingOf = async (key: string) => {
      for (const reader of readers) await reader.pullAll(3)
      return readers.map((reader) => reader.rows.get(key)?.scope ?? null)
    }
    await devices.m2.does(...opening(devices.m2, 's2'), ...submitting(devices.m2, 's2'))
    expect(await readingOf('audit/m2-s2')).toEqual([null, 'author:m2', null, null])
    await devices.m3.does(...opening(devices.m3, 's2'), ...submitting(devices.m3, 's2'))
    expect(await readingOf('audit/m2-s2')).toEqual(['auditors', 'auditors', 'auditors', null])
    expect(await readingOf('audit/m3-s2')).toEqual(['auditors', 'auditors', 'auditors', null])
  })

  it('notes what a device says of itself, and an unchanged one at most once a minute', async () => {
    const device = room.device('m2')
    await device.push()
    const seen = async () =>
      (await room.db.kysely.selectFrom('device').selectAll().where('id', '=', device.id).executeTakeFirst())?.seen_at
    const at = (seconds: number) => {
      room.clock = new Date(Date.parse('2026-05-01T09:00:00.000Z') + seconds * 1000).toISOString()
    }
    const nothing = { count: 0, oldestAt: null }
    at(0)
    await device.pull()
    at(30)
    await device.pull({ waiting: nothing })
    expect(await seen()).toBe('2026-05-01T09:00:00.000Z')
    at(40)
    await device.pull({ waiting: { count: 3, oldestAt: '2026-05-01T08:00:00.000Z' } })
    expect(await seen()).toBe('2026-05-01T09:00:40.000Z')
    at(120)
    await device.pull({ waiting: { count: 3, oldestAt: '2026-05-01T08:00:00.000Z' } })
    expect(await seen()).toBe('2026-05-01T09:02:00.000Z')
  })

  it('is one text on the wire, and the answer it stands for', async () => {
    const device = room.device('m2')
    const request = { protocol: 1, area: room.area, device: device.id, epoch: null, limit: 50, cursors: {}, known: 0 }
    const text = await pullText(room.hub, device.caller, { ...request, waiting: { count: 0, oldestAt: null } })
    if (!text.ok) throw new Error(text.error.type)
    expect(PullAnswer.parse(JSON.parse(text.value))).toEqual(await device.pull({ limit: 50 }))
  })
})
