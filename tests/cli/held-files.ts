/** Files held in memory, as a command sees a disk: what is not there or is a folder is refused as the system would. */
import type { CommandIo } from '../../src/cli/command'

const FOLDER = Symbol('folder')
type Held = string | Uint8Array | typeof FOLDER

export const folder: Held = FOLDER

/** @param files content by path; `-` is standard input. */
export function heldFiles(files: Readonly<Record<string, Held>>): CommandIo {
  const bytesOf = async (path: string): Promise<Uint8Array> => {
    const held = files[path]
    if (held === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
    if (held === FOLDER) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' })
    return typeof held === 'string' ? new TextEncoder().encode(held) : (held as Uint8Array)
  }
  return {
    readFile: bytesOf,
    readFolder: async () => Object.keys(files),
    stdin: () => bytesOf('-'),
  }
}

/** What a program reading standard output would see. */
export function printed(json: unknown) {
  return JSON.parse(JSON.stringify(json))
}
