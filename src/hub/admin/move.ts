/**
 * Moves a hub from its SQLite file to an empty PostgreSQL: every table, accounts included, in one transaction that counts
 * only once everything was read back and is the same.
 *
 * Effects: reads the file, which no hub may have open and which stays as it is; writes the PostgreSQL. Nothing stays there
 * when it fails. Areas keep their epoch, since nothing is lost: devices go on where they were.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { err, ok, type Result } from '../../core/result'
import { migrateAccounts } from '../accounts/migrate-accounts'
import { openHubDb } from '../db/open'
import { DatabaseRefused } from '../db/refused'
import type { HubDb } from '../db/schema'
import { SQLITE_FILE } from '../db/sqlite'
import { type HubTransaction, readSnapshot, writeTransaction } from '../db/transactions'
import { type Fingerprint, fingerprintOf, type MovedRow, movedTables, pagesOf, timeColumns } from './moved-tables'
import { type Verification, verify } from './verify'

export interface Moved {
  readonly areas: number
  readonly ops: number
  readonly records: number
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>
  /** By table: SHA-256 of its rows in the order of their key, the same on both sides. */
  readonly hashes: Readonly<Record<string, string>>
  /** As `verify` gives it. */
  readonly head: string
}

export type MoveRefusal =
  /** The folder holds no hub. */
  | { readonly type: 'NoHub' }
  /** One of the two databases; the sentence says why. */
  | { readonly type: 'CannotOpen'; readonly message: string }
  /** The PostgreSQL holds an area or an account. */
  | { readonly type: 'NotEmpty' }
  /** A table came out otherwise than it went in. */
  | { readonly type: 'Different'; readonly table: string }
  | { readonly type: 'NotVerified'; readonly verification: Extract<Verification, { readonly ok: false }> }

/**
 * @param folder of a stopped hub.
 * @param url `postgres://…`
 */
export async function moveHub(folder: string, url: string): Promise<Result<Moved, MoveRefusal>> {
  if (!existsSync(join(folder, SQLITE_FILE))) return err({ type: 'NoHub' })
  const opened: HubDb[] = []
  try {
    const from = await openHubDb(folder, { alone: true })
    opened.push(from)
    const to = await openHubDb(url)
    opened.push(to)
    return await move(from, to)
  } catch (fault) {
    if (fault instanceof DatabaseRefused) return err({ type: 'CannotOpen', message: fault.message })
    throw fault
  } finally {
    for (const db of opened) await db.close()
  }
}

/** Thrown to take everything back. */
class Refused extends Error {
  readonly refusal: MoveRefusal

  constructor(refusal: MoveRefusal) {
    super(refusal.type)
    this.refusal = refusal
  }
}

/** @param from SQLite; @param to PostgreSQL. */
export async function move(from: HubDb, to: HubDb): Promise<Result<Moved, MoveRefusal>> {
  await migrateAccounts(from)
  await migrateAccounts(to)
  try {
    return ok(await readSnapshot(from, (source) => writeTransaction(to, (target) => moveWithin(source, target))))
  } catch (fault) {
    if (fault instanceof Refused) return err(fault.refusal)
    throw fault
  }
}

async function moveWithin(source: HubTransaction, target: HubTransaction): Promise<Moved> {
  // A hub that runs on it already makes no area meanwhile.
  await sql`lock table area in exclusive mode`.execute(target)
  const { rows } = await sql`select 1 from area union all select 1 from ${sql.table('user')} limit 1`.execute(target)
  if (rows.length > 0) throw new Refused({ type: 'NotEmpty' })

  const tables = await movedTables(source)
  const times = await timeColumns(target)
  const read = new Map<string, Fingerprint>()
  for (const table of tables) {
    await sql`delete from ${sql.table(table.name)}`.execute(target)
    const fingerprint = fingerprintOf(table.name, times)
    for await (const page of pagesOf(source, 'sqlite', table)) {
      fingerprint.add(page)
      await insert(target, table.name, page)
    }
    read.set(table.name, fingerprint.end())
    // So that reading it back finds its way by the indexes.
    await sql`analyze ${sql.table(table.name)}`.execute(target)
  }
  for (const table of tables) {
    const fingerprint = fingerprintOf(table.name, times)
    for await (const page of pagesOf(target, 'postgres', table)) fingerprint.add(page)
    const written = fingerprint.end()
    const { rows, hash } = read.get(table.name) ?? written
    if (written.rows !== rows || written.hash !== hash) throw new Refused({ type: 'Different', table: table.name })
  }
  const verification = await verify(target)
  if (!verification.ok) throw new Refused({ type: 'NotVerified', verification })
  return movedOf(read, verification.head)
}

async function insert(target: HubTransaction, table: string, rows: readonly MovedRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const tuples = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(tuples)}`.execute(target)
}

function movedOf(read: ReadonlyMap<string, Fingerprint>, head: string): Moved {
  const rowsOf = (table: string) => read.get(table)?.rows ?? 0
  return {
    areas: rowsOf('area'),
    ops: rowsOf('op'),
    records: rowsOf('record'),
    rows: Object.fromEntries([...read].map(([table, { rows }]) => [table, rows])),
    hashes: Object.fromEntries([...read].map(([table, { hash }]) => [table, hash])),
    head,
  }
}
