/**
 * What is SQLite's alone: its file, who may read it, what libsql must not be given.
 */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openHubDb } from '../../../src/hub/db/open'
import { SQLITE_FILE } from '../../../src/hub/db/sqlite'
import { writeTransaction } from '../../../src/hub/db/transactions'

let place = ''
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'plumbline-sqlite-'))
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('the file of a hub', () => {
  it('is for its owner alone, with its neighbours and the folder made for it', async () => {
    const folder = join(place, 'made', 'here')
    const db = await openHubDb(folder)
    expect(modeOf(folder)).toBe('700')
    expect(readdirSync(folder).sort()).toEqual([SQLITE_FILE, `${SQLITE_FILE}-shm`, `${SQLITE_FILE}-wal`])
    for (const name of readdirSync(folder)) expect(modeOf(join(folder, name))).toBe('600')
    await db.close()
  })

  it('keeps what was committed through a loss of power: every commit is on the disk before it is answered', async () => {
    const db = await openHubDb(place)
    const ask = async (pragma: string) => (await sql<object>`pragma ${sql.raw(pragma)}`.execute(db.kysely)).rows
    expect(await ask('journal_mode')).toEqual([{ journal_mode: 'wal' }])
    expect(await ask('synchronous')).toEqual([{ synchronous: 2 }])
    expect(await ask('foreign_keys')).toEqual([{ foreign_keys: 1 }])
    await db.close()
  })

  it('holds everything alone once it is closed, twice or once', async () => {
    const db = await openHubDb(place)
    await db.kysely.insertInto('scope').values({ area: 'a1', id: 'area', floor: 3 }).execute()
    await Promise.all([db.close(), db.close()])
    expect(statSync(join(place, `${SQLITE_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    const again = await openHubDb(place)
    expect(await again.kysely.selectFrom('scope').select('floor').execute()).toEqual([{ floor: 3 }])
    await again.close()
  })

  it('is refused in a sentence when it is something else', async () => {
    writeFileSync(join(place, SQLITE_FILE), 'not a database, but long enough to be looked at as one'.repeat(100))
    await expect(openHubDb(place)).rejects.toMatchObject({
      name: 'DatabaseRefused',
      refusal: { type: 'Unusable', code: 'SQLITE_NOTADB' },
    })
  })

  it('is refused in a sentence when the folder is a file', async () => {
    const file = join(place, 'file')
    writeFileSync(file, '')
    await expect(openHubDb(file)).rejects.toMatchObject({ refusal: { type: 'Unusable', code: 'ENOTDIR' } })
  })

  it('is not taken alone while a hub has it open, and by no hub while it is taken', async () => {
    const hub = await openHubDb(place)
    await expect(openHubDb(place, { alone: true })).rejects.toMatchObject({
      refusal: { type: 'InUse' },
      message: 'The database is in use by another program. Stop the hub first.',
    })
    await hub.close()

    const other = mkdtempSync(join(place, 'other-'))
    const taken = await openHubDb(other, { alone: true })
    await taken.kysely.insertInto('scope').values({ area: 'a1', id: 'area', floor: 1 }).execute()
    await expect(openHubDb(other)).rejects.toMatchObject({ refusal: { type: 'InUse' } })
    await taken.close()
    const after = await openHubDb(other)
    expect(await after.kysely.selectFrom('scope').select('floor').execute()).toEqual([{ floor: 1 }])
    expect((await sql`pragma journal_mode`.execute(after.kysely)).rows).toEqual([{ journal_mode: 'wal' }])
    await after.close()
  })

  it.each(['in a transaction', 'alone'])(
    'says that it is full, a write %s, and goes on once there is room',
    async (how) => {
      const db = await openHubDb(place)
      const pages = async (count: number) => void (await sql.raw(`pragma max_page_count = ${count}`).execute(db.kysely))
      await pages(80)
      const bytes = new Uint8Array(4 * 1024 * 1024)
      const write = (hash: string) => ({ area: 'a1', hash, bytes, at: '' })
      const writing =
        how === 'alone'
          ? db.kysely.insertInto('blob').values(write('large')).execute()
          : writeTransaction(db, (trx) => trx.insertInto('blob').values(write('large')).execute())
      await expect(writing).rejects.toMatchObject({ code: 'SQLITE_FULL' })
      await pages(1_000_000)
      await writeTransaction(db, (trx) => trx.insertInto('blob').values(write('after')).execute())
      expect(await db.kysely.selectFrom('blob').select('hash').execute()).toEqual([{ hash: 'after' }])
      await db.close()
    },
  )

  it('may be no file at all', async () => {
    const db = await openHubDb(':memory:')
    expect(await db.kysely.selectFrom('area').selectAll().execute()).toEqual([])
    await db.close()
  })
})

describe('a value that libsql would stop the whole process at', () => {
  it('is an ordinary 1 or 0', async () => {
    const db = await openHubDb(':memory:')
    const { rows } = await sql`select ${true} as yes, ${false} as no`.execute(db.kysely)
    expect(rows).toEqual([{ yes: 1, no: 0 }])
    await db.close()
  })
})
