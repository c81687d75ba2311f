/**
 * One page of one scope: the rows that are there and the keys that left, in the order of their `seq`.
 *
 * Effects: SQL, inside the snapshot it is given. Rows stay the JSON text they are stored as. Rules 8 and 9 of wire/protocol.ts.
 */
import type { Scope } from '../../core/ops/op'
import type { PulledScope } from '../../wire/protocol'
import type { HubTransaction } from '../db/transactions'
import { dropsBelongIn } from './rules'

/** A PulledScope with its entries as JSON text. */
export interface PageText extends Omit<PulledScope, 'entries'> {
  readonly entries: readonly string[]
}

interface Asked {
  readonly area: string
  readonly scope: Scope
  readonly mode: PulledScope['mode']
  readonly from: number
  /** Of the scope when its reset began. */
  readonly floor: number
  /** The last `seq` of the area in this snapshot. */
  readonly end: number
  /** Rows there is room for; with none, the page only says whether there are more. */
  readonly room: number
}

interface Entry {
  readonly seq: number
  readonly text: string
}

export async function readPage(trx: HubTransaction, asked: Asked): Promise<PageText> {
  const { scope, mode, from, floor, end, room } = asked
  const found = from < end ? merge(await puts(trx, asked), await drops(trx, asked)) : []
  const more = found.length > room
  const page = more ? found.slice(0, room) : found
  // A device that has everything is at the area's end, so that a quiet scope never falls below its floor.
  const seq = more ? (page.at(-1)?.seq ?? from) : Math.max(from, end)
  return {
    id: scope,
    mode,
    from,
    seq,
    floor: mode === 'reset' && floor > 0 ? floor : undefined,
    more,
    entries: page.map(({ text }) => text),
  }
}

async function puts(trx: HubTransaction, { area, scope, from, room }: Asked): Promise<readonly Entry[]> {
  const records = await trx
    .selectFrom('record')
    .select(['key', 'seq', 'rev', 'v', 'refs', 'body'])
    .where('area', '=', area)
    .where('scope', '=', scope)
    .where('seq', '>', from)
    .orderBy('seq')
    .limit(room + 1)
    .execute()
  return records.map(({ key, seq, rev, v, refs, body }) => ({
    seq,
    text: `{"op":"put","key":${JSON.stringify(key)},"seq":${seq},"rev":${rev},"v":${v},"refs":${refs},"body":${body}}`,
  }))
}

/** What was erased is told even to a device that begins: it may keep ops of its own about it. */
async function drops(trx: HubTransaction, { area, scope, mode, from, room }: Asked): Promise<readonly Entry[]> {
  let query = trx
    .selectFrom('gone')
    .select(['key', 'seq', 'reason'])
    .where('area', '=', area)
    .where('scope', '=', scope)
    .where('seq', '>', from)
  if (!dropsBelongIn({ mode, from })) query = query.where('reason', '=', 'erased')
  const markers = await query
    .orderBy('seq')
    .limit(room + 1)
    .execute()
  return markers.map(({ key, seq, reason }) => ({ seq, text: JSON.stringify({ op: 'drop', key, seq, reason }) }))
}

/** Both are in order already. */
function merge(left: readonly Entry[], right: readonly Entry[]): readonly Entry[] {
  if (right.length === 0) return left
  return [...left, ...right].sort((a, b) => a.seq - b.seq)
}
