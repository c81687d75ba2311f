/**
 * Whatever happened and however it was read, a device that has read everything holds exactly what its member may read.
 */
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { Member, type Role } from '../../../src/core/access/member'
import { scopesFor } from '../../../src/core/access/scopes-for'
import type { Change, Key, Scope } from '../../../src/core/ops/op'
import { verify } from '../../../src/hub/admin/verify'
import type { HubDb } from '../../../src/hub/db/schema'
import { lockArea, writeTransaction } from '../../../src/hub/db/transactions'
import { createBodyCache } from '../../../src/hub/sync/body-cache'
import { erase } from '../../../src/hub/sync/erase'
import { feedRows } from '../../../src/hub/sync/feed-rows'
import { holdRows } from '../../../src/hub/sync/held-rows'
import { pruneMarkers } from '../../../src/hub/sync/prune'
import { recordSource } from '../../../src/hub/sync/record-source'
import { writeEnds, writeFeed } from '../../../src/hub/sync/write-batch'
import { forEachDatabase } from '../databases'
import { Reader } from './reader'
import { openRoom, type Room } from './room'

const READERS = ['m1', 'm2', 'm3'] as const
const SCOPES: readonly Scope[] = [
  'area',
  'managers',
  'auditors',
  'author:m2',
  'author:m3',
  'service:health',
  'service:education',
]
const keyOf = (i: number): Key => `thing/${i}`

const Roles = fc.subarray<Role>(['manager', 'auditor', 'adviser', 'board'])
const Act = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('write' as const),
      rows: fc.array(fc.tuple(fc.nat(9), fc.constantFrom(...SCOPES)), { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ act: fc.constant('read' as const), who: fc.nat(2), limit: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('erase' as const), key: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('member' as const), who: fc.nat(2), roles: Roles, active: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('prune' as const), days: fc.integer({ min: 0, max: 400 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('restore' as const) }) },
)

forEachDatabase('what a device holds after reading everything', (database) => {
  let db: HubDb
  beforeAll(async () => {
    db = await database.open()
  })

  it('is what its member may read, no more and no less (rules 4 to 9 and 12)', async () => {
    const runs = database.dialect === 'sqlite' ? 60 : 20
    await fc.assert(
      fc.asyncProperty(
        fc.array(Act, { minLength: 10, maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (acts, limit) => {
          const room = await openRoom(db)
          const readers = READERS.map((member) => new Reader(room.device(member)))
          const erased = new Set<string>()
          for (const [at, act] of acts.entries()) {
            if (act.act === 'write') {
              const rows = act.rows.filter(([i]) => !erased.has(keyOf(i)))
              await write(
                room,
                rows.map(([i, scope]) => ({ key: keyOf(i), scope, refs: [], body: { at } })),
              )
            }
            if (act.act === 'read') await readers[act.who]?.pull(act.limit)
            if (act.act === 'erase') {
              await erase(room.hub, room.area, [keyOf(act.key)])
              erased.add(keyOf(act.key))
            }
            if (act.act === 'member') {
              const member = { name: 'N', agency: 'health', roles: [...act.roles], active: act.active }
              await write(room, [{ key: `member/${READERS[act.who] ?? 'm1'}`, scope: 'area', refs: [], body: member }])
            }
            if (act.act === 'prune') {
              room.clock = new Date(Date.parse(room.clock) + act.days * 86_400_000).toISOString()
              await pruneMarkers(room.hub)
            }
            if (act.act === 'restore') {
              await db.kysely
                .updateTable('area')
                .set({ epoch: room.hub.newId() })
                .where('area', '=', room.area)
                .execute()
            }
          }
          const checked = await verify(db.kysely, room.area)
          expect(checked).toMatchObject({ ok: true })
          for (const [i, reader] of readers.entries()) {
            await reader.pullAll(limit)
            expect(Object.fromEntries(reader.rows)).toEqual(await mayRead(room, READERS[i] ?? 'm1'))
          }
        },
      ),
      { numRuns: process.env.PLUMBLINE_LONG ? runs * 20 : runs },
    )
  })
})

/** Rows written as a batch writes them, whatever they say. */
async function write(room: Room, changes: readonly Change[]): Promise<void> {
  await writeTransaction(room.db, async (trx) => {
    const area = await lockArea(trx, room.area)
    if (!area) throw new Error('no area')
    const held = holdRows(room.area, recordSource(trx, room.area, createBodyCache()))
    await held.load(changes.map(({ key }) => key))
    for (const change of changes) held.put(change)
    const feed = feedRows(room.area, held.touched(), area.seq, room.clock)
    await writeFeed(trx, room.area, feed)
    await writeEnds(trx, area, feed.seq, area)
  })
}

/** By the records and the one rule, without any feed. */
async function mayRead(room: Room, member: string): Promise<Record<string, unknown>> {
  const records = await room.db.kysely.selectFrom('record').selectAll().where('area', '=', room.area).execute()
  const bodies = new Map(records.map(({ key, body }) => [key, JSON.parse(body)]))
  const services = bodies.get(`area/${room.area}`).agencies.map(({ id }: { id: string }) => id)
  const scopes: readonly string[] = scopesFor({ id: member, ...Member.parse(bodies.get(`member/${member}`)) }, services)
  return Object.fromEntries(
    records
      .filter(({ scope }) => scopes.includes(scope))
      .map(({ key, scope, rev }) => [key, { scope, rev, body: bodies.get(key) }]),
  )
}
