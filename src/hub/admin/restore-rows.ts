/**
 * Writes the rows of a backup into the tables, as they were but for what a restore changes.
 *
 * Effects: SQL, inside the transaction it is given. An account whose address this hub knows already stays as it is here, and
 * the restored memberships become its own.
 */
import { sql } from 'kysely'
import type { HubTransaction } from '../db/transactions'
import { BackupFault } from './backup-fault'
import type { BackupRow } from './backup-lines'
import { BACKED_UP } from './backup-tables'

type Row = Readonly<Record<string, unknown>>

export async function restoreRows(
  trx: HubTransaction,
  rows: AsyncIterable<BackupRow>,
  newEpoch: () => string,
): Promise<void> {
  const columns = await columnsOf(trx)
  /** Accounts that are here already, by the id they have in the backup. */
  const knownUsers = new Map<string, string>()

  async function changed(table: string, row: Row): Promise<Row | null> {
    switch (table) {
      case 'area':
        return { ...row, epoch: newEpoch() }
      case 'device':
        return { ...row, session: null }
      case 'membership':
        return { ...row, user_id: knownUsers.get(String(row.user_id)) ?? row.user_id }
      case 'account':
      case 'passkey':
        return knownUsers.has(String(row.userId)) ? null : row
      case 'user': {
        const known = await userHere(trx, row)
        if (known !== null) knownUsers.set(String(row.id), known)
        return known === null ? row : null
      }
      default:
        return row
    }
  }

  for await (const { table, rows: batch } of inBatches(rows)) {
    const known = columns.get(table)
    if (!known || batch.some((row) => Object.keys(row).some((column) => !known.has(column))))
      throw new BackupFault('Newer')
    const kept: Row[] = []
    for (const row of batch) {
      const next = await changed(table, row)
      if (next !== null) kept.push(next)
    }
    if (kept.length > 0) await insert(trx, table, kept)
  }
}

async function insert(trx: HubTransaction, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const tuples = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(tuples)}`.execute(trx)
}

/** The id under which this hub knows the account, or `null`. */
async function userHere(trx: HubTransaction, row: Row): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table('user')} where id = ${row.id} or lower(email) = lower(${row.email})`.execute(trx)
  return rows[0]?.id ?? null
}

async function columnsOf(trx: HubTransaction): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const tables = await trx.introspection.getTables()
  return new Map(tables.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))]))
}

/** Rows that follow each other in one table, as many as one statement takes. */
async function* inBatches(rows: AsyncIterable<BackupRow>): AsyncGenerator<{ table: string; rows: readonly Row[] }> {
  const most = new Map(BACKED_UP.map(({ name, pageRows }) => [name, pageRows]))
  let table = ''
  let batch: Row[] = []
  for await (const [name, row] of rows) {
    if (name !== table || batch.length >= (most.get(name) ?? 1)) {
      if (batch.length > 0) yield { table, rows: batch }
      table = name
      batch = []
    }
    batch.push(row)
  }
  if (batch.length > 0) yield { table, rows: batch }
}
