/**
 * Writes what a batch did, under the area's lock: rows, markers, the trail and the end of both.
 *
 * Effects: SQL, inside the transaction it is given. Rule 1 of wire/protocol.ts.
 */
import { OPS } from '../../core/ops/registry'
import type { Schema } from '../db/schema'
import type { AreaRow, HubTransaction } from '../db/transactions'
import type { FeedRows } from './feed-rows'
import { partsOf } from './in-parts'
import { insertRows } from './insert-rows'
import type { Trail, TrailRow } from './trail-rows'

const REPLACE_RECORD = `on conflict (area, key) do update set scope = excluded.scope, seq = excluded.seq,
  rev = excluded.rev, v = excluded.v, refs = excluded.refs, body = excluded.body`
/** A key that left a scope before has its marker renewed. */
const RENEW_MARKER = `on conflict (area, scope, key) do update set seq = excluded.seq, reason = excluded.reason,
  at = excluded.at`

export async function writeFeed(trx: HubTransaction, area: string, feed: FeedRows): Promise<void> {
  await insertRows(trx, 'record', feed.records, REPLACE_RECORD)
  await insertMarkers(trx, feed.markers)
  for (const [scope, keys] of feed.entered) {
    for (const part of partsOf(keys)) {
      await trx
        .deleteFrom('gone')
        .where('area', '=', area)
        .where('scope', '=', scope)
        .where('key', 'in', part)
        .execute()
    }
  }
  await insertRows(trx, 'ref', feed.refsAdded)
  for (const { ref, key } of feed.refsDropped) {
    await trx.deleteFrom('ref').where('area', '=', area).where('ref', '=', ref).where('key', '=', key).execute()
  }
}

export async function insertMarkers(trx: HubTransaction, markers: readonly Schema['gone'][]): Promise<void> {
  await insertRows(trx, 'gone', markers, RENEW_MARKER)
}

export async function writeTrail(trx: HubTransaction, rows: readonly TrailRow[]): Promise<void> {
  await insertRows(trx, 'op', rows)
}

/** The end of the feed and of the trail, kept in the row that every writer of the area locks. */
export async function writeEnds(trx: HubTransaction, area: AreaRow, seq: number, trail: Trail): Promise<void> {
  await trx.updateTable('area').set({ seq, ops: trail.ops, head: trail.head }).where('area', '=', area.area).execute()
}

/**
 * Blanks the notes of an audit that later notes replaced: once it is submitted, only what was submitted is kept. The chain
 * still verifies (trail.ts). Rule: sync.md, "When visibility changes".
 */
export async function discardSupersededNotes(trx: HubTransaction, area: string, auditId: string): Promise<void> {
  const field = OPS['note.set'].field?.({ auditId, criterionId: '', text: '' }) ?? ''
  const first = `note.set:${field}`
  await trx
    .updateTable('op')
    .set({ salt: null, payload: null })
    .where('area', '=', area)
    .where('field', '>=', first)
    .where('field', '<', `${first}\u{10ffff}`)
    .where('payload', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('op as later')
          .select('later.position')
          .whereRef('later.area', '=', 'op.area')
          .whereRef('later.field', '=', 'op.field')
          .whereRef('later.position', '>', 'op.position')
          .where('later.outcome', '<>', 'refused'),
      ),
    )
    .execute()
}
