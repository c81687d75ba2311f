/**
 * Writes what a batch did, under the area's lock: rows, markers, the trail and the end of both.
 *
 * Effects: SQL, inside the transaction it is given. Rule 1 of wire/protocol.ts.
 */
import type { Insertable } from 'kysely'
import { OPS } from '../../core/ops/registry'
import type { Schema } from '../db/schema'
import type { AreaRow, HubTransaction } from '../db/transactions'
import type { FeedRows } from './feed-rows'
import { partsOf } from './in-parts'
import type { Trail, TrailRow } from './trail-rows'

/** A statement holds at most this many values: less than either database takes. */
const MOST_VALUES = 30_000

type Table = 'record' | 'gone' | 'ref' | 'op'

export async function writeFeed(trx: HubTransaction, area: string, feed: FeedRows): Promise<void> {
  await inStatements(feed.records, (rows) =>
    trx
      .insertInto('record')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['area', 'key']).doUpdateSet(({ ref }) => ({
          scope: ref('excluded.scope'),
          seq: ref('excluded.seq'),
          rev: ref('excluded.rev'),
          v: ref('excluded.v'),
          refs: ref('excluded.refs'),
          body: ref('excluded.body'),
        })),
      )
      .execute(),
  )
  await inStatements(feed.markers, (rows) => insertMarkers(trx, rows))
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
  await inStatements(feed.refsAdded, (rows) => trx.insertInto('ref').values(rows).execute())
  for (const { ref, key } of feed.refsDropped) {
    await trx.deleteFrom('ref').where('area', '=', area).where('ref', '=', ref).where('key', '=', key).execute()
  }
}

/** A key that left a scope before has its marker renewed. */
export async function insertMarkers(
  trx: HubTransaction,
  markers: readonly Insertable<Schema['gone']>[],
): Promise<void> {
  await trx
    .insertInto('gone')
    .values(markers)
    .onConflict((conflict) =>
      conflict.columns(['area', 'scope', 'key']).doUpdateSet(({ ref }) => ({
        seq: ref('excluded.seq'),
        reason: ref('excluded.reason'),
        at: ref('excluded.at'),
      })),
    )
    .execute()
}

export async function writeTrail(trx: HubTransaction, rows: readonly TrailRow[]): Promise<void> {
  await inStatements(rows, (part) => trx.insertInto('op').values(part).execute())
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

async function inStatements<R extends Schema[Table]>(
  rows: readonly R[],
  write: (part: readonly R[]) => Promise<unknown>,
): Promise<void> {
  const [first] = rows
  if (!first) return
  const step = Math.floor(MOST_VALUES / Object.keys(first).length)
  for (const part of partsOf(rows, step)) await write(part)
}
