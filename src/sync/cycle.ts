/**
 * One sync cycle: what this device did goes up, what is true now comes down, until both are done or its time is over. Whatever
 * stops it, nothing is lost: the next cycle goes on where this one stopped.
 *
 * Effects: IndexedDB, the transport. It needs no window and no Web Lock: who may run it when is triggers.ts.
 * Rule: sync.md, "Several tabs" (at most 60 s); rules 1 to 12 of wire/protocol.ts.
 */
import { RegisterSummary } from '../core/register/summary'
import { ok, type Result } from '../core/result'
import type { Device } from '../store/device'
import { newId, now } from '../store/ids'
import { openOp } from '../store/pending'
import { readRows } from '../store/read'
import { neededChunks } from '../store/register-import'
import type { StoredSync } from '../store/tables'
import { MOST_PAGE_ROWS, PROTOCOL, type PullRequest } from '../wire/protocol'
import { applyPage } from './apply'
import { fetchBlobs } from './blobs'
import { beginCycle, type Cycle, ownState } from './own-cycle'
import { pushAll } from './push'
import type { HubRefusal, Transport } from './transport'

export const LONGEST_CYCLE_MS = 60_000
/** Rows of a page while somebody may be at work: few enough that no click waits for it. */
const PAGE_ROWS_AT_WORK = 500

export interface SyncOptions {
  /** ISO 8601. */
  readonly now?: () => string
  readonly newId?: () => string
  readonly mostMs?: number
  /** Told after each page how many rows came in this cycle. */
  readonly onRows?: (rows: number) => void
}

export type SyncEnd =
  /** Everything is sent and everything is here. `clockOffsetMs`: how far this device's clock is behind the hub's. */
  | { readonly type: 'complete'; readonly clockOffsetMs: number }
  /** There is more, and the time was over. */
  | { readonly type: 'late' }
  /** Another cycle has taken over. */
  | { readonly type: 'superseded' }
  | { readonly type: 'refused'; readonly refusal: HubRefusal }

/** @throws when the device has not joined a hub: a bug. */
export async function syncOnce(device: Device, transport: Transport, options: SyncOptions = {}): Promise<SyncEnd> {
  const cycle: Cycle = { id: newId(), now: options.now ?? now, newId: options.newId ?? newId }
  const end = Date.parse(cycle.now()) + (options.mostMs ?? LONGEST_CYCLE_MS)
  const isLate = () => Date.parse(cycle.now()) >= end
  await beginCycle(device, cycle)
  const pushed = await pushAll(device, transport, cycle, isLate)
  if (pushed.type !== 'sent') return pushed
  const pulled = await pullAll(device, transport, cycle, { isLate, onRows: options.onRows ?? (() => undefined) })
  if (pulled.type !== 'complete') return pulled
  const fetched = await fetchRegisters(device, transport, cycle)
  return fetched.ok ? pulled : { type: 'refused', refusal: fetched.error }
}

interface Pulling {
  readonly isLate: () => boolean
  readonly onRows: (rows: number) => void
}

async function pullAll(
  device: Device,
  transport: Transport,
  cycle: Cycle,
  { isLate, onRows }: Pulling,
): Promise<SyncEnd> {
  let rows = 0
  while (!isLate()) {
    const state = await ownState(device, cycle)
    if (!state) return { type: 'superseded' }
    const request = await requestOf(device, state)
    const asked = Date.parse(cycle.now())
    const answer = await transport.pull(request)
    if (!answer.ok) return { type: 'refused', refusal: answer.error }
    const clockOffsetMs = Date.parse(answer.value.hubTime) - (asked + Date.parse(cycle.now())) / 2
    const applied = await applyPage(device, cycle, answer.value)
    if (!applied) return { type: 'superseded' }
    rows += applied.entries
    onRows(rows)
    if (applied.isComplete) return { type: 'complete', clockOffsetMs }
  }
  return { type: 'late' }
}

async function requestOf(device: Device, { area, device: id, epoch, scopes, known }: StoredSync): Promise<PullRequest> {
  const cursors = Object.fromEntries(Object.entries(scopes).map(([scope, { cursor }]) => [scope, cursor]))
  const isWhole =
    Object.keys(cursors).length > 0 && Object.values(cursors).every((cursor) => typeof cursor === 'number')
  const limit = isWhole ? PAGE_ROWS_AT_WORK : MOST_PAGE_ROWS
  return { protocol: PROTOCOL, area, device: id, epoch, limit, cursors, known, waiting: await waitingOf(device) }
}

/** What the hub has not judged yet. */
export async function waitingOf(device: Device): Promise<PullRequest['waiting']> {
  const waiting = device.tables.ops.orderBy('order').filter(({ outcome }) => outcome === undefined)
  const [count, first] = [await waiting.count(), await waiting.first()]
  return { count, oldestAt: first ? openOp(device, first).at : null }
}

/** A manager's device holds the registers it may be asked to draw from again. */
async function fetchRegisters(device: Device, transport: Transport, cycle: Cycle): Promise<Result<true, HubRefusal>> {
  const registers = await readRows(device, 'register', RegisterSummary)
  const state = registers.length > 0 ? await ownState(device, cycle) : null
  return state ? fetchBlobs(device, transport, state.area, await neededChunks(device, registers)) : ok(true)
}
