/**
 * The list of what was erased, kept outside the database and its backups, so that restoring an older backup brings nothing
 * back. It holds keys of rows, which are random: no name, no code and no word of anybody.
 *
 * Effects: one JSON file, replaced whole. Rule: sync.md, "When visibility changes" (erasure).
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { err, ok, type Result } from '../../core/result'
import { writeWhole } from './write-whole'

const FILE = 'erasures.json'

export const ErasedKey = z.object({ area: z.string(), key: z.string(), at: z.string() })
export type ErasedKey = z.infer<typeof ErasedKey>

const List = z.object({ product: z.literal('plumbline'), erased: z.array(ErasedKey) })

/** Where the list is: the file named, or the one beside an SQLite database. `null`: nowhere yet. */
export function erasuresPath(folder: string | null, named: string | undefined): string | null {
  return named ?? (folder === null ? null : join(folder, FILE))
}

/** @returns nothing where there is no list yet; a refusal where there is one that cannot be read. */
export async function readErasures(path: string | null): Promise<Result<readonly ErasedKey[], 'UnreadableErasures'>> {
  if (path === null) return ok([])
  try {
    return ok(List.parse(JSON.parse(await readFile(path, 'utf8'))).erased)
  } catch (fault) {
    const isMissing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'
    return isMissing ? ok([]) : err('UnreadableErasures')
  }
}

/**
 * Adds to the list; on the disk before anything is erased, so that no erasure is ever missing from it.
 *
 * @throws when the list that is there cannot be read: look with `readErasures` first.
 */
export async function addErasures(path: string, erased: readonly ErasedKey[]): Promise<void> {
  const before = await readErasures(path)
  if (!before.ok) throw new Error('the list of erasures cannot be read')
  const known = new Set(before.value.map(nameOf))
  const added = erased.filter((key) => !known.has(nameOf(key)))
  const list = { product: 'plumbline', erased: [...before.value, ...added] }
  await writeWhole(path, (file) => file.writeFile(`${JSON.stringify(list, null, 1)}\n`))
}

function nameOf({ area, key }: ErasedKey): string {
  return JSON.stringify([area, key])
}
