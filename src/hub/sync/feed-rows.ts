/**
 * The rows a batch touched as entries of the feed: each in its last state, with a new `seq`, and a marker in the scope it left.
 *
 * Pure. Rules 4 and 5 of wire/protocol.ts.
 */
import { type Key, kindOf } from '../../core/ops/op'
import type { Schema } from '../db/schema'
import type { Touched } from './held-rows'
import { leavesMarker } from './rules'

export interface FeedRows {
  /** In the order in which they were touched. */
  readonly records: readonly Schema['record'][]
  readonly markers: readonly Schema['gone'][]
  /** Markers of an earlier leaving, in the scopes that rows enter again. */
  readonly entered: ReadonlyMap<string, readonly Key[]>
  readonly refsAdded: readonly Schema['ref'][]
  readonly refsDropped: readonly Schema['ref'][]
  readonly seq: number
}

/** @param seq the last of the area that was given. */
export function feedRows(area: string, touched: readonly Touched[], seq: number, at: string): FeedRows {
  const records: Schema['record'][] = []
  const markers: Schema['gone'][] = []
  const entered = new Map<string, Key[]>()
  const refsAdded: Schema['ref'][] = []
  const refsDropped: Schema['ref'][] = []
  let given = seq
  for (const { before, after } of touched) {
    const { key, scope, rev, v } = after
    const left = leavesMarker(before?.scope ?? null, scope)
    if (left !== null) markers.push({ area, scope: left, key, seq: ++given, reason: 'moved', at })
    if (before && before.scope !== scope) entered.set(scope, [...(entered.get(scope) ?? []), key])
    const [was, is] = [new Set(before?.refs), new Set(after.refs)]
    for (const ref of is) if (!was.has(ref)) refsAdded.push({ area, ref, key })
    for (const ref of was) if (!is.has(ref)) refsDropped.push({ area, ref, key })
    const [refs, body] = [JSON.stringify([...is]), JSON.stringify(after.body)]
    records.push({ area, key, kind: kindOf(key), scope, seq: ++given, rev, v, refs, body })
  }
  return { records, markers, entered, refsAdded, refsDropped, seq: given }
}
