/**
 * The protocol between a device and its hub: ops up (what people did), rows down (what is true now). JSON over HTTPS.
 *
 * Pure schemas. A row has one scope; the hub authorises scopes, never single rows. The rules, each with what breaks
 * without it (the figures are failing runs of the simulation in tests/sync):
 *
 *  1. A push batch is one transaction: decide, write rows, write the trail, advance the device's counter.
 *  2. `n <= last` answers the stored outcome; `n > last + 1` is a gap. A refused op advances `n` and is logged: otherwise one
 *     bad op blocks a device for ever.
 *  3. `opId` is unique in the area, independent of device and `n`. The same (device, n) with another `opId` is a copied
 *     browser profile: the device takes a new id, numbers anew and keeps its `opId`s.
 *  4. `seq` comes from the area's own row, locked inside the writing transaction, so commit order is `seq` order. A pull
 *     reads one snapshot.
 *  5. A row that moves to another scope is a `put` there and a `gone` marker in the old, in the same transaction.
 *  6. A device applies a `drop` only if its row still has that scope: an author reads both scopes and would lose the row.
 *  7. A scope that is no longer allowed is `gone`: the device deletes all rows of it. A new scope is a reset from 0.
 *  8. A reset over several pages carries `drop`s after its first page and begins again (`from: 0`) when the floor rises past
 *     it. Its cursor carries the floor of its beginning: a reset begins below a floor that rose before, and without that
 *     would begin again for ever. Rows not seen during a reset are swept at its end.
 *  9. `gone` markers older than 180 days may be pruned; that raises the scope's floor; a cursor below it gets a reset.
 * 10. A pending op is forgotten only when a complete pull (`more` false everywhere) says `acked >= n`: otherwise the screen
 *     jumps back.
 * 11. A device keeps the hub's truth apart from its pending ops; the screen shows truth with the pending ops replayed
 *     through the same `decide`.
 * 12. `epoch` names the area's life on the hub. After a restore it changes: devices reset every scope and send again what
 *     they kept (30 days after acknowledgement); `opId` removes doubles. `seq` is never compared across epochs.
 *
 * Within one protocol number only additions. A breaking change is PROTOCOL + 1; a hub takes the ops of the number before
 * for at least six months and answers its pulls with 426.
 */
import * as z from 'zod/mini'

export const PROTOCOL = 1
export const LEAST_PROTOCOL = 1

/** A push holds at most this; a single op may be larger than the bytes of a batch, up to MOST_OP_BYTES. */
export const MOST_OPS = 200
export const MOST_BATCH_BYTES = 256 * 1024
export const MOST_OP_BYTES = 4 * 1024 * 1024
export const MOST_PAGE_ROWS = 2_000
export const KEEP_ACKED_DAYS = 30

const Id = z.string().check(z.minLength(1), z.maxLength(200))
const Count = z.number().check(z.int(), z.nonnegative())
const Time = z.string().check(z.maxLength(40))

export const WireOp = z.object({
  opId: Id,
  /** The device's counter: 1, 2, 3 … given when a batch is frozen. */
  n: z.number().check(z.int(), z.positive()),
  /** The device's time; the hub stamps its own beside it. */
  at: Time,
  kind: Id,
  /** `rev` of the row it changes, as the hub had sent it when the op was made; 0 for a row the hub had not sent. */
  base: Count,
  data: z.unknown(),
})
export type WireOp = z.infer<typeof WireOp>

export const PushRequest = z.object({
  protocol: Count,
  area: Id,
  device: Id,
  ops: z.array(WireOp).check(z.maxLength(MOST_OPS)),
})
export type PushRequest = z.infer<typeof PushRequest>

/** A refusal of core/ops/refusal.ts, or one that only a hub gives; a newer hub may know more. */
export const WireRefusal = z.looseObject({ type: z.string() })
export type WireRefusal = z.infer<typeof WireRefusal>

export const OpOutcome = z.discriminatedUnion('outcome', [
  z.object({ n: Count, outcome: z.literal('applied') }),
  /** Applied over another device's change of the same field. */
  z.object({ n: Count, outcome: z.literal('overlap') }),
  z.object({ n: Count, outcome: z.literal('refused'), refusal: WireRefusal }),
])
export type OpOutcome = z.infer<typeof OpOutcome>

/** 200. */
export const PushAnswer = z.object({ last: Count, results: z.array(OpOutcome) })
export type PushAnswer = z.infer<typeof PushAnswer>

/** 409: nothing of the batch was taken. */
export const PushConflict = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Gap'), expected: Count }),
  z.object({ type: z.literal('Forked') }),
])
export type PushConflict = z.infer<typeof PushConflict>

/** Up to which `seq` a device has a scope; `resetAt` while a reset of it is under way, with the `floor` of its pages. */
export const Cursor = z.union([Count, z.object({ resetAt: Count, floor: z.optional(Count) })])
export type Cursor = z.infer<typeof Cursor>

export const PullRequest = z.object({
  protocol: Count,
  area: Id,
  device: Id,
  /** `null` before the first pull. */
  epoch: z.nullable(Id),
  limit: Count,
  cursors: z.record(Id, Cursor),
  /** The highest `n` whose refusals this device knows: later ones are told again. */
  known: Count,
  /** What the device still has to send: kept by the hub, so that a loss can be named. */
  waiting: z.object({ count: Count, oldestAt: z.nullable(Time) }),
})
export type PullRequest = z.infer<typeof PullRequest>

export const PulledEntry = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('put'),
    key: Id,
    seq: Count,
    rev: Count,
    v: Count,
    refs: z.array(Id),
    body: z.unknown(),
  }),
  /** `moved` to another scope, or `erased` for good: then everything kept about the key goes too. */
  z.object({ op: z.literal('drop'), key: Id, seq: Count, reason: z.enum(['moved', 'erased']) }),
])
export type PulledEntry = z.infer<typeof PulledEntry>

export const PulledScope = z.object({
  id: Id,
  mode: z.enum(['delta', 'reset']),
  /** The `seq` after which this page begins; 0 in a reset begins it (again). */
  from: Count,
  /** The cursor after this page. */
  seq: Count,
  /** Of a reset: the floor of the scope when it began; left out when 0. */
  floor: z.optional(Count),
  more: z.boolean(),
  /** In the order of their `seq`. */
  entries: z.array(PulledEntry),
})
export type PulledScope = z.infer<typeof PulledScope>

export const PullAnswer = z.object({
  epoch: Id,
  hubTime: Time,
  /** Protocol numbers this hub takes. */
  accepts: z.object({ least: Count, most: Count }),
  /** The device's counter as the hub has it. */
  acked: Count,
  refused: z.array(z.object({ n: Count, opId: Id, refusal: WireRefusal })),
  scopes: z.array(PulledScope),
  gone: z.array(Id),
})
export type PullAnswer = z.infer<typeof PullAnswer>

/** Every other answer that is not 2xx: what was wrong, in one sentence, and never a word of anybody's records. */
export const HubProblem = z.looseObject({ type: z.string(), message: z.optional(z.string()) })
export type HubProblem = z.infer<typeof HubProblem>
