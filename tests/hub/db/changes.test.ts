/**
 * How changes of areas are told: soon, rarely, and to every process.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { coalesce } from '../../../src/hub/db/changes'
import type { HubDb } from '../../../src/hub/db/schema'
import { forEachDatabase, testDatabase } from '../databases'

describe('telling that an area changed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('tells the first change at once, what follows within a tenth of a second together, and areas apart', () => {
    const told: string[] = []
    const tell = coalesce((area) => told.push(area))
    for (const area of ['a1', 'a1', 'a2', 'a1']) tell(area)
    expect(told).toEqual(['a1', 'a2'])
    vi.advanceTimersByTime(99)
    expect(told).toEqual(['a1', 'a2'])
    vi.advanceTimersByTime(1)
    expect(told).toEqual(['a1', 'a2', 'a1'])
    vi.advanceTimersByTime(1_000)
    expect(told).toHaveLength(3)
    tell('a1')
    expect(told).toHaveLength(4)
  })

  it('tells at most one change in a tenth of a second while changes keep coming, and never forgets the last', () => {
    const told: number[] = []
    const tell = coalesce(() => told.push(Date.now()))
    for (let i = 0; i < 200; i++) {
      tell('a1')
      vi.advanceTimersByTime(10)
    }
    const last = Date.now()
    vi.advanceTimersByTime(100)
    expect(told).toHaveLength(21)
    expect(told.every((at, i) => i === 0 || at - (told[i - 1] ?? 0) >= 100)).toBe(true)
    expect(told.at(-1)).toBeGreaterThanOrEqual(last - 10)
  })

  it('tells what still waits when it is closed, and leaves no timer', () => {
    const told: string[] = []
    const tell = coalesce((area) => told.push(area))
    for (const area of ['a1', 'a1', 'a2']) tell(area)
    tell.flush()
    expect(told).toEqual(['a1', 'a2', 'a1'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

/** Hears until `count` areas were told, or ten seconds have passed. */
async function heardBy(db: HubDb, count: number, act: () => void | Promise<void>): Promise<string[]> {
  const heard: string[] = []
  const stop = db.onChange((area) => heard.push(area))
  await act()
  for (const until = Date.now() + 10_000; heard.length < count && Date.now() < until; ) await wait(10)
  stop()
  return heard
}

forEachDatabase('listeners of a database', (database) => {
  it('hear of changes made by the same process, until they stop', async () => {
    const db = await database.open()
    expect(await heardBy(db, 2, () => ['a1', 'a2'].forEach(db.notify))).toEqual(['a1', 'a2'])
    const heard: string[] = []
    db.onChange((area) => heard.push(area))()
    await heardBy(db, 1, () => db.notify('a3'))
    expect(heard).toEqual([])
  })
})

describe('several processes on one PostgreSQL', () => {
  const database = testDatabase('postgres')

  it('hear of each other, a last word before closing included', async () => {
    const where = await database.fresh()
    const [one, other] = [await database.open(where), await database.open(where)]
    expect(await heardBy(other, 1, () => one.notify('a1'))).toEqual(['a1'])
    const lastWords = await heardBy(other, 2, () => {
      one.notify('a2')
      one.notify('a2')
      return one.close()
    })
    expect(lastWords).toEqual(['a2', 'a2'])
  })

  it('listen again after the connection was lost, and take every area as changed meanwhile', async () => {
    const where = await database.fresh()
    const [one, other] = [await database.open(where), await database.open(where)]
    const AREA = { epoch: 'e1', created_at: '', seq: 0, ops: 0, head: '' }
    await one.kysely
      .insertInto('area')
      .values([
        { area: 'a1', ...AREA },
        { area: 'a2', ...AREA },
      ])
      .execute()
    const others = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    const heard = await heardBy(other, 2, async () => void (await others.execute(one.kysely)))
    expect(heard.sort()).toEqual(['a1', 'a2'])
    // The connections of the pool are gone too; the next question gets a new one.
    expect(await other.kysely.selectFrom('area').select('area').orderBy('area').execute()).toHaveLength(2)
    expect(await heardBy(other, 1, () => one.notify('a2'))).toEqual(['a2'])
  })
})
