/**
 * Walks the hash chain of one area's trail from its first op to its last.
 *
 * Reads in pages: memory stays the same for any length of trail. A payload that was blanked together with its salt is no
 * fault: an erasure does that, and the discarding of superseded notes; its hash stands. Rule: sync.md, "Hub tables".
 */
import type { Kysely } from 'kysely'
import * as z from 'zod'
import { err, ok, type Result } from '../../core/result'
import type { Schema } from '../db/schema'
import { entryHash, FIRST_HASH, payloadHash } from '../sync/trail'

const PAGE_OPS = 1_000

/** Where something is not as it was written, and in what. */
export interface Break {
  /** The op, counted from 1; `null` where the fault is in no op. */
  readonly position: number | null
  readonly why: string
}

export interface Walk {
  readonly ops: number
  readonly head: string
  readonly blanked: number
  /** By device: the highest number of an op of it, and where that stands. */
  readonly lastOf: ReadonlyMap<string, { readonly n: number; readonly position: number }>
}

/** What of an op the chain covers. */
export const TrailRow = z.object({
  area: z.string(),
  position: z.number(),
  device: z.string(),
  n: z.number(),
  op_id: z.string(),
  actor: z.string(),
  at_device: z.string(),
  at_hub: z.string(),
  kind: z.string(),
  field: z.nullable(z.string()),
  key: z.nullable(z.string()),
  rev: z.nullable(z.number()),
  outcome: z.string(),
  refusal: z.nullable(z.string()),
  salt: z.nullable(z.string()),
  payload: z.nullable(z.string()),
  payload_hash: z.string(),
  prev_hash: z.string(),
  hash: z.string(),
})
export type TrailRow = z.infer<typeof TrailRow>

export async function walkTrail(db: Kysely<Schema>, area: string): Promise<Result<Walk, Break>> {
  const lastOf = new Map<string, { n: number; position: number }>()
  let ops = 0
  let head = FIRST_HASH
  let blanked = 0
  for (;;) {
    const page = await db
      .selectFrom('op')
      .selectAll()
      .where('area', '=', area)
      .where('position', '>', ops)
      .orderBy('position')
      .limit(PAGE_OPS)
      .execute()
    for (const row of page) {
      const why = whyOpBroken(row, { ops, head })
      if (why !== null) return err({ position: ops + 1, why })
      ops += 1
      head = row.hash
      if (row.payload === null) blanked += 1
      if (row.n > (lastOf.get(row.device)?.n ?? 0)) lastOf.set(row.device, { n: row.n, position: row.position })
    }
    if (page.length < PAGE_OPS) break
  }
  return ok({ ops, head, blanked, lastOf })
}

/** @param before how many ops came before this one, and the hash of the last of them. */
export function whyOpBroken(row: TrailRow, before: Pick<Walk, 'ops' | 'head'>): string | null {
  if (row.position !== before.ops + 1) return 'An op is missing here, or not where it was written.'
  if (row.prev_hash !== before.head) return 'This op does not follow the one before it.'
  if ((row.salt === null) !== (row.payload === null)) return 'Half of what this op carried is gone.'
  if (row.salt !== null && row.payload !== null && payloadHash(row.salt, row.payload) !== row.payload_hash) {
    return 'What this op carried was changed.'
  }
  return entryHash(row) === row.hash ? null : 'This op was changed.'
}
