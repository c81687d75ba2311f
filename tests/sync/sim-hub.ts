/**
 * The hub of a run: the real functions on a real SQLite database in memory. What is done to it beside pushes and pulls is
 * here as well: keeping a copy of all its tables, and living on from an older copy as after a restore from a backup.
 */
import { sql } from 'kysely'
import { openHubDb } from '../../src/hub/db/open'
import type { Hub } from '../../src/hub/hub'

export const AREA = 'a'.repeat(32)

/** Every row of every table, whatever tables there are. */
export type HubCopy = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>

/** Less than SQLite takes in one statement. */
const MOST_VALUES = 10_000

export async function openSimHub(now: () => string, newId: () => string): Promise<Hub> {
  return { db: await openHubDb(':memory:'), now, newId }
}

export async function copyHub({ db }: Hub): Promise<HubCopy> {
  const copy = new Map<string, readonly Record<string, unknown>[]>()
  for (const { name } of await db.kysely.introspection.getTables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db.kysely)
    copy.set(name, rows)
  }
  return copy
}

/** Makes the hub what it was when the copy was made. */
export async function pasteHub({ db }: Hub, copy: HubCopy): Promise<void> {
  await db.kysely.transaction().execute(async (trx) => {
    for (const [name, rows] of copy) {
      await sql`delete from ${sql.table(name)}`.execute(trx)
      const columns = Object.keys(rows[0] ?? {})
      const step = Math.floor(MOST_VALUES / Math.max(columns.length, 1))
      for (let from = 0; from < rows.length; from += step) {
        const values = rows.slice(from, from + step).map((row) => sql`(${sql.join(columns.map((one) => row[one]))})`)
        const names = sql.join(columns.map((one) => sql.ref(one)))
        await sql`insert into ${sql.table(name)} (${names}) values ${sql.join(values)}`.execute(trx)
      }
    }
  })
}
