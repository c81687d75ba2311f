/**
 * The area is the partition key of every table: each area can be kept apart, on another machine if need be, and what a
 * device does in one area never touches another. A distributed PostgreSQL relies on just this (docs/scaling.md).
 */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { HubDb } from '../../../src/hub/db/schema'
import { testDatabase } from '../databases'
import { drawCycle, opening, openRoom, submitting } from '../sync/room'

const TABLES = ['area', 'record', 'ref', 'gone', 'scope', 'device', 'op', 'blob', 'erased', 'membership', 'link']

/** Every table again, as a partition for each area. PostgreSQL refuses this for a table with a unique key without `area`. */
async function partition({ kysely }: HubDb, areas: readonly string[]): Promise<void> {
  for (const table of TABLES) {
    const whole = sql.table(`${table}_whole`)
    await sql`alter table ${sql.table(table)} rename to ${sql.id(`${table}_whole`)}`.execute(kysely)
    await sql`create table ${sql.table(table)} (like ${whole} including all) partition by list (area)`.execute(kysely)
    for (const area of areas) {
      const part = sql.table(`${table}_of_${area}`)
      await sql`create table ${part} partition of ${sql.table(table)} for values in (${sql.lit(area)})`.execute(kysely)
    }
    await sql`drop table ${whole}`.execute(kysely)
  }
}

/** How often the tables of an area were read or written. PostgreSQL has counted everything of closed connections. */
async function uses({ kysely }: HubDb, area: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ name: string; uses: number }>`
    select relname as name, coalesce(seq_scan, 0) + coalesce(idx_scan, 0) + n_tup_ins + n_tup_upd + n_tup_del as uses
    from pg_stat_user_tables where relname like ${`%_of_${area}`} order by relname`.execute(kysely)
  return Object.fromEntries(rows.map(({ name, uses }) => [name.replace(`_of_${area}`, ''), uses]))
}

describe('an area', () => {
  const database = testDatabase('postgres')

  it('is a partition of every table, and a push and a pull touch no other', async () => {
    const where = await database.fresh()
    const maker = await database.open(where)
    await partition(maker, ['north', 'south'])
    const room = await openRoom(maker, 'north')
    await openRoom(maker, 'south')
    await maker.close()

    const watcher = await database.open(where)
    const before = await uses(watcher, 'south')
    expect(Object.keys(before)).toEqual([...TABLES].sort())

    const working = await database.open(where)
    Object.assign(room, { db: working, hub: { ...room.hub, db: working } })
    await drawCycle(room, 2, ['m1', 'm2'])
    const [chair, auditor] = [room.device('m1'), room.device('m2')]
    for (const device of [chair, auditor]) await device.does(...opening(device, 's1'), ...submitting(device, 's1'))
    const pulled = await auditor.pull()
    await working.close()
    const keys = pulled.scopes.flatMap(({ entries }) => entries.map(({ key }) => key))
    expect(keys).toEqual(expect.arrayContaining(['audit/m1-s1', 'audit/m2-s1']))

    await sql`select pg_stat_clear_snapshot()`.execute(watcher.kysely)
    expect(await uses(watcher, 'south')).toEqual(before)
    const north = await uses(watcher, 'north')
    for (const table of ['area', 'record', 'ref', 'gone', 'device', 'op']) {
      expect(north[table], table).toBeGreaterThan(before[table] ?? 0)
    }
  })
})
