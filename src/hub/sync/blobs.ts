/**
 * Large sealed objects that are never edited, named by the hash of their content. The hub keeps what it cannot read: who may
 * read a row that refers to one may have it, and managers, whose rows name them, may bring one.
 *
 * Effects: SQL. Rule: sync.md, "Blobs".
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { Member } from '../../core/access/member'
import { err, ok, type Result } from '../../core/result'
import type { Caller, Hub } from '../hub'
import { blobKey } from './judge'
import { readableScopes } from './readable-scopes'

export const MOST_BLOB_BYTES = 8 * 1024 * 1024

export type BlobRefusal =
  | { readonly type: 'Forbidden' }
  | { readonly type: 'TooLarge'; readonly most: number }
  /** The bytes are not those the name says: damaged on the way. */
  | { readonly type: 'WrongHash' }

/** Idempotent. */
export async function putBlob(
  hub: Hub,
  caller: Caller,
  hash: string,
  bytes: Uint8Array,
): Promise<Result<true, BlobRefusal>> {
  if (!(await mayBring(hub, caller))) return err({ type: 'Forbidden' })
  if (bytes.length > MOST_BLOB_BYTES) return err({ type: 'TooLarge', most: MOST_BLOB_BYTES })
  if (bytesToHex(sha256(bytes)) !== hash) return err({ type: 'WrongHash' })
  await hub.db.kysely
    .insertInto('blob')
    .values({ area: caller.area, hash, bytes, at: hub.now() })
    .onConflict((conflict) => conflict.columns(['area', 'hash']).doNothing())
    .execute()
  return ok(true)
}

/** @returns `null` when there is none, or none that this member may read: the two look alike. */
export async function getBlob(hub: Hub, caller: Caller, hash: string): Promise<Uint8Array | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null
  const { kysely } = hub.db
  const scopes = await readableScopes(kysely, caller)
  if (scopes.length === 0) return null
  const { area } = caller
  const naming = await kysely
    .selectFrom('record')
    .select('key')
    .where('area', '=', area)
    .where('scope', 'in', scopes)
    .where(
      'key',
      'in',
      kysely.selectFrom('ref').select('key').where('area', '=', area).where('ref', '=', blobKey(hash)),
    )
    .limit(1)
    .executeTakeFirst()
  if (!naming) return null
  const blob = await kysely
    .selectFrom('blob')
    .select('bytes')
    .where('area', '=', area)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return blob?.bytes ?? null
}

async function mayBring(hub: Hub, { area, member }: Caller): Promise<boolean> {
  const row = await hub.db.kysely
    .selectFrom('record')
    .select('body')
    .where('area', '=', area)
    .where('key', '=', `member/${member}`)
    .executeTakeFirst()
  if (!row) return false
  const { active, roles } = Member.parse(JSON.parse(row.body))
  return active && roles.includes('manager')
}
