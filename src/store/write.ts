/**
 * Does what a person asked for: loads what the op reads, decides, and stores the changed rows and the pending op in one
 * durable transaction. Only when that transaction is complete is anything called saved.
 *
 * Effects: IndexedDB, clock, ids. Working alone, this device is its own hub and draws the consequences too.
 * Rule: architecture.md, "From a click to the manager's chart", steps 2 to 4.
 */

import type { Table } from 'dexie'
import { Member } from '../core/access/member'
import { also, asks, consequences } from '../core/ops/consequences'
import { type Change, type Ctx, type Key, kindOf, type OpSpec, type Row, type Rows } from '../core/ops/op'
import type { Refusal } from '../core/ops/refusal'
import { OPS, type OpData, type OpKind } from '../core/ops/registry'
import { err, ok, type Result } from '../core/result'
import { listWrittenRows, type RowWritten } from './columns'
import { type Device, openRow, placeOf, remember, type Session } from './device'
import { fenceAround, isStillWriter } from './draft-fence'
import { newId, now } from './ids'
import { beginSaving } from './save-state'
import { type StorageRefusal, storageRefusal } from './storage-refusal'
import type { StoredRow, Tables } from './tables'

export interface Act<K extends OpKind> {
  readonly kind: K
  readonly data: OpData<K>
}

/**
 * What an auditor does with every key and click. None of it shows in a list of audits (core/audit/audit-entry.ts), so
 * these writes have nothing to do with lists; every other op keeps them up to date, those still to come included.
 */
const UNLISTED: ReadonlySet<OpKind> = new Set(['rating.set', 'note.set', 'facts.set', 'grade.override'])

/** Every table an op may write: what a transaction around `perform` must hold. */
export function tablesOfOps({ rows, ops, columns, lists }: Tables): Table[] {
  return [rows, ops, columns, lists]
}

/**
 * Performs one op as the member of the session.
 * @returns when the change is durable on this device; otherwise why it was not done. Nothing partial is ever stored.
 */
export async function perform<K extends OpKind>(
  device: Device,
  who: Session,
  act: Act<K>,
): Promise<Result<true, Refusal | StorageRefusal>> {
  const finish = beginSaving()
  try {
    const result = await decideAndStore(device, who, act)
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
): Promise<Result<true, Refusal | StorageRefusal>> {
  // Kind and data belong together by the type of Act; the registry cannot say so for a kind known only at run time.
  const spec = OPS[act.kind] as unknown as OpSpec<unknown>
  const data = spec.data.parse(act.data)
  const at = now()
  const opId = newId()
  const { tables } = device
  const written: RowWritten[] = []
  const isListed = !UNLISTED.has(act.kind)
  const fence = fenceAround(device, act.kind, data)
  const scope = isListed ? tablesOfOps(tables) : [tables.rows, tables.ops]
  const result = await tables.transaction('rw', fence ? [...scope, tables.local] : scope, async () => {
    const actorKey: Key = `member/${who.memberId}`
    const keys: Key[] = [...new Set([actorKey, ...spec.reads(data)])]
    const field = spec.field ? `${act.kind}:${spec.field(data)}` : opId
    // Asked together and written together: every wait for the database is felt under a click (performance.md, goal 4).
    const [isWriter, stored, replaced] = await Promise.all([
      !fence || isStillWriter(device, fence),
      tables.rows.bulkGet(keys),
      spec.field ? tables.ops.where('field').equals(field).primaryKeys() : [],
    ])
    if (!isWriter) return err({ type: 'TakenOver' } as const)
    const held = new Map<Key, Row>()
    for (const row of stored) if (row) held.set(row.key, openRow(device, row))
    const decision = spec.decide(ctxOf(held.get(actorKey), who, at), readerOf(held, keys), data)
    if (!decision.ok) return decision
    const sealed = device.vault.seal({ opId, at, kind: act.kind, data }, `op|${who.areaId}|${opId}`)
    await Promise.all([
      put(device, who.areaId, decision.value, held, written),
      tables.ops.bulkDelete(replaced),
      tables.ops.add({ opId, area: who.areaId, kind: act.kind, field, sealed }),
    ])
    await release(device, who.areaId, decision.value, written, at)
    if (isListed) await listWrittenRows(device, written)
    return ok(true as const)
  })
  // Only what is durable is remembered: a transaction that failed leaves no trace in the cache.
  if (result.ok) for (const { key, rev, body } of written) remember(device, key, rev, body)
  return result
}

function ctxOf(actor: Row | undefined, who: Session, at: string): Ctx {
  const member = actor && Member.parse(actor.body)
  return { actor: who.memberId, roles: member?.active ? member.roles : [], at }
}

/** Working alone, a row this device does not have does not exist. */
function readerOf(held: ReadonlyMap<Key, Row>, keys: readonly Key[]): Rows {
  return {
    get: (key) => held.get(key) ?? (keys.includes(key) ? 'absent' : 'unknown'),
    list: (ref) => [...held.values()].filter(({ refs }) => refs.includes(ref)),
  }
}

async function put(
  device: Device,
  area: string,
  changes: readonly Change[],
  held: ReadonlyMap<Key, Row>,
  written: RowWritten[],
): Promise<void> {
  const unread = changes.map(({ key }) => key).filter((key) => !held.has(key))
  const others = unread.length > 0 ? await device.tables.rows.bulkGet(unread) : []
  const revs = new Map(others.flatMap((row) => (row ? [[row.key, row.rev] as const] : [])))
  const rows = changes.map((change): StoredRow => {
    const rev = (held.get(change.key)?.rev ?? revs.get(change.key) ?? 0) + 1
    const { key, scope, refs } = change
    written.push({ key, scope, rev, body: change.body })
    const sealed = device.vault.seal(change.body, placeOf({ area, key, scope, rev }))
    return { key, kind: kindOf(key), area, scope, refs: [...refs], rev, v: 1, sealed }
  })
  await device.tables.rows.bulkPut(rows)
}

async function release(
  device: Device,
  area: string,
  changes: readonly Change[],
  written: RowWritten[],
  at: string,
): Promise<void> {
  for (const asked of asks(changes)) {
    const stored = await device.tables.rows.where('refs').equals(asked).toArray()
    const held = new Map(stored.map((row) => [row.key, openRow(device, row)]))
    const keys: Key[] = []
    const rows = readerOf(held, keys)
    for (
      let wanted: Key[] = [asked];
      wanted.length > 0;
      wanted = also(asked, rows).filter((key) => !keys.includes(key))
    ) {
      keys.push(...wanted)
      for (const row of await device.tables.rows.bulkGet(wanted)) if (row) held.set(row.key, openRow(device, row))
    }
    const moved = consequences(asked, rows, at)
    if (moved.length > 0) await put(device, area, moved, held, written)
  }
}
