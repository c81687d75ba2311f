/**
 * Brings the tables of a database up to this program, or refuses a database that a newer program has changed.
 *
 * Effects: the database. Safe when several processes start together: PostgreSQL's advisory lock, SQLite's only writer.
 */
import { type Kysely, type MigrationProvider, Migrator } from 'kysely'
import { hubTables } from './migrations/hub-tables'
import { DatabaseRefused } from './refused'
import type { Dialect, Schema } from './schema'

/** @throws DatabaseRefused when the database is newer. */
export async function migrate(kysely: Kysely<Schema>, dialect: Dialect): Promise<void> {
  const provider: MigrationProvider = { getMigrations: async () => migrations(dialect) }
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest()
  if (error === undefined) return
  const known = Object.keys(migrations(dialect))
  const done = await kysely
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  if (done.some(({ name }) => !known.includes(name))) throw new DatabaseRefused({ type: 'NewerDatabase' })
  throw error
}

/** In the order of their names. A published one never changes: what is to differ is a new one. */
function migrations(dialect: Dialect) {
  return { '0001-hub-tables': hubTables(dialect) }
}
