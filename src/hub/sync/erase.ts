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
import { inParts } from './in-parts'
import { insertMarkers } from './write-batch'

export interface Erased {
  /** Records that were there. */
  readonly records: number
  /** Ops whose words were blanked; their hashes stand. */
  readonly ops: number
}

/** @returns what was found; `null` when there is no such area. */
export async function erase(hub: Hub, area: string, keys: readonly Key[]): Promise<Erased | null> {
  const erased = await writeTransaction(hub.db, async (trx) => {
    const locked = await lockArea(trx, area)
    if (!locked) return null
    const at = hub.now()
    const records = await takeAway(trx, { area, seq: locked.seq, at }, [...new Set(keys)])
    let ops = 0
    for (const key of keys) ops += await blankOps(trx, area, key)
    const listed = keys.map((key) => ({ area, key, at }))
    await inParts(listed, async (part) => {
      await trx
        .insertInto('erased')
        .values(part)
        .onConflict((conflict) => conflict.columns(['area', 'key']).doNothing())
        .execute()
      return []
    })
    await trx
      .updateTable('area')
      .set({ seq: locked.seq + records })
      .where('area', '=', area)
      .execute()
    return { records, ops }
  })
  if (erased && erased.records > 0) hub.db.notify(area)
  return erased
}

/** @returns how many there were; each has taken one `seq`. */
async function takeAway(
  trx: HubTransaction,
  { area, seq, at }: { readonly area: string; readonly seq: number; readonly at: string },
  keys: readonly Key[],
): Promise<number> {
  const held = await inParts(keys, (part) =>
    trx.selectFrom('record').select(['key', 'scope']).where('area', '=', area).where('key', 'in', part).execute(),
  )
  const markers = held.map(({ key, scope }, i) => {
    return { area, scope, key, seq: seq + 1 + i, reason: 'erased' as const, at }
  })
  await inParts(markers, async (part) => {
    const named = part.map(({ key }) => key)
    await trx.deleteFrom('record').where('area', '=', area).where('key', 'in', named).execute()
    await trx.deleteFrom('ref').where('area', '=', area).where('key', 'in', named).execute()
    await insertMarkers(trx, part)
    return []
  })
  return held.length
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
