/**
 * What the screen shows: the hub's truth with the pending ops on top, each by the same `decide` that made it (rule 11 of
 * wire/protocol.ts). Run after the truth changed, or the ops did.
 *
 * Effects: IndexedDB, within the caller's transaction over `rows`, `truth`, `ops`, `columns`, `lists` and `sync`.
 */
import { Member } from '../core/access/member'
import type { Change, Ctx, Key, Row, Rows } from '../core/ops/op'
import type { RowWritten } from '../store/columns'
import { listWrittenRows } from '../store/columns'
import { BODY_VERSION, type Device, openRow, placeOf, sealRow } from '../store/device'
import { openOp, specOf } from '../store/pending'
import { type PendingOp, type StoredRow, type StoredSync, truthOf } from '../store/tables'
import { isReplayed } from './rules'

export async function rebase(device: Device, state: StoredSync): Promise<void> {
  const { tables } = device
  const truth = new Map((await tables.truth.toArray()).map(({ key, row }) => [key, row] as const))
  const pending = (await tables.ops.orderBy('order').toArray()).filter(isReplayed)
  if (truth.size === 0 && pending.length === 0) return
  const view = await replay(device, state, pending, truth)
  await store(device, state, truth, view)
}

/** Rows as they stand after some of the pending ops; `null`: there is none. */
interface View {
  /** As the hub has them. */
  readonly base: Map<Key, StoredRow | null>
  readonly changed: Map<Key, Change>
}

async function replay(
  device: Device,
  state: StoredSync,
  pending: readonly PendingOp[],
  truth: ReadonlyMap<Key, StoredRow | null>,
): Promise<View> {
  const view: View = { base: new Map(), changed: new Map() }
  const actorKey: Key = `member/${state.member}`
  const ops = pending
    .map((op) => ({ op, said: openOp(device, op) }))
    .map((one) => ({ ...one, known: specOf(one.said) }))
  const reads = ops.flatMap(({ known }) => known?.spec.reads(known.data) ?? [])
  const lists = ops.flatMap(({ known }) => known?.spec.lists?.(known.data) ?? [])
  await load(device, view, truth, [actorKey, ...reads], lists)
  const flagged: PendingOp[] = []
  for (const { op, said, known } of ops) {
    const rows = rowsOf(device, state, view, truth)
    const actor = rows.get(actorKey)
    const decision = known && decided(() => known.spec.decide(ctxOf(state, actor, said.at), rows, known.data))
    if (decision?.ok) {
      await load(
        device,
        view,
        truth,
        decision.value.map(({ key }) => key),
        [],
      )
      for (const change of decision.value) view.changed.set(change.key, change)
    }
    const isUndecided = !decision?.ok && op.outcome === undefined
    if (isUndecided !== (op.isUndecided ?? false)) flagged.push(withFlag(op, isUndecided))
  }
  await device.tables.ops.bulkPut(flagged)
  return view
}

/** A record that cannot be read here must not keep everything else from being shown: the hub will decide. */
function decided<T>(decide: () => T): T | null {
  try {
    return decide()
  } catch {
    return null
  }
}

function ctxOf(state: StoredSync, actor: Row | 'absent' | 'unknown', at: string): Ctx {
  const member = typeof actor === 'object' ? Member.safeParse(actor.body) : null
  return { actor: state.member, roles: member?.success && member.data.active ? member.data.roles : [], at }
}

function withFlag({ isUndecided: _before, ...op }: PendingOp, isUndecided: boolean): PendingOp {
  return isUndecided ? { ...op, isUndecided } : op
}

