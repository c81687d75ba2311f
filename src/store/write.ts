/**
 * Does what a person asked for: loads what the op reads, decides, and stores the changed rows and the pending op in one
 * durable transaction. Only when that transaction is complete is anything called saved.
 *
 * Effects: IndexedDB, clock, ids. Working alone, this device is its own hub and draws the consequences too; joined to a hub,
 * it keeps what the hub sent last beside what it shows (rule 11 of wire/protocol.ts).
 * Rule: architecture.md, "From a click to the manager's chart", steps 2 to 4.
 */

import type { Table } from 'dexie'
import { Member } from '../core/access/member'
import type { Ctx, Key, OpSpec, Row } from '../core/ops/op'
import type { Refusal } from '../core/ops/refusal'
import { OPS, type OpData, type OpKind } from '../core/ops/registry'
import { err, ok, type Result } from '../core/result'
import { listWrittenRows } from './columns'
import { BODY_VERSION, type Device, openRow, remember, type Session } from './device'
import { fenceAround, isStillWriter } from './draft-fence'
import { drawConsequences, drawLater } from './draw-consequences'
import { isLeftToHub, readerOf } from './held-here'
import { newId, now } from './ids'
import { sealOp } from './pending'
import { putChanges, type Stored } from './put-rows'
import { beginSaving } from './save-state'
import { type StorageRefusal, storageRefusal } from './storage-refusal'
import type { PendingOp, StoredRow, StoredSync, Tables } from './tables'

export interface Act<K extends OpKind> {
  readonly kind: K
  readonly data: OpData<K>
}

/**
 * What an auditor does with every key and click. None of it shows in a list of audits (core/audit/audit-entry.ts), so
 * these writes have nothing to do with lists; every other op keeps them up to date, those still to come included.
 */
const UNLISTED: ReadonlySet<OpKind> = new Set(['rating.set', 'note.set', 'facts.set', 'grade.override'])

/**
 * What these set, none of them looks at: they may change places. Before any other op, what was done stays as it was: a
 * submission must find the ratings it was made with.
 */
const INDEPENDENT: ReadonlySet<OpKind> = new Set(['rating.set', 'note.set', 'facts.set'])

/** Every table an op may write: what a transaction around `perform` must hold. */
export function tablesOfOps({ rows, ops, columns, lists, truth, sync }: Tables): Table[] {
  return [rows, ops, columns, lists, truth, sync]
}

export interface PerformOptions {
  /** The hub's `rev` of the row when the person began what is stored now; left out: as the row stands. */
  readonly base?: number
}

/**
 * Performs one op as the member of the session.
 * @returns when the change is durable on this device; otherwise why it was not done. Nothing partial is ever stored.
 */
export async function perform<K extends OpKind>(
  device: Device,
  who: Session,
  act: Act<K>,
  options: PerformOptions = {},
): Promise<Result<true, Refusal | StorageRefusal>> {
  const finish = beginSaving()
  try {
    const result = await decideAndStore(device, who, act, options)
    finish(true)
    return result
  } catch (cause) {
    finish(false)
    return err(storageRefusal(cause))
  }
}

async function decideAndStore<K extends OpKind>(
  device: Device,
  who: Session,
  act: Act<K>,
  options: PerformOptions,
): Promise<Result<true, Refusal | StorageRefusal>> {
  // Kind and data belong together by the type of Act; the registry cannot say so for a kind known only at run time.
  const spec = OPS[act.kind] as unknown as OpSpec<unknown>
  const data = spec.data.parse(act.data)
  const at = now()
  const opId = newId()
  const { tables, isJoined } = device
  const written: Stored[] = []
  const isListed = !UNLISTED.has(act.kind)
  const fence = fenceAround(device, act.kind, data)
  const clicked = isJoined ? [tables.rows, tables.ops, tables.truth, tables.sync] : [tables.rows, tables.ops]
  const scope: Table[] = isListed ? tablesOfOps(tables) : clicked
  const result = await tables.transaction('rw', fence ? [...scope, tables.local] : scope, async () => {
    const actorKey: Key = `member/${who.memberId}`
    const reads = spec.reads(data)
    const keys: Key[] = [...new Set([actorKey, ...reads])]
    const lists = [...(spec.lists?.(data) ?? [])]
    const field = spec.field ? `${act.kind}:${spec.field(data)}` : opId
    // Asked together and written together: every wait for the database is felt under a click (performance.md, goal 4).
    const [isWriter, stored, referring, replaced] = await Promise.all([
      !fence || isStillWriter(device, fence),
      tables.rows.bulkGet(keys),
      lists.length > 0 ? tables.rows.where('refs').anyOf(lists).toArray() : [],
      spec.field ? tables.ops.where('field').equals(field).toArray() : [],
    ])
    if (!isWriter) return err({ type: 'TakenOver' } as const)
    const found = new Map<Key, StoredRow>()
    for (const row of [...stored, ...referring]) if (row) found.set(row.key, row)
    const unreadable = [...found.values()].find(({ v }) => v > BODY_VERSION)
    // A record this app cannot read is never worked on: a newer app can.
    if (unreadable) return err({ type: 'NotHeldHere', key: unreadable.key } as const)
    const held = new Map([...found].map(([key, row]): [Key, Row] => [key, openRow(device, row)]))
    const decision = spec.decide(ctxOf(held.get(actorKey), who, at), readerOf(held, keys), data)
    const isUndecided = !decision.ok && isJoined && isLeftToHub(decision, await scopesOf(device))
    if (!decision.ok && !isUndecided) return decision
    const changes = decision.ok ? decision.value : []
    const op: Omit<PendingOp, 'order'> = {
      opId,
      area: who.areaId,
      kind: act.kind,
      field,
      sealed: sealOp(device, who.areaId, { opId, at, kind: act.kind, data }),
      ...(isJoined && { base: replaced[0]?.base ?? options.base ?? (reads[0] && found.get(reads[0])?.hub) ?? 0 }),
      ...(isUndecided && { isUndecided }),
    }
    if (isJoined && !INDEPENDENT.has(act.kind)) await settleEarlier(device, field)
    await Promise.all([
      putChanges(device, who.areaId, changes, found, written),
      tables.ops.bulkDelete(replaced.map(({ order }) => order)),
      tables.ops.add(op),
    ])
    if (!isJoined && isListed) await drawConsequences(device, { area: who.areaId, at }, changes, written)
    if (isListed) await listWrittenRows(device, written)
    return ok(true as const)
  })
  // Only what is durable is remembered: a transaction that failed leaves no trace in the cache.
  if (result.ok) for (const row of written) remember(device, row, row.body)
  if (result.ok && !isJoined && !isListed) drawLater(device, { area: who.areaId, at }, written)
  return result
}

function ctxOf(actor: Row | undefined, who: Session, at: string): Ctx {
  const member = actor && Member.parse(actor.body)
  return { actor: who.memberId, roles: member?.active ? member.roles : [], at }
}

async function scopesOf({ tables }: Device): Promise<StoredSync['scopes']> {
  return (await tables.sync.get('sync'))?.scopes ?? {}
}

/** How the fields of those ops begin that a later one may take the place of. */
const REPLACEABLE = Object.entries(OPS).flatMap(([kind, spec]) => ('field' in spec ? [`${kind}:`] : []))

/** From here on no later op takes the place of an unsent one, but for those that set the same field. */
async function settleEarlier({ tables }: Device, field: string): Promise<void> {
  await tables.ops
    .where('field')
    .startsWithAnyOf(REPLACEABLE)
    .filter((op) => op.field !== field)
    .modify((op) => {
      op.field = op.opId
    })
}
