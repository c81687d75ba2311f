/**
 * Opens the files of a register for a command: one list, standard input, a folder, with or without gzip.
 *
 * Reads through `CommandIo` alone. What a file holds decides, never its name. Contract: `register check`, `sample`.
 */
import { gunzipSync } from 'node:zlib'
import type { RegisterFormat } from '../core/register/codes'
import { type EstablishmentsRefusal, parseEstablishments } from '../core/register/establishments'
import { readRegister } from '../core/register/read'
import type { Establishments, RegisterReading, RegisterRefusal } from '../core/register/types'
import { refuse } from '../core/register/words'
import { ok, type Result } from '../core/result'
import type { CommandIo } from './command'

/** What a compressed file may grow to; the reading has a limit of its own below it. */
const MOST_BYTES = 512 * 1024 * 1024

export interface RegisterOptions {
  readonly format?: RegisterFormat
  /** Path of the extract of the national register of schools. */
  readonly establishments?: string
}

/**
 * Reads the register in `paths` as it was on `asOf`.
 * @param asOf the sampling date, `YYYY-MM-DD`, checked by the caller
 */
export async function readRegisterFiles(
  paths: readonly string[],
  asOf: string,
  io: CommandIo,
  options: RegisterOptions = {},
): Promise<Result<RegisterReading, RegisterRefusal | EstablishmentsRefusal>> {
  const looked = await readEstablishments(options.establishments, io)
  if (!looked.ok) return looked
  const files = await openAll(paths, io)
  if (!files.ok) return files
  const readings = files.value.map((bytes) =>
    readRegister(bytes, {
      asOf,
      ...(options.format && { format: options.format }),
      ...(looked.value && { establishments: looked.value }),
    }),
  )
  const [only] = readings
  if (!only) return refuse('empty')
  if (readings.length === 1) return only
  const isSet = readings.some((reading) => !reading.ok && reading.error.reason === 'sen2-not-read-yet')
  return refuse(isSet ? 'sen2-not-read-yet' : 'several-files')
}

async function readEstablishments(
  path: string | undefined,
  io: CommandIo,
): Promise<Result<Establishments | null, RegisterRefusal | EstablishmentsRefusal>> {
  if (path === undefined) return ok(null)
  const bytes = await openFile(path, io)
  return bytes.ok ? parseEstablishments(bytes.value) : bytes
}

/** The files, with a folder replaced by what lies in it. */
async function openAll(
  paths: readonly string[],
  io: CommandIo,
): Promise<Result<readonly Uint8Array[], RegisterRefusal>> {
  const files: Uint8Array[] = []
  for (const path of paths) {
    for (const file of await filesAt(path, io)) {
      const bytes = await openFile(file, io)
      if (!bytes.ok) return bytes
      files.push(bytes.value)
    }
  }
  return ok(files)
}

async function filesAt(path: string, io: CommandIo): Promise<readonly string[]> {
  if (path === '-') return [path]
  try {
    const names = await io.readFolder(path)
    return [...names]
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map((name) => `${path.replace(/\/$/, '')}/${name}`)
  } catch {
    return [path]
  }
}

async function openFile(path: string, io: CommandIo): Promise<Result<Uint8Array, RegisterRefusal>> {
  try {
    return unzip(path === '-' ? await io.stdin() : await io.readFile(path))
  } catch {
    return refuse('unreadable-file')
  }
}

function unzip(bytes: Uint8Array): Result<Uint8Array, RegisterRefusal> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return ok(bytes)
  try {
    return ok(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }))
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : ''
    if (code === 'ERR_BUFFER_TOO_LARGE') return refuse('too-large')
    return refuse(code === 'Z_BUF_ERROR' ? 'cut-short' : 'unreadable-file')
  }
}
