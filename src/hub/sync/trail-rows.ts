/**
 * The ops of a batch as rows of the trail, chained to what was there.
 *
 * Pure: salts are arguments. Of a refused op only what it was and its hash are kept: its words were not accepted, and may be
 * those a note was stopped for or an erasure took away.
 */
import type { WireOp } from '../../wire/protocol'
import type { Schema } from '../db/schema'
import type { Judged } from './judge'
import { entryHash, payloadHash } from './trail'

export type TrailRow = Schema['op']

export interface Trail {
  /** How many ops it holds. */
  readonly ops: number
  /** The hash of the last. */
  readonly head: string
}

export interface Entry {
  readonly op: WireOp
  readonly judged: Judged
  /** 128 random bits in hexadecimal. */
  readonly salt: string
}

export interface EntryOf {
  readonly area: string
  readonly device: string
  readonly actor: string
  readonly at: string
}

/** @returns the rows, and the trail after them. */
export function trailRows(
  entries: readonly Entry[],
  { area, device, actor, at }: EntryOf,
  trail: Trail,
): { readonly rows: readonly TrailRow[]; readonly trail: Trail } {
  const rows: TrailRow[] = []
  let { head } = trail
  for (const { op, judged, salt } of entries) {
    const payload = JSON.stringify(op.data ?? null)
    const entry = {
      area,
      position: trail.ops + rows.length + 1,
      device,
      n: op.n,
      op_id: op.opId,
      actor,
      at_device: op.at,
      at_hub: at,
      kind: op.kind,
      field: judged.field,
      key: judged.key,
      rev: judged.rev,
      outcome: judged.outcome,
      refusal: judged.refusal === null ? null : JSON.stringify(judged.refusal),
      payload_hash: payloadHash(salt, payload),
      prev_hash: head,
    }
    head = entryHash(entry)
    const kept = judged.outcome === 'refused' ? { salt: null, payload: null } : { salt, payload }
    rows.push({ ...entry, ...kept, hash: head })
  }
  return { rows, trail: { ops: trail.ops + rows.length, head } }
}
