/**
 * Deletes gone markers that every device has had half a year to read, and raises the floor of their scopes: a device that was
 * away longer gets the scope from its beginning.
 *
 * Effects: SQL. Rule 9 of wire/protocol.ts. Run it once a day; areas one after the other, so that none waits long.
 */
import { type HubTransaction, lockArea, writeTransaction } from '../db/transactions'
import type { Hub } from '../hub'
import { floorAfterPruning, KEEP_MARKERS_DAYS } from './rules'

const DAY_MS = 86_400_000

/** @returns how many markers were deleted. */
export async function pruneMarkers(hub: Hub): Promise<number> {
  const before = new Date(Date.parse(hub.now()) - KEEP_MARKERS_DAYS * DAY_MS).toISOString()
  const areas = await hub.db.kysely.selectFrom('gone').select('area').distinct().where('at', '<', before).execute()
  let pruned = 0
  for (const { area } of areas) pruned += await writeTransaction(hub.db, (trx) => pruneArea(trx, area, before))
  return pruned
}

async function pruneArea(trx: HubTransaction, area: string, before: string): Promise<number> {
  if (!(await lockArea(trx, area))) return 0
  const scopes = await trx
    .selectFrom('gone')
    .select(({ fn }) => ['scope', fn.max('seq').as('seq')])
    .where('area', '=', area)
    .where('at', '<', before)
    .groupBy('scope')
    .execute()
  for (const { scope, seq } of scopes) {
    const held = await trx
      .selectFrom('scope')
      .select('floor')
      .where('area', '=', area)
      .where('id', '=', scope)
      .executeTakeFirst()
    const floor = floorAfterPruning(held?.floor ?? 0, seq)
    await trx
      .insertInto('scope')
      .values({ area, id: scope, floor })
      .onConflict((conflict) => conflict.columns(['area', 'id']).doUpdateSet({ floor }))
      .execute()
  }
  const deleted = await trx.deleteFrom('gone').where('area', '=', area).where('at', '<', before).executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
