/**
 * Sends what this device has done, oldest first, in frozen batches: what was given a number never changes until the hub has
 * answered for it.
 *
 * Effects: IndexedDB, the transport. Rules 1, 2 and 3 of wire/protocol.ts.
 */
import type { Device } from '../store/device'
import { openOp } from '../store/pending'
import type { PendingOp, StoredSync } from '../store/tables'
import {
  MOST_BATCH_BYTES,
  MOST_OP_BYTES,
  MOST_OPS,
  type OpOutcome,
  PROTOCOL,
  type PushConflict,
  type WireOp,
} from '../wire/protocol'
import { sendBlobs } from './blobs'
import { type Cycle, ownState } from './own-cycle'
import { rebase } from './rebase'
import { moveToRefused } from './refused-ops'
import { afterConflict } from './requeue'
import type { HubRefusal, Transport } from './transport'

/** A hub that answers with one conflict after the other does not hold a device up for ever. */
const MOST_CONFLICTS = 5

export type PushEnd =
  | { readonly type: 'sent' }
  | { readonly type: 'late' }
  | { readonly type: 'superseded' }
  | { readonly type: 'refused'; readonly refusal: HubRefusal }

/** Until nothing is left to send. @param isLate asked before each batch */
export async function pushAll(
  device: Device,
  transport: Transport,
  cycle: Cycle,
  isLate: () => boolean,
): Promise<PushEnd> {
  let conflicts = 0
  let after = 0
  while (!isLate() && conflicts <= MOST_CONFLICTS) {
    const frozen = await freeze(device, cycle, after)
    if (frozen === null) return { type: 'superseded' }
    const { state, batch } = frozen
    if (batch.length === 0) return { type: 'sent' }
    const ops = batch.map(({ wire }) => wire)
    const lacking = await sendBlobs(
      device,
      transport,
      state.area,
      batch.map(({ op }) => op),
    )
    if (!lacking.ok) return { type: 'refused', refusal: lacking.error }
    const pushed =
      lacking.value.length > 0
        ? null
        : await transport.push({ protocol: PROTOCOL, area: state.area, device: state.device, ops })
    let isOwn: boolean
    if (pushed === null) {
      isOwn = await store(device, cycle, (own) => refuseAll(device, cycle, own, lacking.value))
    } else if (pushed.ok) {
      const { results } = pushed.value
      isOwn = await store(device, cycle, (own) => takeOutcomes(device, cycle, own, batch, results))
      after = batch.at(-1)?.op.order ?? after
    } else if (isConflict(pushed.error)) {
      const conflict = pushed.error
      isOwn = await store(device, cycle, (own) => takeConflict(device, cycle, own, conflict))
      conflicts += 1
      after = 0
    } else return { type: 'refused', refusal: pushed.error }
    if (!isOwn) return { type: 'superseded' }
  }
  return { type: 'late' }
}

export interface FrozenOp {
  readonly op: PendingOp
  readonly wire: WireOp
}

/**
 * Numbers the next batch, in one transaction with the counter. Ops that have a number and no outcome keep it: their answer
 * was lost on the way. @returns `null` when another cycle has taken over.
 */
async function freeze(
  device: Device,
  cycle: Cycle,
  after: number,
): Promise<{ readonly state: StoredSync; readonly batch: readonly FrozenOp[] } | null> {
  const { ops, refused, sync } = device.tables
  return device.tables.transaction('rw', [ops, refused, sync], async () => {
    const state = await ownState(device, cycle)
    if (!state) return null
    const waiting = await ops
      .where('order')
      .above(after)
      .filter(({ outcome }) => outcome === undefined)
      .limit(MOST_OPS)
      .toArray()
    const batch: FrozenOp[] = []
    let { counter } = state
    let bytes = 0
    for (const op of waiting) {
      const n = op.n ?? counter + 1
      const wire = wireOf(device, op, n)
      const size = sizeOf(wire)
      if (size > MOST_OP_BYTES && op.n === undefined) {
        await moveToRefused(device, op, { type: 'TooLarge' }, cycle.now())
        continue
      }
      bytes += size
      if (bytes > MOST_BATCH_BYTES && batch.length > 0) break
      batch.push({ op: { ...op, n, field: op.opId }, wire })
      counter = Math.max(counter, n)
    }
    await ops.bulkPut(batch.map(({ op }) => op))
    await sync.put({ ...state, counter })
    return { state: { ...state, counter }, batch }
  })
}

function wireOf(device: Device, op: PendingOp, n: number): WireOp {
  const { opId, at, kind, data } = openOp(device, op)
  return { opId, n, at, kind, base: op.base ?? 0, data }
}

function sizeOf(wire: WireOp): number {
  return new TextEncoder().encode(JSON.stringify(wire)).length
}

type Take = (state: StoredSync) => Promise<StoredSync | null>

/**
 * Stores what an answer said, in one transaction with what the screen shows then.
 * @param take answers where the device stands then, or `null` when what is shown stays the same.
 * @returns whether the cycle still had the fence.
 */
async function store(device: Device, cycle: Cycle, take: Take): Promise<boolean> {
  const { rows, truth, ops, kept, refused, columns, lists, sync } = device.tables
  return device.tables.transaction('rw', [rows, truth, ops, kept, refused, columns, lists, sync], async () => {
    const state = await ownState(device, cycle)
    if (!state) return false
    const next = await take(state)
    if (next) await rebase(device, next)
    return true
  })
}

async function takeOutcomes(
  device: Device,
  cycle: Cycle,
  state: StoredSync,
  batch: readonly FrozenOp[],
  results: readonly OpOutcome[],
): Promise<StoredSync | null> {
  let isAnyRefused = false
  for (const result of results) {
    const sent = batch.find(({ wire }) => wire.n === result.n)
    if (!sent) continue
    if (result.outcome === 'refused') {
      isAnyRefused = true
      await moveToRefused(device, sent.op, result.refusal, cycle.now())
    } else await device.tables.ops.update(sent.op.order, { outcome: result.outcome })
  }
  return isAnyRefused ? state : null
}

async function takeConflict(
  device: Device,
  cycle: Cycle,
  state: StoredSync,
  conflict: PushConflict,
): Promise<StoredSync> {
  const next = await afterConflict(device, state, conflict, cycle.newId)
  await device.tables.sync.put(next)
  return next
}

/** No hub will ever take these: what they name is nowhere. */
async function refuseAll(
  device: Device,
  cycle: Cycle,
  state: StoredSync,
  ops: readonly PendingOp[],
): Promise<StoredSync> {
  for (const op of ops) await moveToRefused(device, op, { type: 'MissingBlobs' }, cycle.now())
  return state
}

function isConflict(error: PushConflict | HubRefusal): error is PushConflict {
  return error.type === 'Gap' || error.type === 'Forked'
}
