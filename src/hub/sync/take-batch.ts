/**
 * Takes a batch of ops under the area's lock: judges each, and writes rows, trail and ends together.
 *
 * Effects: SQL, inside the transaction it is given. Used by a push and by the hub's own acts. Rule 1 of wire/protocol.ts.
 */

import { idOf } from '../../core/ops/op'
import { err, ok, type Result } from '../../core/result'
import type { OpOutcome, WireOp } from '../../wire/protocol'
import type { AreaRow, HubTransaction } from '../db/transactions'
import type { Hub } from '../hub'
import { bodyCacheOf } from './body-cache'
import { feedRows } from './feed-rows'
import { type HeldRows, holdRows } from './held-rows'
import { inParts } from './in-parts'
import { type Asked, type Doer, type Judged, judge, type Known, loadForAll, readOps, soundOps } from './judge'
import { recordSource } from './record-source'
import type { PushRefusal } from './refusal'
import { type Entry, trailRows } from './trail-rows'
import { discardSupersededNotes, writeEnds, writeFeed, writeTrail } from './write-batch'

export interface Taken {
  /** By opId. */
  readonly outcomes: ReadonlyMap<string, OpOutcome>
  /** Whether any row changed, so that devices may want to pull. */
  readonly isNews: boolean
}

/** @param ops none of which the area has seen. */
export async function takeBatch(
  trx: HubTransaction,
  hub: Hub,
  { area, doer, ops }: { readonly area: AreaRow; readonly doer: Doer; readonly ops: readonly WireOp[] },
): Promise<Result<Taken, PushRefusal>> {
  const read = readOps(ops, doer)
  const cache = bodyCacheOf(hub.db)
  const held = holdRows(area.area, recordSource(trx, area.area, cache))
  await loadForAll(read, doer, held)
  const known = await knownOf(trx, area.area, doer.device, read, held)
  const entries: Entry[] = []
  for (const asked of read) {
    entries.push({ op: asked.op, judged: await judge(asked, doer, held, known), salt: hub.newId() })
  }
  const missing = new Set(entries.flatMap(({ judged }) => judged.missingBlobs))
  if (missing.size > 0) return err({ type: 'MissingBlobs', hashes: [...missing] })

  const at = hub.now()
  const touched = held.touched()
  const feed = feedRows(area.area, touched, area.seq, at)
  touched.forEach(({ after }, i) => {
    const record = feed.records[i]
    if (record) cache.keep(area.area, after.key, record.body, after.body)
  })
  const { rows, trail } = trailRows(entries, { area: area.area, device: doer.device, actor: doer.actor, at }, area)
  await writeTrail(trx, rows)
  await writeFeed(trx, area.area, feed)
  await writeEnds(trx, area, feed.seq, trail)
  for (const { op, judged } of entries) {
    if (op.kind === 'audit.submit' && judged.outcome !== 'refused' && judged.key) {
      await discardSupersededNotes(trx, area.area, idOf(judged.key))
    }
  }
  const outcomes = new Map(entries.map(({ op, judged }) => [op.opId, outcomeOf(op.n, judged)]))
  return ok({ outcomes, isNews: feed.records.length > 0 })
}

function outcomeOf(n: number, { outcome, refusal }: Judged): OpOutcome {
  return refusal === null
    ? { n, outcome: outcome === 'overlap' ? outcome : 'applied' }
    : { n, outcome: 'refused', refusal }
}

async function knownOf(
  trx: HubTransaction,
  area: string,
  device: string,
  read: readonly Asked[],
  held: HeldRows,
): Promise<Known> {
  const fields = new Set(read.flatMap((one) => fieldInQuestion(one, held) ?? []))
  const revs = await inParts([...fields], (part) =>
    trx
      .selectFrom('op')
      .select(({ fn }) => ['field', fn.max('rev').as('rev')])
      .where('area', '=', area)
      .where('field', 'in', part)
      .where('device', '<>', device)
      .where('outcome', '<>', 'refused')
      .groupBy('field')
      .execute(),
  )
  const hashes = new Set(soundOps(read).flatMap(({ blobs }) => blobs))
  const blobs = await inParts([...hashes], (part) =>
    trx.selectFrom('blob').select('hash').where('area', '=', area).where('hash', 'in', part).execute(),
  )
  const revByField = new Map(revs.map(({ field, rev }) => [field, Number(rev ?? 0)]))
  const there = new Set(blobs.map(({ hash }) => hash))
  return { foreignRev: (field) => revByField.get(field) ?? 0, hasBlob: (hash) => there.has(hash) }
}

/** The field an op sets, if anybody has changed its row since the op was made. */
function fieldInQuestion({ op, asked }: Asked, held: HeldRows): string | null {
  if (!asked.ok || asked.value.field === null) return null
  const [key] = asked.value.reads
  const row = key === undefined ? 'unknown' : held.get(key)
  return typeof row === 'object' && row.rev <= op.base ? null : asked.value.field
}
