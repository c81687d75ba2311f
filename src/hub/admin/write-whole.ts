/**
 * Writes a file that is there whole or not at all: under another name first, on the disk, then renamed. For its owner alone.
 *
 * Effects: the disk. A program killed meanwhile leaves `<name>.partial-…` behind, and what was there before.
 */
import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Gives the file its name only when `write` has ended and everything is on the disk. */
export async function writeWhole(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const partial = `${path}.partial-${randomBytes(4).toString('hex')}`
  const file = await open(partial, 'wx', 0o600)
  try {
    await write(file)
    await file.sync()
    await file.close()
    await rename(partial, path)
  } catch (fault) {
    await file.close().catch(() => undefined)
    await rm(partial, { force: true })
    throw fault
  }
  const folder = await open(dirname(path), 'r')
  await folder.sync()
  await folder.close()
}
