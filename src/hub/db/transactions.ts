/**
 * The two kinds of transaction of the hub, alike on both databases, and the lock that puts the writers of an area in order.
 *
 * Inside one, ask only the transaction it gives you: SQLite has one connection, so the hub's own `kysely` would wait for
 * itself. `HubDb.notify` belongs after the commit. Rule 4 of wire/protocol.ts.
 */
import { PostgresAdapter, type Transaction } from 'kysely'
import type { HubDb, Schema } from './schema'

export type HubTransaction = Transaction<Schema>
export type AreaRow = Schema['area']

/**
 * Everything `fn` writes, or nothing when it throws. On SQLite it is the only writer from its first moment (`begin
 * immediate`), other programs' writers included; on PostgreSQL writers wait for each other at `lockArea`, and what is read
 * after the lock is what the writer before has committed.
 */
export function writeTransaction<T>(db: HubDb, fn: (trx: HubTransaction) => Promise<T>): Promise<T> {
  return db.kysely.transaction().setIsolationLevel('read committed').execute(fn)
}

/** Everything `fn` reads is of one moment, and no writer waits for it. */
export function readSnapshot<T>(db: HubDb, fn: (trx: HubTransaction) => Promise<T>): Promise<T> {
  return db.kysely.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(fn)
}

/**
 * Makes every other writer of the area wait until this transaction ends: the first thing a write to an area does. The order
 * of commits is then the order of the numbers taken from the row.
 *
 * @returns the area's row as it now is, or `null` when there is no such area.
 */
export async function lockArea(trx: HubTransaction, area: string): Promise<AreaRow | null> {
  const isPostgres = trx.getExecutor().adapter instanceof PostgresAdapter
  const row = await trx
    .selectFrom('area')
    .selectAll()
    .where('area', '=', area)
    .$if(isPostgres, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ?? null
}
