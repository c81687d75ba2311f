/**
 * What is inside a backup: lines of JSON. The first is the manifest; each of the others is `["table", { column: value }]`,
 * table by table in the order of backup-tables.ts, each table in the order of its key, so that the trail can be verified
 * while it is read. Bytes are base64, times ISO 8601.
 *
 * Reads in pages from the snapshot it is given; memory stays the same for any size of hub.
 */
import { type Kysely, sql } from 'kysely'
import * as z from 'zod'
import type { Schema } from '../db/schema'
import { BackupFault } from './backup-fault'
import { BACKED_UP, type BackedUpTable } from './backup-tables'

export const LINES_FORMAT = 1
const BYTES_COLUMN = 'bytes'

export const Manifest = z.object({
  product: z.literal('plumbline'),
  format: z.number(),
  at: z.string(),
  /** The one area it holds; `null`: all of the hub. */
  only: z.nullable(z.string()),
  /** The state of the tables: the last migration that had run. */
  tables: z.string(),
  areas: z.array(z.object({ area: z.string(), epoch: z.string(), seq: z.number(), ops: z.number(), head: z.string() })),
  /** Rows by table. */
  counts: z.record(z.string(), z.number()),
})
export type Manifest = z.infer<typeof Manifest>

/** A table's name and one row of it. */
export type BackupRow = readonly [table: string, row: Readonly<Record<string, unknown>>]

const Line = z.tuple([z.string(), z.record(z.string(), z.unknown())])

/** @param only one area; `null`: all. */
export async function readManifest(snapshot: Kysely<Schema>, at: string, only: string | null): Promise<Manifest> {
  const areas = await snapshot
    .selectFrom('area')
    .select(['area', 'epoch', 'seq', 'ops', 'head'])
    .$if(only !== null, (query) => query.where('area', '=', only ?? ''))
    .orderBy('area')
    .execute()
  const counts: Record<string, number> = {}
  for (const table of await presentTables(snapshot)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${from(table, only)}`.execute(snapshot)
    counts[table.name] = Number(rows[0]?.count ?? 0)
  }
  const tables = await lastMigration(snapshot)
  return { product: 'plumbline', format: LINES_FORMAT, at, only, tables, areas, counts }
}

/** The lines of a backup, each with its line end, as many together as were read together. */
export async function* writeLines(snapshot: Kysely<Schema>, manifest: Manifest): AsyncGenerator<string> {
  yield `${JSON.stringify(manifest)}\n`
  for (const table of await presentTables(snapshot)) {
    for await (const page of pagesOf(snapshot, table, manifest.only)) {
      yield page.map((row) => `${JSON.stringify([table.name, toJson(row)])}\n`).join('')
    }
  }
}

/** @throws BackupFault */
export function parseManifest(line: string): Manifest {
  const json = parse(line)
  const format = z.object({ format: z.number() }).safeParse(json)
  if (format.success && format.data.format > LINES_FORMAT) throw new BackupFault('Newer')
  const manifest = Manifest.safeParse(json)
  if (!manifest.success) throw new BackupFault('Damaged')
  return manifest.data
}

/** @throws BackupFault */
export function parseRow(line: string): BackupRow {
  const parsed = Line.safeParse(parse(line))
  if (!parsed.success) throw new BackupFault('Damaged')
  const [table, row] = parsed.data
  const bytes = row[BYTES_COLUMN]
  return typeof bytes === 'string' ? [table, { ...row, [BYTES_COLUMN]: Buffer.from(bytes, 'base64') }] : [table, row]
}

/** The name of the last migration that has run here. */
export async function lastMigration(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(db)
  return rows[0]?.name ?? ''
}

async function* pagesOf(snapshot: Kysely<Schema>, table: BackedUpTable, only: string | null) {
  const key = sql.join(table.key.map((column) => sql.ref(column)))
  let last: Readonly<Record<string, unknown>> | undefined
  do {
    const after = last === undefined ? sql`1 = 1` : sql`(${key}) > (${sql.join(valuesOf(table, last))})`
    const page = await sql<Readonly<Record<string, unknown>>>`
      select * from ${from(table, only)} and ${after} order by ${key} limit ${table.pageRows}`.execute(snapshot)
    yield page.rows
    last = page.rows.length < table.pageRows ? undefined : page.rows.at(-1)
  } while (last !== undefined)
}

function valuesOf({ key }: BackedUpTable, row: Readonly<Record<string, unknown>>): readonly unknown[] {
  return key.map((column) => row[column])
}

function from({ name, ofArea }: BackedUpTable, only: string | null) {
  return sql`${sql.table(name)} where ${only === null ? sql`1 = 1` : ofArea(only)}`
}

/** A hub that has never started has no tables of accounts yet. */
async function presentTables(db: Kysely<Schema>): Promise<readonly BackedUpTable[]> {
  const present = new Set((await db.introspection.getTables()).map(({ name }) => name))
  return BACKED_UP.filter(({ name }) => present.has(name))
}

function toJson(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const bytes = row[BYTES_COLUMN]
  return bytes instanceof Uint8Array ? { ...row, [BYTES_COLUMN]: Buffer.from(bytes).toString('base64') } : row
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new BackupFault('Damaged')
  }
}
