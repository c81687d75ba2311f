/**
 * Writes a backup of a hub, or of one area of it, while the hub runs.
 *
 * Effects: reads one snapshot, writes one file for its owner alone. The file has its name only when it is complete and on
 * the disk; what was begun and not ended stays behind as `<name>.partial-…` at worst.
 */
import { existsSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { err, ok, type Result } from '../../core/result'
import type { HubDb } from '../db/schema'
import { readSnapshot } from '../db/transactions'
import { type ScryptCost, seal } from './backup-file'
import { type Manifest, readManifest, writeLines } from './backup-lines'
import { writeWhole } from './write-whole'

export interface BackupOptions {
  readonly out: string
  readonly passphrase: string
  /** One area; `null`: all of the hub. */
  readonly only: string | null
  readonly at: string
  readonly cost?: ScryptCost
}

export type BackupRefusal = { readonly type: 'Exists' } | { readonly type: 'UnknownArea' }

/** @throws when the disk is full or may not be written: no file of that name is there then. */
export async function backup(db: HubDb, options: BackupOptions): Promise<Result<Manifest, BackupRefusal>> {
  if (existsSync(options.out)) return err({ type: 'Exists' })
  return readSnapshot(db, async (snapshot) => {
    const manifest = await readManifest(snapshot, options.at, options.only)
    if (options.only !== null && manifest.areas.length === 0) return err({ type: 'UnknownArea' })
    const lines = writeLines(snapshot, manifest)
    await writeWhole(options.out, async (file) => {
      const sealed = (content: AsyncIterable<Uint8Array>) => seal(content, options.passphrase, options.cost)
      await pipeline(lines, createGzip(), sealed, async (content: AsyncIterable<Buffer>) => {
        for await (const part of content) await file.appendFile(part)
      })
    })
    return ok(manifest)
  })
}
