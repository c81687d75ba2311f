import { createHash } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { verify } from '../../../src/hub/admin/verify'
import { getBlob, MOST_BLOB_BYTES, putBlob } from '../../../src/hub/sync/blobs'
import { erase } from '../../../src/hub/sync/erase'
import { pruneMarkers } from '../../../src/hub/sync/prune'
import { forEachDatabase } from '../databases'
import { Reader } from './reader'
import {
  CRITERIA,
  drawCycle,
  MEMBERS,
  opening,
  openRoom,
  type Room,
  recordOf,
  registerOf,
  submitting,
  trailOf,
} from './room'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

forEachDatabase('what is taken away', (database) => {
  let room: Room
  beforeAll(async () => {
    room = await openRoom(await database.open())
    await drawCycle(room, 4, ['m2', 'm3'])
  })

  it('erases a record with everything that was said of it, for good, and the chain verifies', async () => {
    const [two, three] = [room.device('m2'), room.device('m3')]
    const [criterionId = ''] = CRITERIA
    const words = 'The outcomes are vague'
    await two.does(
      ...opening(two, 's1'),
      two.op('note.set', { auditId: 'm2-s1', criterionId, text: words }),
      ...submitting(two, 's1'),
    )
    const author = new Reader(two)
    await author.pullAll(100)
    await three.does(...opening(three, 's1'), ...submitting(three, 's1'))
    const readers = [author, new Reader(room.device('m1'))]
    for (const reader of readers) await reader.pullAll(100)

    const key = 'audit/m2-s1' as const
    const erased = await erase(room.hub, room.area, [key])
    expect(erased).toMatchObject({ records: 1 })
    expect(erased?.ops).toBeGreaterThan(CRITERIA.length)
    expect(await recordOf(room, key)).toBeUndefined()
    const tables = await Promise.all(
      (['op', 'record', 'ref'] as const).map((table) =>
        room.db.kysely.selectFrom(table).selectAll().where('area', '=', room.area).execute(),
      ),
    )
    expect(JSON.stringify(tables)).not.toContain(words)
    const blanked = (await trailOf(room)).filter((op) => op.key === key)
    expect(blanked.every(({ salt, payload }) => salt === null && payload === null)).toBe(true)
    expect(await verify(room.db.kysely, room.area)).toMatchObject({ ok: true })

    for (const reader of readers) {
      await reader.pullAll(2)
      expect(reader.rows.has(key)).toBe(false)
      expect(reader.erased.has(key)).toBe(true)
    }
    // One that begins now may still keep ops about it.
    const late = new Reader(room.device('m3'))
    await late.pullAll(2)
    expect(late.erased.has(key)).toBe(true)
  })

  it('refuses every op on what was erased, and keeps none of its words', async () => {
    const two = room.device('m2')
    const [criterionId = ''] = CRITERIA
    const text = 'Sent again from an old profile'
    expect(await two.try('note.set', { auditId: 'm2-s1', criterionId, text })).toBe('Erased')
    const facts = { yearGroup: 5 }
    const opened = { auditId: 'm2-s1', assignmentId: 'm2-s2', subjectId: 's2', cycleId: 'c1', facts }
    expect(await two.try('audit.open', opened)).toBe('Erased')
    expect(JSON.stringify(await trailOf(room))).not.toContain(text)
    expect(await erase(room.hub, room.area, ['audit/m2-s1'])).toMatchObject({ records: 0 })
    expect(await erase(room.hub, 'no such area', ['audit/m2-s1'])).toBeNull()
  })

  it('touches nothing beside what it was asked to erase', async () => {
    const trail = async () => (await trailOf(room)).filter(({ payload }) => payload !== null).length
    const records = async () =>
      (await room.db.kysely.selectFrom('record').select('key').where('area', '=', room.area).execute()).length
    const before = [await trail(), await records()]
    await erase(room.hub, room.area, ['audit/nobody', 'audit/100%', 'audit/m__s3'])
    expect([await trail(), await records()]).toEqual(before)
  })

  it('prunes markers after 180 days, and a device that was away longer begins again (rule 9)', async () => {
    const reader = new Reader(room.device('m2'))
    await reader.pullAll(100)
    const cursors = Object.fromEntries((await room.device('m2').pull()).scopes.map(({ id, seq }) => [id, seq]))
    const { epoch } = await room.device('m2').pull()
    const manager = room.device('m1')
    const [two, three] = [room.device('m2'), room.device('m3')]
    await two.does(...opening(two, 's3'), ...submitting(two, 's3'))
    await three.does(...opening(three, 's3'), ...submitting(three, 's3'))

    room.clock = '2026-08-28T10:15:00.000Z'
    await manager.does(
      manager.op('member.set', { areaId: room.area, memberId: 'm7', member: { ...MEMBERS.m2, active: true } }),
    )
    expect(await pruneMarkers(room.hub)).toBe(0)
    room.clock = '2026-08-30T10:15:00.000Z'
    expect(await pruneMarkers(room.hub)).toBeGreaterThan(0)
    expect(await pruneMarkers(room.hub)).toBe(0)
    const modes = (await room.device('m2').pull({ epoch, cursors })).scopes.map(({ id, mode }) => `${id} ${mode}`)
    expect(modes).toEqual(['area delta', 'auditors delta', 'author:m2 reset'])
    await reader.pullAll(1)
    expect(reader.rows.get('audit/m2-s3')?.scope).toBe('auditors')
    expect(await verify(room.db.kysely, room.area)).toMatchObject({ ok: true })
  })
})

