/**
 * The tables of a hub as they are copied from one database to another, and what makes two rows the same on both.
 *
 * Reads in pages from the snapshot it is given; memory stays the same for any size of hub.
 */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Dialect, Schema } from '../db/schema'
import { BACKED_UP } from './backup-tables'

export type MovedRow = Readonly<Record<string, unknown>>

export interface MovedTable {
  readonly name: string
  /** Its rows are read in this order, page by page. */
  readonly key: readonly string[]
  readonly pageRows: number
}

const pageRows = 500

/** Everything but what only describes the database. `user` first: other tables refer to it. */
const MOVED: readonly MovedTable[] = [
  ...BACKED_UP,
  { name: 'session', key: ['id'], pageRows },
  { name: 'verification', key: ['id'], pageRows },
  { name: 'setting', key: ['key'], pageRows },
  { name: 'link', key: ['area', 'token_hash'], pageRows },
]

/** @throws Error when the database has a table that this list does not know: it would stay behind. */
export async function movedTables(db: Kysely<Schema>): Promise<readonly MovedTable[]> {
  const known = new Set(MOVED.map(({ name }) => name))
  const stranger = (await db.introspection.getTables()).find(({ name }) => !known.has(name))
  if (stranger) throw new Error('the database has a table that a move does not know')
  return MOVED
}

/** Pages of a table in the order of its key, which is that of the bytes on both databases. */
export async function* pagesOf(
  db: Kysely<Schema>,
  dialect: Dialect,
  { name, key, pageRows }: MovedTable,
): AsyncGenerator<readonly MovedRow[]> {
  // The hub's own columns are made so; the tables of accounts sort by the server's language.
  const byBytes = dialect === 'postgres' && key[0] !== 'area' ? sql`collate "C"` : sql``
  const columns = sql.join(key.map((column) => sql`${sql.ref(column)} ${byBytes}`))
  let last: MovedRow | undefined
  do {
    const before = last
    const after = before ? sql`(${columns}) > (${sql.join(key.map((column) => before[column]))})` : sql`1 = 1`
    const { rows } = await sql<MovedRow>`
      select * from ${sql.table(name)} where ${after} order by ${columns} limit ${pageRows}`.execute(db)
    if (rows.length > 0) yield rows
    last = rows.length < pageRows ? undefined : rows.at(-1)
  } while (last)
}

/** Columns of a PostgreSQL that hold a moment: SQLite holds its text. By `table.column`. */
export async function timeColumns(postgres: Kysely<Schema>): Promise<ReadonlySet<string>> {
  const tables = await postgres.introspection.getTables()
  const times = tables.flatMap(({ name, columns }) =>
    columns.filter(({ dataType }) => dataType.startsWith('timestamp')).map((column) => nameOf(name, column.name)),
  )
  return new Set(times)
}

export interface Fingerprint {
  readonly rows: number
  readonly hash: string
}

/** Takes the rows of one table in the order of their key; two tables with the same rows give the same. */
export function fingerprintOf(table: string, times: ReadonlySet<string>) {
  const hash = createHash('sha256')
  let count = 0
  return {
    add: (rows: readonly MovedRow[]): void => {
      count += rows.length
      for (const row of rows) {
        const cells = Object.keys(row)
          .sort()
          .map((column) => [column, plain(row[column], times.has(nameOf(table, column)))])
        hash.update(`${JSON.stringify(cells)}\n`)
      }
    },
    end: (): Fingerprint => ({ rows: count, hash: hash.digest('hex') }),
  }
}

function nameOf(table: string, column: string): string {
  return `${table}.${column}`
}

/** What a cell says, however a database writes it: yes and no, moments, bytes. */
function plain(value: unknown, isTime: boolean): unknown {
  if (value === null) return null
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex')
  if (value instanceof Date) return value.toISOString()
  return isTime ? new Date(String(value)).toISOString() : value
}
