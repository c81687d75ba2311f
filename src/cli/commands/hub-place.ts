/**
 * What the administrator's commands share: which hub is meant, and the passphrase of its backups.
 *
 * Pure but for the environment.
 */
import { err, ok, type Result } from '../../core/result'
import type { CommandIo } from '../command'
import { DEFAULT_FOLDER } from '../hub-database'

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
