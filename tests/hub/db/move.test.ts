/**
 * Moving a hub from its SQLite file to PostgreSQL: everything or nothing.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { hubMove } from '../../../src/cli/commands/hub-move'
import { moveHub } from '../../../src/hub/admin/move'
import { verify } from '../../../src/hub/admin/verify'
import { openHubDb } from '../../../src/hub/db/open'
import type { HubDb } from '../../../src/hub/db/schema'
import { contentOf, fillHub } from '../admin/made-hub'
import { testDatabase } from '../databases'

const io = {
  readFile: () => Promise.reject(new Error('reads no file')),
  readFolder: () => Promise.reject(new Error('reads no folder')),
  stdin: () => Promise.reject(new Error('reads no input')),
}

describe('a move to PostgreSQL', () => {
  const postgres = testDatabase('postgres')
  const places: string[] = []
  afterAll(() => places.forEach((place) => void rmSync(place, { recursive: true, force: true })))

  const place = () => {
    const made = mkdtempSync(join(tmpdir(), 'plumbline-move-'))
    places.push(made)
    return made
  }

  /** A stopped hub. SQLite lets go of a file only when libsql's memory is cleared, so it is a copy that nobody had open. */
  async function stoppedHub(change: (db: HubDb) => Promise<unknown> = async () => undefined): Promise<string> {
    const [made, copy] = [place(), place()]
    const db = await openHubDb(made)
    await fillHub(db)
    await change(db)
    await db.close()
    cpSync(made, copy, { recursive: true })
    return copy
  }

  async function isEmpty(where: string): Promise<boolean> {
    const content = await contentOf(await postgres.open(where))
    return [...content.values()].every((rows) => rows.length === 0)
  }

  it('copies every row of every table, accounts included, and says what it did', async () => {
    const folder = await stoppedHub()
    const url = await postgres.fresh()
    const { exit, json } = await hubMove(['--data', folder, '--to', url], io)
    expect(exit).toBe(0)
    expect(json).toMatchObject({
      ok: true,
      areas: 2,
      ops: 305,
      records: 307,
      rows: { user: 2, account: 2, session: 1, membership: 3, device: 4, op: 305, blob: 1, link: 1, setting: 0 },
    })
    const [from, to] = [await openHubDb(folder), await postgres.open(url)]
    expect(await contentOf(to)).toEqual(await contentOf(from))
    const verification = await verify(from.kysely)
    expect(await verify(to.kysely)).toEqual(verification)
    expect(json).toMatchObject({ head: verification.ok ? verification.head : '' })
    await from.close()
  })

  it('refuses a PostgreSQL that holds a hub, and leaves it as it was', async () => {
    const folder = await stoppedHub()
    const db = await postgres.open()
    await fillHub(db, 3)
    const before = await contentOf(db)
    const { exit, words } = await hubMove(['--data', folder, '--to', postgres.whereOf(db)], io)
    expect(exit).toBe(1)
    expect(words).toBe('The PostgreSQL holds a hub already: give an empty database. Nothing was moved.')
    expect(await contentOf(db)).toEqual(before)
  })

  it.each([
    ['record', 'body'],
    ['op', 'payload'],
    ['user', 'name'],
  ])('refuses when one row of %s comes out otherwise than it went in, and leaves nothing', async (table, column) => {
    const folder = await stoppedHub()
    const url = await postgres.fresh()
    await moveHub(await emptyHub(), url)
    const db = await postgres.open(url)
    // A server that spoils the last row it is given.
    await sql`create function spoil() returns trigger language plpgsql as ${sql.lit(
      `begin if (select count(*) from "${table}") = 1 then new."${column}" := new."${column}" || ' '; end if; return new; end`,
    )}`.execute(db.kysely)
    await sql`create trigger spoil before insert on ${sql.table(table)} for each row execute function spoil()`.execute(
      db.kysely,
    )
    expect(await moveHub(folder, url)).toEqual({ ok: false, error: { type: 'Different', table } })
    expect(await isEmpty(url)).toBe(true)
  })

  it('refuses a hub whose trail was changed, and leaves nothing', async () => {
    const folder = await stoppedHub((db) =>
      db.kysely.updateTable('op').set({ actor: 'm2' }).where('area', '=', 'a1').where('position', '=', 100).execute(),
    )
    const url = await postgres.fresh()
    expect(await moveHub(folder, url)).toMatchObject({
      ok: false,
      error: { type: 'NotVerified', verification: { at: { area: 'a1', position: 100 } } },
    })
    expect(await isEmpty(url)).toBe(true)
  })

  it('leaves nothing when the connection is cut in the middle, and can be run again', async () => {
    const folder = await stoppedHub()
    const url = await postgres.fresh()
    const db = await postgres.open(url)
    await sql`create function cut() returns trigger language plpgsql as ${sql.lit(
      'begin perform pg_terminate_backend(pg_backend_pid()); return new; end',
    )}`.execute(db.kysely)
    await sql`create trigger cut after insert on op for each statement execute function cut()`.execute(db.kysely)
    await expect(moveHub(folder, url)).rejects.toThrow()
    expect(await isEmpty(url)).toBe(true)
    await sql`drop trigger cut on op`.execute(db.kysely)
    expect(await moveHub(folder, url)).toMatchObject({ ok: true, value: { areas: 2, ops: 305 } })
  })

  it('refuses a hub that is running', async () => {
    const folder = await stoppedHub()
    const running = await openHubDb(folder)
    const url = await postgres.fresh()
    const { exit, words } = await hubMove(['--data', folder, '--to', url], io)
    expect(exit).toBe(1)
    expect(words).toBe('The database is in use by another program. Stop the hub first. Nothing was moved.')
    await running.close()
    expect(await isEmpty(url)).toBe(true)
  })

  it('makes no hub of a folder that has none, and asks for what it was not told', async () => {
    const folder = join(place(), 'mistyped')
    const nowhere = 'postgres://nobody@127.0.0.1:1/hub'
    expect(await hubMove(['--data', folder, '--to', nowhere], io)).toMatchObject({
      exit: 1,
      json: { ok: false, refused: { reason: 'NoHub' } },
    })
    expect(existsSync(folder)).toBe(false)
    expect((await hubMove(['--data', await stoppedHub(), '--to', nowhere], io)).words).toContain('cannot be reached')
    for (const args of [[], ['--data', folder], ['--data', folder, '--to', 'other'], [folder], ['--from', folder]]) {
      expect((await hubMove(args, io)).exit).toBe(2)
    }
  })

  /** Brings a PostgreSQL's tables up to date without filling them. */
  async function emptyHub(): Promise<string> {
    const [made, copy] = [place(), place()]
    const db = await openHubDb(made)
    await db.close()
    cpSync(made, copy, { recursive: true })
    return copy
  }
})
