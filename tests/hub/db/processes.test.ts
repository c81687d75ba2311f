/**
 * What holds between several hub processes, or a hub and an administrator's command, on one database.
 */
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DatabaseRefused } from '../../../src/hub/db/refused'
import type { HubDb } from '../../../src/hub/db/schema'
import { readSnapshot, writeTransaction } from '../../../src/hub/db/transactions'
import { forEachDatabase } from '../databases'
import { buildChild, type Child, startChild } from './processes'

let program = ''
beforeAll(async () => {
  program = await buildChild()
})
afterAll(() => rmSync(dirname(program), { recursive: true, force: true }))

const AREA = { area: 'a1', epoch: 'e1', created_at: '', seq: 0, ops: 0, head: '' }

async function tables(db: HubDb): Promise<string[]> {
  return (await db.kysely.introspection.getTables({ withInternalKyselyTables: true })).map(({ name }) => name).sort()
}

forEachDatabase('processes side by side', (database) => {
  it('numbers rows in the order of their commits: a reader who goes on from the last it saw misses none', async () => {
    const [writers, each] = [4, 60]
    const db = await database.open()
    const where = database.whereOf(db)
    await db.kysely.insertInto('area').values(AREA).execute()
    const children = await Promise.all(
      Array.from({ length: writers }, (_, i) => startChild(program, 'write', where, `w${i}`, String(each))),
    )
    for (const child of children) child.go()
    const ended = Promise.all(children.map(({ ended }) => ended))
    let isOver = false
    void ended.then(() => {
      isOver = true
    })

    const seen: number[] = []
    let pagesWithRows = 0
    for (let last = false; !last; ) {
      last = isOver
      const page = await readSnapshot(db, (trx) =>
        trx
          .selectFrom('record')
          .select('seq')
          .where('area', '=', 'a1')
          .where('scope', '=', 'area')
          .where('seq', '>', seen.at(-1) ?? 0)
          .orderBy('seq')
          .execute(),
      )
      if (page.length > 0) pagesWithRows++
      seen.push(...page.map(({ seq }) => seq))
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    expect(await ended).toEqual(['', '', '', ''])
    expect(seen).toEqual(Array.from({ length: writers * each }, (_, i) => i + 1))
    expect(pagesWithRows).toBeGreaterThan(2)
  })

  it('waits for another writer instead of failing', async () => {
    const db = await database.open()
    await db.kysely.insertInto('area').values(AREA).execute()
    const holder = await startChild(program, 'hold', database.whereOf(db), '', '700')
    const started = Date.now()
    holder.go()
    await writeTransaction(db, (trx) => trx.updateTable('area').set({ seq: 1 }).where('area', '=', 'a1').execute())
    expect(Date.now() - started).toBeGreaterThan(500)
    expect(await holder.ended).toBe('')
  })

  it('goes on as before once a lock is gone that it could not wait for', async () => {
    const db = await database.open()
    await db.kysely.insertInto('area').values(AREA).execute()
    const impatient = database.dialect === 'sqlite' ? sql`pragma busy_timeout = 200` : sql`set lock_timeout = 200`
    const count = (seq: number) =>
      db.kysely.connection().execute(async (one) => {
        await impatient.execute(one)
        await one.updateTable('area').set({ seq }).where('area', '=', 'a1').execute()
      })
    const holder = await startChild(program, 'hold', database.whereOf(db), '', '1500')
    holder.go()
    await expect(count(1)).rejects.toMatchObject({ code: database.dialect === 'sqlite' ? 'SQLITE_BUSY' : '55P03' })
    await expect(count(2)).rejects.toThrow()
    expect(await holder.ended).toBe('')
    await count(3)
    await writeTransaction(db, (trx) => trx.insertInto('scope').values({ area: 'a1', id: 'area', floor: 1 }).execute())
    expect(await db.kysely.selectFrom('area').select('seq').execute()).toEqual([{ seq: 3 }])
  })

  it('makes its tables once when several start together, and leaves them when it starts again', async () => {
    const where = await database.fresh()
    const children: Child[] = await Promise.all(Array.from({ length: 4 }, () => startChild(program, 'open', where)))
    for (const child of children) child.go()
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual(['', '', '', ''])
    const db = await database.open(where)
    await db.kysely.insertInto('area').values(AREA).execute()
    await db.close()
    const again = await database.open(where)
    expect(await again.kysely.selectFrom('area').selectAll().execute()).toEqual([AREA])
    expect(await tables(again)).toEqual(
      'area blob device erased gone kysely_migration kysely_migration_lock link membership op record ref scope'.split(
        ' ',
      ),
    )
  })

  it('refuses a database that a newer version has changed, in a sentence, and changes nothing', async () => {
    const db = await database.open()
    const where = database.whereOf(db)
    await sql`insert into kysely_migration values ('9999-later', '2099-01-01T00:00:00.000Z')`.execute(db.kysely)
    const before = await tables(db)
    const opening = database.open(where)
    await expect(opening).rejects.toThrow(DatabaseRefused)
    await expect(opening).rejects.toMatchObject({
      refusal: { type: 'NewerDatabase' },
      message: 'The database was changed by a newer Plumbline. Start that version; nothing was changed.',
    })
    expect(await tables(db)).toEqual(before)
  })
})
