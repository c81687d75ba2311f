/**
 * Puts one page of what is true now into the device's database, in one transaction: rows, cursors, what became of the ops,
 * and what the screen shows.
 *
 * Effects: IndexedDB. Rules 6, 7, 8, 10, 11 and 12 of wire/protocol.ts.
 */
import type { Key } from '../core/ops/op'
import { listWrittenRows, type RowWritten } from '../store/columns'
import { type Device, sealRow } from '../store/device'
import { isAbout } from '../store/pending'
import {
  type PendingOp,
  type RefusedOp,
  type StoredRow,
  type StoredSync,
  type TruthRow,
  truthOf,
} from '../store/tables'
import { KEEP_ACKED_DAYS, type PullAnswer } from '../wire/protocol'
import { type Cycle, ownState } from './own-cycle'
import { type PulledRows, readPage } from './pulled-rows'
import { rebase } from './rebase'
import { moveToRefused } from './refused-ops'
import { afterRestore } from './requeue'
import { isForgotten, isNewLife } from './rules'

/** No row is written so often between two pages. */
const REVS_APART = 1_000_000
/** The database stores these while the next are sealed. */
const ROWS_AT_ONCE = 100
const DAY_MS = 24 * 60 * 60 * 1000

export interface Applied {
  /** Nothing more is to be pulled. */
  readonly isComplete: boolean
  /** Rows and drops in the page. */
  readonly entries: number
}

/** @returns `null` when another cycle has taken over: nothing was written. */
export async function applyPage(device: Device, cycle: Cycle, answer: PullAnswer): Promise<Applied | null> {
  const { rows, truth, ops, kept, refused, columns, lists, sync } = device.tables
  const tables = [rows, truth, ops, kept, refused, columns, lists, sync]
  return device.tables.transaction('rw', tables, async () => {
    const before = await ownState(device, cycle)
    if (!before) return null
    const isNew = isNewLife(before.epoch, answer.epoch)
    const begun = isNew ? await afterRestore(device, before, answer) : { ...before, epoch: answer.epoch }
    const state: StoredSync = { ...begun, revs: begun.revs + REVS_APART }
    const isRefused = await takeRefusals(device, cycle, answer)
    const truthKeys = new Set(await truth.toCollection().primaryKeys())
    const page = await readPage(device, state.scopes, answer, truthKeys)
    await storeRows(device, state, page, truthKeys)
    const isErased = page.erased.size > 0 && (await purge(device, page.erased))
    const isComplete = answer.scopes.every(({ more }) => !more)
    const isForgetting = await forget(device, cycle, answer.acked, isComplete)
    const done = isComplete ? { known: answer.acked, completeAt: cycle.now() } : {}
    const next: StoredSync = { ...state, ...done, scopes: { ...page.scopes } }
    await sync.put(next)
    const changesTruth = [...page.rows.keys()].some((key) => truthKeys.has(key))
    const isAnew = isNew || isRefused || isErased || isForgetting
    if (isAnew || changesTruth || (isComplete && page.rows.size > 0)) await rebase(device, next)
    return { isComplete, entries: page.rows.size }
  })
}

/** Refusals whose answer to the push was lost. @returns whether there were any. */
async function takeRefusals(device: Device, cycle: Cycle, { refused }: PullAnswer): Promise<boolean> {
  let isAny = false
  for (const { opId, refusal } of refused) {
    const op = await device.tables.ops.where('opId').equals(opId).first()
    if (!op) continue
    isAny = true
    await moveToRefused(device, op, refusal, cycle.now())
  }
  return isAny
}

/** Rows that no pending op changes are shown as they come; of the others the truth is kept, and `rebase` shows them. */
async function storeRows(
  device: Device,
  { area, revs }: StoredSync,
  { rows, isNew }: PulledRows,
  truthKeys: ReadonlySet<Key>,
): Promise<void> {
  const { tables } = device
  const storing: PromiseLike<unknown>[] = []
  let puts: StoredRow[] = []
  const truths: TruthRow[] = []
  const written: RowWritten[] = []
  const removed: Key[] = []
  for (const [key, row] of rows) {
    const stored = row && { ...sealRow(device, { area, rev: revs, v: row.v }, row), hub: row.rev }
    if (truthKeys.has(key)) truths.push(truthOf(key, stored ?? undefined))
    else if (row && stored) {
      puts.push(stored)
      written.push({ key, scope: row.scope, isNew: isNew(key), body: row.body })
    } else removed.push(key)
    if (puts.length === ROWS_AT_ONCE) {
      storing.push(tables.rows.bulkPut(puts))
      puts = []
    }
  }
  storing.push(tables.rows.bulkPut(puts))
  if (removed.length > 0) storing.push(tables.rows.bulkDelete(removed))
  if (truths.length > 0) storing.push(tables.truth.bulkPut(truths))
  await Promise.all(storing)
  await listWrittenRows(device, written, removed)
}

/** Everything kept about keys that were erased for good; their rows are gone already. @returns true: ops may be missing. */
async function purge(device: Device, erased: ReadonlySet<Key>): Promise<true> {
  const { ops, kept, refused } = device.tables
  const isErased = (op: PendingOp | RefusedOp) => isAbout(device, op, erased)
  await ops.filter(isErased).delete()
  await kept.filter(isErased).delete()
  await refused.filter(isErased).delete()
  return true
}

/** Rule 10. @returns whether any op was acknowledged. */
async function forget(device: Device, cycle: Cycle, acked: number, isComplete: boolean): Promise<boolean> {
  const { ops, kept } = device.tables
  if (!isComplete) return false
  const until = new Date(Date.parse(cycle.now()) + KEEP_ACKED_DAYS * DAY_MS).toISOString()
  const forgotten = (await ops.toArray()).filter((op) => isForgotten(op, acked, isComplete))
  await kept.bulkPut(forgotten.map((op) => ({ ...op, until })))
  await ops.bulkDelete(forgotten.map(({ order }) => order))
  await kept.where('until').below(cycle.now()).delete()
  return forgotten.length > 0
}
