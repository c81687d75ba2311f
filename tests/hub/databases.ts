/**
 * Runs a suite of the hub once on each database: SQLite in a temporary folder, and a real PostgreSQL.
 *
 * PLUMBLINE_TEST_DATABASE names the server (`npm test` starts one; `node scripts/postgres.mjs` prints the address of one).
 * Every fresh database there is a database of its own, so test files run side by side.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe } from 'vitest'
import { openHubDb } from '../../src/hub/db/open'
import type { Dialect, HubDb } from '../../src/hub/db/schema'

export interface TestDatabase {
  readonly dialect: Dialect
  /** Where an empty database is: a folder or an address, for `openHubDb`, `--data` or `--database`. */
  readonly fresh: () => Promise<string>
  /** Opens a fresh database, or the one at `where` once more; closed at the end of the suite if it is not before. */
  readonly open: (where?: string) => Promise<HubDb>
  /** Where an opened one is. */
  readonly whereOf: (db: HubDb) => string
}

/** A `describe` per database; what `suite` registers runs on each. */
export function forEachDatabase(name: string, suite: (database: TestDatabase) => void): void {
  for (const dialect of ['sqlite', 'postgres'] as const) {
    describe(`${name}, on ${dialect}`, () => suite(testDatabase(dialect)))
  }
}

/** One of the two alone; called inside a `describe`, which it cleans up after. */
export function testDatabase(dialect: Dialect): TestDatabase {
  const server = dialect === 'postgres' ? testServer() : ''
  const opened = new Map<HubDb, string>()
  const places: string[] = []

  async function fresh(): Promise<string> {
    const where = dialect === 'postgres' ? await makeDatabase(server) : mkdtempSync(join(tmpdir(), 'plumbline-hub-'))
    places.push(where)
    return where
  }

  afterAll(async () => {
    await Promise.all([...opened.keys()].map((db) => db.close()))
    for (const where of places) {
      if (dialect === 'postgres') await dropDatabase(server, where)
      else rmSync(where, { recursive: true, force: true })
    }
  })

  return {
    dialect,
    fresh,
    open: async (where) => {
      const place = where ?? (await fresh())
      const db = await openHubDb(place)
      opened.set(db, place)
      return db
    },
    whereOf: (db) => {
      const where = opened.get(db)
      if (where === undefined) throw new Error('this database was not opened here')
      return where
    },
  }
}

function testServer(): string {
  const url = process.env.PLUMBLINE_TEST_DATABASE
  if (url) return url
  throw new Error(
    'PLUMBLINE_TEST_DATABASE is not set. `npm test` sets it; for a single run start a server with `node scripts/postgres.mjs` and give its address.',
  )
}

async function makeDatabase(server: string): Promise<string> {
  const name = `plumbline_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function dropDatabase(server: string, where: string): Promise<void> {
  await onServer(server, `drop database if exists ${new URL(where).pathname.slice(1)} with (force)`)
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
