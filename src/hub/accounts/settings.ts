/**
 * What a hub keeps about itself: the secret that signs cookies, and the address people reach it at.
 *
 * Effects: disk or database. The secret is made at the first start. Beside an SQLite file it is a file of its own, for its
 * owner alone, so that a copy of the database signs nothing; in PostgreSQL it is a row, so that every process has the same.
 * Losing it ends cookies, not the tokens of devices.
 */
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HubDb } from '../db/schema'
import { accountTables } from './tables'

const FILE = 'secret'

/** @param folder of the SQLite file; `null` keeps the secret in the database. */
export async function readSecret(db: HubDb, folder: string | null): Promise<string> {
  const made = randomBytes(32).toString('base64url')
  return folder === null ? inDatabase(db, made) : inFile(join(folder, FILE), made)
}

async function inFile(path: string, made: string): Promise<string> {
  try {
    await writeFile(path, made, { mode: 0o600, flag: 'wx' })
    return made
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
    return (await readFile(path, 'utf8')).trim()
  }
}

async function inDatabase(db: HubDb, made: string): Promise<string> {
  await accountTables(db.kysely)
    .insertInto('setting')
    .values({ key: 'secret', value: made })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const kept = await setting(db, 'secret')
  if (kept === null) throw new Error('the secret was written and is not there')
  return kept
}

/** Where people reach the hub, for links that are made while it does not run. */
export async function keepOrigin(db: HubDb, origin: string): Promise<void> {
  await accountTables(db.kysely)
    .insertInto('setting')
    .values({ key: 'origin', value: origin })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: origin }))
    .execute()
}

/** `null` before the hub's first start. */
export function keptOrigin(db: HubDb): Promise<string | null> {
  return setting(db, 'origin')
}

async function setting(db: HubDb, key: string): Promise<string | null> {
  const row = await accountTables(db.kysely)
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value ?? null
}