forEachDatabase('blobs', (database) => {
  let room: Room
  beforeAll(async () => {
    room = await openRoom(await database.open())
  })

  it('are read by whoever may read a row that names them, and by nobody before', async () => {
    const [manager, auditor] = [room.device('m1'), room.device('m2')]
    const bytes = new Uint8Array([0, 255, 7, 0])
    const hash = hashOf(bytes)
    expect(await putBlob(room.hub, manager.caller, hash, bytes)).toEqual({ ok: true, value: true })
    expect(await putBlob(room.hub, manager.caller, hash, bytes)).toEqual({ ok: true, value: true })
    expect(await getBlob(room.hub, manager.caller, hash)).toBeNull()
    await manager.does(manager.op('register.import', { registerId: 'r1', summary: registerOf([hash]) }))
    expect(await getBlob(room.hub, manager.caller, hash)).toEqual(bytes)
    expect(await getBlob(room.hub, auditor.caller, hash)).toBeNull()
    expect(await getBlob(room.hub, manager.caller, hashOf(new Uint8Array([1])))).toBeNull()
    expect(await getBlob(room.hub, manager.caller, '../../etc')).toBeNull()
    const other = await openRoom(room.db)
    expect(await getBlob(room.hub, other.device('m1').caller, hash)).toBeNull()
    expect(await verify(room.db.kysely, room.area)).toMatchObject({ ok: true })
  })

  it('go with the last row that names them', async () => {
    const manager = room.device('m1')
    const bytes = new Uint8Array([9, 9])
    await putBlob(room.hub, manager.caller, hashOf(bytes), bytes)
    for (const registerId of ['r8', 'r9']) {
      await manager.does(manager.op('register.import', { registerId, summary: registerOf([hashOf(bytes)]) }))
    }
    await erase(room.hub, room.area, ['register/r8'])
    expect(await getBlob(room.hub, manager.caller, hashOf(bytes))).toEqual(bytes)
    await erase(room.hub, room.area, ['register/r9'])
    const kept = await room.db.kysely.selectFrom('blob').select('hash').where('hash', '=', hashOf(bytes)).execute()
    expect(kept).toEqual([])
  })

  it('are brought by managers alone, whole and as they are named', async () => {
    const bytes = new Uint8Array([1, 2, 3])
    const put = (member: string, hash: string, of = bytes) => putBlob(room.hub, room.device(member).caller, hash, of)
    expect(await put('m2', hashOf(bytes))).toEqual({ ok: false, error: { type: 'Forbidden' } })
    expect(await put('m-nobody', hashOf(bytes))).toEqual({ ok: false, error: { type: 'Forbidden' } })
    expect(await put('m1', hashOf(new Uint8Array([1])))).toEqual({ ok: false, error: { type: 'WrongHash' } })
    const large = new Uint8Array(MOST_BLOB_BYTES + 1)
    expect(await put('m1', hashOf(large), large)).toMatchObject({ ok: false, error: { type: 'TooLarge' } })
  })
})
