/**
 * Many devices at once, through several pools where the database takes several: numbers are given once, in the order of the
 * commits, and nobody who reads meanwhile misses a row.
 */
import { beforeAll, expect, it } from 'vitest'
import { verify } from '../../../src/hub/admin/verify'
import type { HubDb } from '../../../src/hub/db/schema'
import { forEachDatabase } from '../databases'
import { Reader } from './reader'
import { CRITERIA, drawCycle, opening, openRoom, type Room, submitting, trailOf } from './room'

const SUBJECTS = 12

forEachDatabase('many devices at once', (database) => {
  let room: Room
  let pools: readonly HubDb[]

  beforeAll(async () => {
    const db = await database.open()
    room = await openRoom(db)
    await drawCycle(room, SUBJECTS, ['m2', 'm3'])
    // One SQLite file has one hub; a PostgreSQL has any number.
    const more = database.dialect === 'postgres' ? [1, 2] : []
    pools = [db, ...(await Promise.all(more.map(() => database.open(database.whereOf(db)))))]
  })

  it('lose nothing, double nothing, and a reader who goes on from what it saw misses nothing (rules 1 and 4)', async () => {
    const pushers = pools.flatMap((db, pool) =>
      (['m2', 'm3'] as const).map((member) => {
        const through: Room = { ...room, hub: { ...room.hub, db } }
        return { device: room.device(member, `d-${member}-${pool}`, through), pool, member }
      }),
    )
    const reader = new Reader(room.device('m3'))
    let isOver = false
    const reading = (async () => {
      while (!isOver) await reader.pull(7)
    })()
    const ratings = [{ rating: 'met' as const }, { rating: 'partly' as const }, { rating: 'not-met' as const }]
    await Promise.all(
      pushers.map(async ({ device, pool, member }) => {
        // Each subject is opened and submitted through one of the pools, and rated through all.
        const own = Array.from({ length: SUBJECTS }, (_, i) => i + 1).filter((i) => i % pools.length === pool)
        for (const i of own) await device.does(...opening(device, `s${i}`))
        for (let turn = 0; turn < 10; turn += 1) {
          const auditId = `${member}-s${1 + ((turn * 5 + pool) % SUBJECTS)}`
          const rated = ratings[turn % ratings.length] ?? null
          const ops = CRITERIA.slice(0, 3).map((criterionId) => {
            return device.op('rating.set', { auditId, criterionId, rated: rated ?? null })
          })
          // Refused where another pool has not opened it yet or has submitted it: that counts and is logged as well.
          const pushed = await device.push(...ops)
          expect(pushed).toMatchObject({ ok: true })
        }
        for (const i of own) await device.does(...submitting(device, `s${i}`))
      }),
    )
    isOver = true
    await reading
    await reader.pullAll(7)

    expect(await verify(room.db.kysely, room.area)).toMatchObject({ ok: true })
    const trail = await trailOf(room)
    expect(new Set(trail.map(({ op_id }) => op_id)).size).toBe(trail.length)
    for (const { device } of pushers) {
      const numbers = trail.filter((op) => op.device === device.id).map(({ n }) => n)
      expect(numbers).toEqual(Array.from({ length: device.n }, (_, i) => i + 1))
    }
    const area = await room.db.kysely.selectFrom('area').selectAll().where('area', '=', room.area).executeTakeFirst()
    expect(area?.ops).toBe(trail.length)

    const scopes = ['area', 'auditors', 'author:m3']
    const records = await room.db.kysely
      .selectFrom('record')
      .select(['key', 'rev'])
      .where('area', '=', room.area)
      .where('scope', 'in', scopes)
      .execute()
    const held = Object.fromEntries([...reader.rows].map(([key, { rev }]) => [key, rev]))
    expect(held).toEqual(Object.fromEntries(records.map(({ key, rev }) => [key, rev])))
    for (let i = 1; i <= SUBJECTS; i += 1) expect(reader.rows.get(`audit/m2-s${i}`)?.scope).toBe('auditors')
  })

  it('of one browser profile are told apart even when they come at the same moment (rule 3)', async () => {
    const before = (await trailOf(room)).length
    const twins = pools.concat(pools).map((db) => {
      const through: Room = { ...room, hub: { ...room.hub, db } }
      return room.device('m2', 'd-cloned', through)
    })
    const pushed = await Promise.all(
      twins.map((device) => device.push(device.op('assignment.declare', { assignmentId: 'none', declared: 'none' }))),
    )
    expect(pushed.filter(({ ok }) => ok)).toHaveLength(1)
    for (const one of pushed) if (!one.ok) expect(one.error).toEqual({ type: 'Forked' })
    expect((await trailOf(room)).length).toBe(before + 1)
  })
})
