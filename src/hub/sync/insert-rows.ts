/**
 * Inserts many rows by one statement. Kysely would build a node for each value and walk them all: at two thousand values a
 * batch that costs more than everything else a push does.
 *
 * Effects: SQL, inside the transaction it is given.
 */
import { CompiledQuery, type Insertable, PostgresAdapter } from 'kysely'
import type { Schema } from '../db/schema'
import type { HubTransaction } from '../db/transactions'
import { partsOf } from './in-parts'

/** A statement holds at most this many values: less than either database takes. */
const MOST_VALUES = 30_000

/**
 * @param rows with the same columns in the same order each.
 * @param onConflict the end of the statement, for rows that are there already.
 */
export async function insertRows<T extends keyof Schema>(
  trx: HubTransaction,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
  onConflict = '',
): Promise<void> {
  const [first] = rows
  if (!first) return
  const isPostgres = trx.getExecutor().adapter instanceof PostgresAdapter
  const columns = Object.keys(first)
  for (const part of partsOf(rows, Math.floor(MOST_VALUES / columns.length))) {
    const values = part.flatMap((row) => Object.values(row))
    const places = part.map((_, row) => `(${columns.map((_, at) => place(row * columns.length + at)).join()})`)
    const names = columns.map((column) => `"${column}"`).join()
    const text = `insert into "${table}" (${names}) values ${places.join()} ${onConflict}`
    await trx.executeQuery(CompiledQuery.raw(text, values))
  }

  function place(at: number): string {
    return isPostgres ? `$${at + 1}` : '?'
  }
}
