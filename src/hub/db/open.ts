/**
 * Opens the database of a hub, wherever it is, with its tables up to date.
 *
 * Effects: disk or network. Everything above it is the same on both databases; tests/hub/db holds them to that.
 */
import { migrate } from './migrate'
import { openPostgres } from './postgres'
import type { HubDb } from './schema'
import { openSqlite, type SqliteOptions } from './sqlite'

/** Whether `where` names a PostgreSQL server rather than a folder. */
export function isPostgresUrl(where: string): boolean {
  return /^postgres(ql)?:\/\//.test(where)
}

/**
 * @param where `postgres://…`, or the folder of the SQLite file, or `:memory:`.
 * @throws DatabaseRefused, with a sentence for whoever starts the hub.
 */
export async function openHubDb(where: string, options: SqliteOptions = {}): Promise<HubDb> {
  const db = isPostgresUrl(where) ? await openPostgres(where) : openSqlite(where, options)
  try {
    await migrate(db.kysely, db.dialect)
  } catch (cause) {
    await db.close()
    throw cause
  }
  return db
}
