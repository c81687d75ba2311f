/**
 * Takes what a device did. One transaction for a batch: all of it is in the trail and its rows are written, or nothing is.
 *
 * Effects: SQL. Rules 1 to 5 of wire/protocol.ts. Any throw is a fault of this program and takes the whole batch back.
 */
import { Member } from '../../core/access/member'
import { bodyOf, type Key, type Rows } from '../../core/ops/op'
import { err, ok, type Result } from '../../core/result'
import {
  type OpOutcome,
  type PushAnswer,
  type PushConflict,
  type PushRequest,
  type WireOp,
  WireRefusal,
} from '../../wire/protocol'
import { type HubTransaction, lockArea, writeTransaction } from '../db/transactions'
import type { Caller, Hub } from '../hub'
import { hasPlainIds, mayComeFromDevice } from './asked-op'
import { inParts } from './in-parts'
import type { Doer } from './judge'
import { checkOrder } from './order'
import type { PushRefusal } from './refusal'
import { lastAfter } from './rules'
import { takeBatch } from './take-batch'
import type { TrailRow } from './trail-rows'

const NOTHING_WAITING = JSON.stringify({ count: 0, oldestAt: null })

type Pushed = Result<PushAnswer, PushConflict | PushRefusal>

/** @param caller whose token was checked for `request.area`. */
export async function push(hub: Hub, caller: Caller, request: PushRequest): Promise<Pushed> {
  if (!hasPlainIds(request.area, request.device, request.ops)) return err({ type: 'Malformed' })
  if (request.area !== caller.area) return err({ type: 'UnknownArea' })
  let isNews = false
  const pushed = await writeTransaction(
    hub.db,
    async (trx): Promise<Pushed> => {
      const area = await lockArea(trx, caller.area)
      if (!area) return err({ type: 'UnknownArea' })
      const device = await deviceOf(trx, caller, request.device)
      if (!device.ok) return device
      const { last, isNew } = device.value

      const known = await knownOps(trx, caller, request)
      const order = checkOrder(last, request.ops, (opId) => known.has(opId))
      if (!order.ok) return order

      const fresh = firstOfEach(request.ops).filter(({ opId }) => !known.has(opId))
      const doer = memberAsDoer(caller.member, request.device)
      const batch = await takeBatch(trx, hub, { area, doer, ops: fresh })
      if (!batch.ok) return batch
      isNews = batch.value.isNews
      const outcomes = new Map([...known, ...batch.value.outcomes])
      const results = request.ops.map(({ n, opId }) => ({ ...outcomeIn(outcomes, opId), n }))
      const reached = results.reduce((reach, { n, outcome }) => lastAfter(reach, n, outcome), last)
      await writeDevice(trx, hub, caller, { id: request.device, isNew, last: reached })
      return ok({ last: reached, results })
    },
    caller.area,
  )
  if (isNews) hub.db.notify(caller.area)
  return pushed
}

/** A member of the area, as its own record has them at this moment of the batch. */
function memberAsDoer(member: string, device: string): Doer {
  const memberKey: Key = `member/${member}`
  return {
    device,
    actor: member,
    mayDo: mayComeFromDevice,
    memberKey,
    roles: (rows: Rows) => {
      const row = rows.get(memberKey)
      if (typeof row === 'string') return null
      const { active, roles } = bodyOf(Member, row)
      return active ? roles : null
    },
  }
}

/** A device that another member uses is a copied profile, and is told nothing of theirs. */
async function deviceOf(
  trx: HubTransaction,
  { area, member }: Caller,
  id: string,
): Promise<Result<{ readonly last: number; readonly isNew: boolean }, PushConflict | PushRefusal>> {
  const device = await trx
    .selectFrom('device')
    .select(['member', 'last_n', 'revoked'])
    .where('area', '=', area)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!device) return ok({ last: 0, isNew: true })
  if (device.member !== member) return err({ type: 'Forked' })
  return device.revoked ? err({ type: 'Revoked' }) : ok({ last: device.last_n, isNew: false })
}

/** What became of the ops of this batch that the area has already; of another member's op, only that it is not theirs. */
async function knownOps(
  trx: HubTransaction,
  { area, member }: Caller,
  { ops }: PushRequest,
): Promise<ReadonlyMap<string, OpOutcome>> {
  const ids = ops.map(({ opId }) => opId)
  const found = await inParts(ids, (part) =>
    trx
      .selectFrom('op')
      .select(['op_id', 'actor', 'n', 'outcome', 'refusal'])
      .where('area', '=', area)
      .where('op_id', 'in', part)
      .execute(),
  )
  return new Map(found.map((op) => [op.op_id, storedOutcome(op, op.actor === member)]))
}

function storedOutcome(op: Pick<TrailRow, 'n' | 'outcome' | 'refusal'>, isOwn: boolean): OpOutcome {
  const { n, outcome } = op
  if (!isOwn) return { n, outcome: 'refused', refusal: { type: 'Forbidden' } }
  if (outcome !== 'refused') return { n, outcome }
  return { n, outcome, refusal: WireRefusal.parse(JSON.parse(op.refusal ?? '{}')) }
}

function firstOfEach(ops: readonly WireOp[]): readonly WireOp[] {
  const met = new Set<string>()
  return ops.filter(({ opId }) => !met.has(opId) && met.add(opId))
}

function outcomeIn(outcomes: ReadonlyMap<string, OpOutcome>, opId: string): OpOutcome {
  const outcome = outcomes.get(opId)
  if (!outcome) throw new Error('an op of the batch was not judged')
  return outcome
}

async function writeDevice(
  trx: HubTransaction,
  hub: Hub,
  { area, member, session }: Caller,
  { id, isNew, last }: { readonly id: string; readonly isNew: boolean; readonly last: number },
): Promise<void> {
  const seen = { last_n: last, seen_at: hub.now() }
  if (!isNew) {
    await trx.updateTable('device').set(seen).where('area', '=', area).where('id', '=', id).execute()
    return
  }
  await trx
    .insertInto('device')
    .values({ area, id, member, name: '', session, ...seen, waiting: NOTHING_WAITING, revoked: 0 })
    .execute()
}
