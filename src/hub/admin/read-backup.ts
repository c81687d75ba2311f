/**
 * Opens a backup file: its manifest, then its rows one after the other.
 *
 * Reads a file; writes nothing. What was given on is true, and complete only when the rows end without a fault.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { err, ok, type Result } from '../../core/result'
import { BackupFault } from './backup-fault'
import { open } from './backup-file'
import { type BackupRow, type Manifest, parseManifest, parseRow } from './backup-lines'

export interface OpenBackup {
  readonly manifest: Manifest
  /** Throws BackupFault where the file is cut short or damaged. */
  readonly rows: AsyncIterable<BackupRow>
}

/**
 * Runs `use` on the backup; a fault of the file found on the way is answered, whatever `use` had done by then.
 *
 * @throws what `use` throws, and the system's error when there is no such file.
 */
export async function withBackup<T>(
  path: string,
  passphrase: string,
  use: (backup: OpenBackup) => Promise<T>,
): Promise<Result<T, BackupFault>> {
  await stat(path)
  const file = createReadStream(path)
  const content = Readable.from(open(file, passphrase))
  const plain = createGunzip()
  // A fault of the source reaches whoever reads `plain`.
  pipeline(content, plain, () => undefined)
  try {
    const lines = linesOf(plain)
    const first = await lines.next()
    if (first.done) throw new BackupFault('Damaged')
    const manifest = parseManifest(first.value)
    return ok(await use({ manifest, rows: rowsOf(manifest, lines) }))
  } catch (fault) {
    if (fault instanceof BackupFault) return err(fault)
    if (isInflateFault(fault)) return err(new BackupFault('Damaged'))
    throw fault
  } finally {
    plain.destroy()
    content.destroy()
    file.destroy()
  }
}

/** Every row, and at the end as many of each table as the manifest says. */
async function* rowsOf(manifest: Manifest, lines: AsyncIterable<string>): AsyncGenerator<BackupRow> {
  const seen: Record<string, number> = {}
  for await (const line of lines) {
    const [table, row] = parseRow(line)
    seen[table] = (seen[table] ?? 0) + 1
    yield [table, row]
  }
  const isWhole = Object.entries(manifest.counts).every(([table, count]) => (seen[table] ?? 0) === count)
  if (!isWhole) throw new BackupFault('Damaged')
}

async function* linesOf(text: AsyncIterable<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder()
  let begun: string[] = []
  for await (const bytes of text) {
    const [first = '', ...more] = decoder.decode(bytes, { stream: true }).split('\n')
    begun.push(first)
    for (const next of more) {
      yield begun.join('')
      begun = [next]
    }
  }
  return undefined
}

/** The content of a true chunk that does not inflate: written by something else than this program. */
function isInflateFault(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && fault.code.startsWith('Z_')
}
