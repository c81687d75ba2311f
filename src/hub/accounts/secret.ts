/**
 * The secret that signs cookies: made at the first start. Beside an SQLite file it is a file of its own, for its owner
 * alone, so that a copy of the database opens no session; in PostgreSQL it is a row, so that every process has the same.
 *
 * Effects: disk or database. Losing it ends cookies, not the tokens of devices.
 */
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HubDb } from '../db/schema'
import { accountTables } from './tables'

const FILE = 'secret'
const KEY = 'secret'

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
  const kysely = accountTables(db.kysely)
  await kysely
    .insertInto('setting')
    .values({ key: KEY, value: made })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const row = await kysely.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirstOrThrow()
  return row.value
}
