/**
 * Reads a backup to its end and verifies the trail in it, as `restore` would, without writing anything.
 */
import type { Result } from '../../core/result'
import { FIRST_HASH } from '../sync/trail'
import { BackupFault } from './backup-fault'
import type { Manifest } from './backup-lines'
import { withBackup } from './read-backup'
import { TrailRow, whyOpBroken } from './verify-trail'

/** @returns the manifest of a sound backup. */
export async function checkBackup(path: string, passphrase: string): Promise<Result<Manifest, BackupFault>> {
  return withBackup(path, passphrase, async ({ manifest, rows }) => {
    const ends = new Map(manifest.areas.map(({ area }) => [area, { ops: 0, head: FIRST_HASH }]))
    for await (const [table, row] of rows) {
      if (table !== 'op') continue
      const op = TrailRow.parse(row)
      const end = ends.get(op.area)
      if (!end || whyOpBroken(op, end) !== null) throw new BackupFault('Damaged')
      ends.set(op.area, { ops: op.position, head: op.hash })
    }
    const isWhole = manifest.areas.every(
      ({ area, ops, head }) => ends.get(area)?.ops === ops && ends.get(area)?.head === head,
    )
    if (!isWhole) throw new BackupFault('Damaged')
    return manifest
  })
}
