/**
 * Erases records for good: their bodies, what ops said of them and the salt of it. Devices are told by a marker with the
 * reason `erased`, and the keys stay listed, so that no op brings them back and a restore erases them again.
 *
 * Effects: SQL. Rule: sync.md, "When visibility changes". An administrator calls it, with every key that is to go: what
 * refers to a record is a record of its own.
 */
import { sql } from 'kysely'
import { idOf, type Key } from '../../core/ops/op'
import { type HubTransaction, lockArea, writeTransaction } from '../db/transactions'
import type { Hub } from '../hub'
import { inParts, partsOf } from './in-parts'
import { blobKey } from './judge'
import { insertMarkers } from './write-batch'

export interface Erased {
  /** Records that were there. */
  readonly records: number
  /** Ops whose words were blanked; their hashes stand. */
  readonly ops: number
}

/** @returns what was found; `null` when there is no such area. */
export async function erase(hub: Hub, area: string, keys: readonly Key[]): Promise<Erased | null> {
  const erased = await writeTransaction(hub.db, (trx) => eraseWithin(trx, hub, area, keys))
  if (erased && erased.records > 0) hub.db.notify(area)
  return erased
}

/** `erase` as a part of a larger writing transaction. */
export async function eraseWithin(
  trx: HubTransaction,
  hub: Hub,
  area: string,
  keys: readonly Key[],
): Promise<Erased | null> {
  const locked = await lockArea(trx, area)
  if (!locked) return null
  const at = hub.now()
  const named = [...new Set(keys)]
  const left = await scopesLeft(trx, area, named)
  const records = await takeAway(trx, area, named)
  const markers = left.map(({ key, scope }, i) => {
    return { area, scope, key, seq: locked.seq + 1 + i, reason: 'erased' as const, at }
  })
  for (const part of partsOf(markers)) await insertMarkers(trx, part)
  let ops = 0
  for (const key of named) ops += await blankOps(trx, area, key)
  for (const part of partsOf(named.map((key) => ({ area, key, at })))) {
    await trx
      .insertInto('erased')
      .values(part)
      .onConflict((conflict) => conflict.columns(['area', 'key']).doNothing())
      .execute()
  }
  const seq = locked.seq + markers.length
  await trx.updateTable('area').set({ seq }).where('area', '=', area).execute()
  return { records, ops }
}

/** Every scope in which a device may have met a key: the one it is in, and those it has left. */
async function scopesLeft(
  trx: HubTransaction,
  area: string,
  keys: readonly Key[],
): Promise<readonly { readonly key: string; readonly scope: string }[]> {
  return inParts(keys, (part) => {
    const placesIn = (table: 'record' | 'gone') =>
      trx.selectFrom(table).select(['key', 'scope']).where('area', '=', area).where('key', 'in', part)
    return placesIn('record').union(placesIn('gone')).execute()
  })
}

/** @returns how many there were. */
async function takeAway(trx: HubTransaction, area: string, keys: readonly Key[]): Promise<number> {
  let records = 0
  for (const part of partsOf(keys)) {
    const blobs = await trx
      .selectFrom('ref')
      .select('ref')
      .distinct()
      .where('area', '=', area)
      .where('key', 'in', part)
      .where('ref', 'like', 'blob/%')
      .execute()
    const deleted = await trx.deleteFrom('record').where('area', '=', area).where('key', 'in', part).executeTakeFirst()
    records += Number(deleted.numDeletedRows)
    await trx.deleteFrom('ref').where('area', '=', area).where('key', 'in', part).execute()
    for (const { ref } of blobs) await dropBlob(trx, area, ref)
  }
  return records
}

/** A blob goes with the last row that names it. */
async function dropBlob(trx: HubTransaction, area: string, ref: string): Promise<void> {
  const isNamed = trx.selectFrom('ref').select('key').where('area', '=', area).where('ref', '=', ref)
  await trx
    .deleteFrom('blob')
    .where('area', '=', area)
    .where('hash', '=', ref.slice(blobKey('').length))
    .where(({ not, exists }) => not(exists(isNamed)))
    .execute()
}

/** An op names what it touches by id in what it carries; ids are random, so nothing else holds one. */
async function blankOps(trx: HubTransaction, area: string, key: Key): Promise<number> {
  const named = JSON.stringify(idOf(key)).replace(/[\\%_]/g, '\\$&')
  const blanked = await trx
    .updateTable('op')
    .set({ salt: null, payload: null })
    .where('area', '=', area)
    .where('payload', 'is not', null)
    .where(({ or, eb }) => or([eb('key', '=', key), sql<boolean>`payload like ${`%${named}%`} escape '\\'`]))
    .executeTakeFirst()
  return Number(blanked.numUpdatedRows)
}