async function load(
  { tables }: Device,
  { base }: View,
  truth: ReadonlyMap<Key, StoredRow | null>,
  keys: readonly Key[],
  lists: readonly Key[],
): Promise<void> {
  const unread = [...new Set(keys)].filter((key) => !base.has(key))
  const fromTruth = unread.filter((key) => truth.has(key))
  const fromRows = unread.filter((key) => !truth.has(key))
  for (const key of fromTruth) base.set(key, truth.get(key) ?? null)
  const rows = fromRows.length > 0 ? await tables.rows.bulkGet(fromRows) : []
  for (const [place, key] of fromRows.entries()) base.set(key, rows[place] ?? null)
  if (lists.length === 0) return
  const referring = await tables.rows
    .where('refs')
    .anyOf([...new Set(lists)])
    .toArray()
  for (const row of referring) if (!truth.has(row.key)) base.set(row.key, row)
  for (const [key, row] of truth) base.set(key, row)
}

function rowsOf(
  device: Device,
  state: StoredSync,
  { base, changed }: View,
  truth: ReadonlyMap<Key, StoredRow | null>,
): Rows {
  function read(key: Key): Row | 'absent' | 'unknown' {
    const change = changed.get(key)
    if (change) return { ...change, area: state.area, rev: 0, v: BODY_VERSION }
    const row = base.get(key)
    if (row === undefined) return 'unknown'
    if (row === null) return 'absent'
    if (row.v > BODY_VERSION) return 'unknown'
    // Past the cache, which belongs to what is shown under this key.
    return truth.has(key) ? { ...row, body: device.vault.open(row.sealed, placeOf(row)) } : openRow(device, row)
  }
  return {
    get: read,
    list: (ref) =>
      [...new Set([...base.keys(), ...changed.keys()])]
        .map(read)
        .filter((row) => typeof row === 'object')
        .filter(({ refs }) => refs.includes(ref)),
  }
}

/** Writes what differs from what is shown now, and keeps truth for exactly those keys that pending ops change. */
async function store(
  device: Device,
  state: StoredSync,
  truth: ReadonlyMap<Key, StoredRow | null>,
  { base, changed }: View,
): Promise<void> {
  const { tables } = device
  const keys = [...new Set([...changed.keys(), ...truth.keys()])]
  const shown = await tables.rows.bulkGet(keys)
  const puts: StoredRow[] = []
  const written: RowWritten[] = []
  const removed: Key[] = []
  for (const [place, key] of keys.entries()) {
    const now = shown[place]
    const change = changed.get(key)
    const hubRow = change ? (base.get(key) ?? null) : (truth.get(key) ?? null)
    const next = change ?? (hubRow && { ...hubRow, body: device.vault.open(hubRow.sealed, placeOf(hubRow)) })
    if (!next) {
      if (now) removed.push(key)
      continue
    }
    const isSame = now !== undefined && saysTheSame(device, now, next)
    const v = change ? BODY_VERSION : (hubRow?.v ?? BODY_VERSION)
    const hub = hubRow?.hub
    if (isSame && now.v === v && now.hub === hub && now.ahead === (change && true)) continue
    const rev = Math.max((now?.rev ?? 0) + 1, state.revs)
    const { hub: _hub, ahead: _ahead, ...row } = isSame ? now : sealRow(device, { area: state.area, rev }, next)
    puts.push({ ...row, v, ...(hub !== undefined && { hub }), ...(change && { ahead: true }) })
    if (!isSame) written.push({ ...next, isNew: now === undefined })
  }
  const fresh = [...changed.keys()].filter((key) => !truth.has(key))
  const settled = [...truth.keys()].filter((key) => !changed.has(key))
  await Promise.all([
    tables.rows.bulkPut(puts),
    tables.rows.bulkDelete(removed),
    tables.truth.bulkPut(fresh.map((key) => truthOf(key, base.get(key) ?? undefined))),
    tables.truth.bulkDelete(settled),
  ])
  await listWrittenRows(device, written, removed)
}

function saysTheSame(device: Device, shown: StoredRow, { scope, refs, body }: Change): boolean {
  if (shown.scope !== scope || shown.refs.join() !== refs.join()) return false
  return JSON.stringify(openRow(device, shown).body) === JSON.stringify(body)
}
