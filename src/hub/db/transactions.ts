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
 *
 * @param area the one that will be locked. Writers of it in this process then wait their turn before they take a connection:
 * otherwise one busy area takes every connection of the process, and all other areas wait with it.
 */
export function writeTransaction<T>(db: HubDb, fn: (trx: HubTransaction) => Promise<T>, area?: string): Promise<T> {
  const write = () => db.kysely.transaction().setIsolationLevel('read committed').execute(fn)
  return area === undefined ? write() : inTurn(db, area, write)
}

/** The last of those that wait, by area. */
const turns = new WeakMap<HubDb, Map<string, Promise<void>>>()

function inTurn<T>(db: HubDb, area: string, write: () => Promise<T>): Promise<T> {
  const lastOf = turns.get(db) ?? new Map<string, Promise<void>>()
  turns.set(db, lastOf)
  const written = (lastOf.get(area) ?? Promise.resolve()).then(write)
  const ended = written
    .then(
      () => undefined,
      () => undefined,
    )
    .then(() => {
      if (lastOf.get(area) === ended) lastOf.delete(area)
    })
  lastOf.set(area, ended)
  return written
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
