/**
 * What the administrator's commands share: which hub is meant, opening it, and the passphrase of its backups.
 *
 * The packages of the hub are loaded only here and in the commands, and only when one of them runs.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../core/result'
import type { HubDb } from '../../hub/db/schema'
import type { Hub } from '../../hub/hub'
import type { CommandIo, CommandResult } from '../command'
import { DEFAULT_FOLDER } from './hub'

/** The options that name a hub. */
export const PLACE_OPTIONS = ['data', 'database'] as const
export const PASSPHRASE_VARIABLE = 'PLUMBLINE_BACKUP_PASSPHRASE'

export interface HubPlace {
  /** A folder, or `postgres://…`. */
  readonly where: string
  /** `null` for PostgreSQL. */
  readonly folder: string | null
}

/** @returns the hub meant, or a sentence on what is wrong with the options. */
export function hubPlace(values: Readonly<Record<string, string>>): Result<HubPlace, string> {
  const { data, database } = values
  if (data !== undefined && database !== undefined) return err('Give --data or --database, not both.')
  if (database === undefined) return ok({ where: data ?? DEFAULT_FOLDER, folder: data ?? DEFAULT_FOLDER })
  if (!/^postgres(ql)?:\/\//.test(database)) return err('--database begins with postgres://.')
  return ok({ where: database, folder: null })
}

interface OpenOptions {
  /** No hub may be running on the file meanwhile. */
  readonly alone?: boolean
  /** A folder without a hub gets an empty one. */
  readonly mayBeNew?: boolean
}

/** Opens the hub, does the work, and closes it; answers for a hub that is not there or cannot be opened. */
export async function atHub(
  { where, folder }: HubPlace,
  { alone = false, mayBeNew = false }: OpenOptions,
  work: (hub: Hub) => Promise<CommandResult>,
): Promise<CommandResult> {
  const { openHubDb } = await import('../../hub/db/open')
  const { DatabaseRefused } = await import('../../hub/db/refused')
  const { SQLITE_FILE } = await import('../../hub/db/sqlite')
  if (folder !== null && !mayBeNew && !existsSync(join(folder, SQLITE_FILE))) {
    return refused('no-hub', `There is no hub at ${folder}.`)
  }
  let db: HubDb
  try {
    db = await openHubDb(where, { alone })
  } catch (fault) {
    if (fault instanceof DatabaseRefused) return refused('database', fault.message)
    throw fault
  }
  try {
    return await work({ db, now: () => new Date().toISOString(), newId: () => randomBytes(16).toString('hex') })
  } finally {
    await db.close()
  }
}

/**
 * The passphrase from a file, or from the environment: never from the arguments, which other users of the machine can see.
 *
 * @returns a sentence when there is none.
 */
export async function readPassphrase(file: string | undefined, io: CommandIo): Promise<Result<string, string>> {
  const given = await givenPassphrase(file, io)
  if (given === null) return err(`The passphrase file ${file} cannot be read.`)
  return given === '' ? err(`Give the passphrase with --passphrase-file FILE or in ${PASSPHRASE_VARIABLE}.`) : ok(given)
}

async function givenPassphrase(file: string | undefined, io: CommandIo): Promise<string | null> {
  if (file === undefined) return (process.env[PASSPHRASE_VARIABLE] ?? '').trim()
  try {
    return new TextDecoder().decode(file === '-' ? await io.stdin() : await io.readFile(file)).trim()
  } catch {
    return null
  }
}

/** The input is at fault: a code for programs, a sentence for people. */
export function refused(reason: string, message: string, more: object = {}): CommandResult {
  return { exit: 1, json: { ok: false, refused: { reason, message }, ...more }, words: message }
}
