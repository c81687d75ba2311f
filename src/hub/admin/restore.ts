/**
 * Puts a backup into a hub: all of it or nothing, in one transaction, verified before it counts.
 *
 * Every area gets a new epoch, so that devices read everything anew and send again what they kept (rule 12 of
 * wire/protocol.ts). Nobody stays signed in, and no one-time link stays open: access that was taken away after the backup was
 * made would come back with it. Nothing is lost by that, since people work on without the hub until they sign in again. What
 * was erased since the backup is erased again before anybody can read it.
 */
import { sql } from 'kysely'
import type { Key } from '../../core/ops/op'
import { err, type Result } from '../../core/result'
import { type HubTransaction, writeTransaction } from '../db/transactions'
import type { Hub } from '../hub'
import { BackupFault, type BackupFaultType } from './backup-fault'
import { lastMigration, type Manifest } from './backup-lines'
import { BACKED_UP, LEFT_OUT } from './backup-tables'
import { eraseKeys } from './erase-keys'
import type { ErasedKey } from './erasures'
import { type OpenBackup, withBackup } from './read-backup'
import { restoreRows } from './restore-rows'
import { type Verification, verify } from './verify'

export interface RestoreOptions {
  readonly file: string
  readonly passphrase: string
  /** What the hub holds gives way: all of it to a backup of a hub, one area to a backup of that area. */
  readonly replace: boolean
  /** The list kept outside backups. */
  readonly erased: readonly ErasedKey[]
}

export type RestoreRefusal =
  | { readonly type: BackupFaultType }
  /** The hub holds an area or an account, and `replace` was not asked for. */
  | { readonly type: 'NotEmpty' }
  /** The backup was whole, and what it holds does not verify. */
  | { readonly type: 'NotVerified'; readonly verification: Verification }

export interface Restored {
  readonly manifest: Manifest
  readonly verification: Verification
  /** Keys that were erased again. */
  readonly erasedAgain: number
}

/** Thrown to take everything back. */
class Refused extends Error {
  readonly refusal: RestoreRefusal

  constructor(refusal: RestoreRefusal) {
    super(refusal.type)
    this.refusal = refusal
  }
}

/** The tables of accounts must be there (accounts/migrate-accounts.ts). */
export async function restore(hub: Hub, options: RestoreOptions): Promise<Result<Restored, RestoreRefusal>> {
  try {
    const restored = await withBackup(options.file, options.passphrase, (backup) =>
      writeTransaction(hub.db, (trx) => restoreWithin(trx, hub, backup, options)),
    )
    return restored.ok ? restored : err({ type: restored.error.type })
  } catch (fault) {
    if (fault instanceof Refused) return err(fault.refusal)
    throw fault
  }
}

async function restoreWithin(
  trx: HubTransaction,
  hub: Hub,
  { manifest, rows }: OpenBackup,
  { replace, erased }: RestoreOptions,
): Promise<Restored> {
  if (manifest.tables > (await lastMigration(trx))) throw new BackupFault('Newer')
  // Nobody makes an area meanwhile, in this process or another.
  if (hub.db.dialect === 'postgres') await sql`lock table area in exclusive mode`.execute(trx)
  if (!replace && !(await isEmpty(trx))) throw new Refused({ type: 'NotEmpty' })
  const erasedHere = await trx.selectFrom('erased').selectAll().execute()
  await clear(trx, manifest.only)
  await restoreRows(trx, rows, hub.newId)

  const areas = new Set(manifest.areas.map(({ area }) => area))
  const again = [...erased, ...erasedHere].filter(({ area }) => areas.has(area))
  for (const area of areas) {
    const keys = new Set(again.filter((key) => key.area === area).map(({ key }) => key as Key))
    if (keys.size > 0) await eraseKeys(trx, hub, area, [...keys])
  }
  const verification = await verify(trx, manifest.only ?? undefined)
  if (!verification.ok) throw new Refused({ type: 'NotVerified', verification })
  return { manifest, verification, erasedAgain: again.length }
}

async function isEmpty(trx: HubTransaction): Promise<boolean> {
  const { rows } = await sql`select 1 from area union all select 1 from ${sql.table('user')} limit 1`.execute(trx)
  return rows.length === 0
}

/** @param only the area that gives way; `null`: everything does. */
async function clear(trx: HubTransaction, only: string | null): Promise<void> {
  if (only === null) {
    const names = [...LEFT_OUT, ...BACKED_UP.map(({ name }) => name).reverse()]
    for (const name of names) await sql`delete from ${sql.table(name)}`.execute(trx)
    return
  }
  const ofArea = BACKED_UP.filter(({ key }) => key[0] === 'area').map(({ name }) => name)
  for (const name of ['link', ...ofArea]) await sql`delete from ${sql.table(name)} where area = ${only}`.execute(trx)
}
