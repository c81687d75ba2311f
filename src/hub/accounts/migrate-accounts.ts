/**
 * Brings the tables of accounts up to this program: better-auth's own, and the settings.
 *
 * Effects: the database. Runs before the instance is made, one process at a time: PostgreSQL's advisory lock, SQLite's only
 * writer.
 */
import { passkey } from '@better-auth/passkey'
import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import type { HubDb } from '../db/schema'
import { tableOptions } from './auth'

/** Any number that no other program of the same server takes. */
const LOCK = 7_262_843_117

export async function migrateAccounts(db: HubDb): Promise<void> {
  if (db.dialect === 'sqlite') return makeTables(db)
  await db.kysely.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(LOCK)})`.execute(connection)
    try {
      await makeTables(db)
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(LOCK)})`.execute(connection)
    }
  })
}

async function makeTables(db: HubDb): Promise<void> {
  await db.kysely.schema
    .createTable('setting')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
  const { runMigrations } = await getMigrations({ ...tableOptions(db), plugins: [passkey()] })
  await runMigrations()
}
