/**
 * Reads one JSON file for a command, and says in one sentence why it could not be read.
 *
 * Reads through `CommandIo`. UTF-8 is expected; a byte order mark before it is passed over. What the file holds is never
 * repeated in a message.
 */
import { err, ok, type Result } from '../core/result'
import type { CommandIo } from './command'

/** @param path `-` is standard input. */
export async function readJson(path: string, io: CommandIo): Promise<Result<unknown, string>> {
  const bytes = await readBytes(path, io)
  return bytes.ok ? parseJson(bytes.value) : bytes
}

async function readBytes(path: string, io: CommandIo): Promise<Result<Uint8Array, string>> {
  try {
    return ok(path === '-' ? await io.stdin() : await io.readFile(path))
  } catch (fault) {
    return err(whyUnreadable(path, fault))
  }
}

/** One sentence for the system's refusal to read a file. */
function whyUnreadable(path: string, fault: unknown): string {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file at ${path}.`
  if (code === 'EISDIR') return `${path} is a folder; name a file in it.`
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read by you.`
  return `${path} could not be read (${typeof code === 'string' ? code : 'unknown fault'}).`
}

/** The JSON value in the bytes, or one sentence on why there is none. */
export function parseJson(bytes: Uint8Array): Result<unknown, string> {
  if (bytes.length === 0) return err('The file is empty.')
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes.includes(0)) {
    return err('The file is not UTF-8 text; it may have been saved as UTF-16. Save it again as UTF-8.')
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return err('The file is not UTF-8 text. Save it again as UTF-8.')
  }
  if (text.trim() === '') return err('The file is empty.')
  try {
    const json: unknown = JSON.parse(text)
    return ok(json)
  } catch (fault) {
    return err(`The file is not JSON${whereBroken(text, fault)}.`)
  }
}

function whereBroken(text: string, fault: unknown): string {
  const position = fault instanceof Error ? /position (\d+)/.exec(fault.message)?.[1] : undefined
  if (position === undefined) return ': it breaks off or is written in another way'
  const lines = text.slice(0, Number(position)).split('\n')
  return `: it cannot be read from line ${lines.length}, character ${(lines.at(-1)?.length ?? 0) + 1}`
}
