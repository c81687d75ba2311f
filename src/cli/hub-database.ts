/**
 * Opens the database of a hub for a command that works beside it, and says in one sentence why it cannot.
 *
 * Effects: disk or network. The packages of the hub are loaded only here.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Hub } from '../hub/hub'
import type { CommandResult } from './command'

/** Where `hub` keeps its data when nothing is said: beside where the command is run. */
export const DEFAULT_FOLDER = 'plumbline-hub'

export interface OpenOptions {
  /** No other program may have the file open meanwhile. */
  readonly alone?: boolean
  /** A folder without a hub gets an empty one; else there must be a hub. */
  readonly mayBeNew?: boolean
}

/** @param where a folder or `postgres://…` */
export async function withHub(
  where: string,
  run: (hub: Hub) => Promise<CommandResult>,
  { alone = false, mayBeNew = false }: OpenOptions = {},
): Promise<CommandResult> {
  const { isPostgresUrl, openHubDb } = await import('../hub/db/open')
  const { SQLITE_FILE } = await import('../hub/db/sqlite')
  const { DatabaseRefused } = await import('../hub/db/refused')
  const { migrateAccounts } = await import('../hub/accounts/migrate-accounts')
  if (!mayBeNew && !isPostgresUrl(where) && !existsSync(join(where, SQLITE_FILE))) {
    return refused('no-hub', `There is no hub at ${where}.`)
  }
  try {
    const db = await openHubDb(where, { alone })
    try {
      await migrateAccounts(db)
      return await run({ db, now: () => new Date().toISOString(), newId: () => randomBytes(16).toString('hex') })
    } finally {
      await db.close()
    }
  } catch (fault) {
    if (fault instanceof DatabaseRefused) return refused('database', fault.message)
    throw fault
  }
}

/** The input is at fault: a code for programs, a sentence for people. */
export function refused(reason: string, message: string, more: object = {}): CommandResult {
  return { exit: 1, json: { refused: { reason, message }, ...more }, words: message }
}
