/**
 * Tells a device what is true now in every scope its member reads, a page at a time, and how far the hub has taken its ops.
 *
 * Effects: SQL, one snapshot; then what the device said of itself is noted. Rules 4, 7, 8, 9, 10 and 12 of wire/protocol.ts.
 */
import type { Scope } from '../../core/ops/op'
import { err, ok, type Result } from '../../core/result'
import {
  type Cursor,
  LEAST_PROTOCOL,
  MOST_PAGE_ROWS,
  PROTOCOL,
  PullAnswer,
  type PullRequest,
  WireRefusal,
} from '../../wire/protocol'
import { type HubTransaction, readSnapshot } from '../db/transactions'
import type { Caller, Hub } from '../hub'
import { hasPlainIds } from './asked-op'
import { noteSeen, type SeenDevice, seenDevice } from './device-seen'
import { type PageText, readPage } from './page'
import { readableScopes } from './readable-scopes'
import { cursorsCount, needsReset } from './rules'

export type PullRefusal =
  | { readonly type: 'Revoked' }
  | { readonly type: 'UnknownArea' }
  /** An id that no device makes: a fault of the program that sent it. */
  | { readonly type: 'Malformed' }

/**
 * @param caller whose token was checked for `request.area`.
 * @returns a PullAnswer as JSON text: rows are passed on as they are stored, never read and written again.
 */
export async function pullText(hub: Hub, caller: Caller, request: PullRequest): Promise<Result<string, PullRefusal>> {
  if (!hasPlainIds(request.area, request.device)) return err({ type: 'Malformed' })
  if (request.area !== caller.area) return err({ type: 'UnknownArea' })
  const pulled = await readSnapshot(hub.db, (trx) => read(trx, caller, request))
  if (!pulled.ok) return pulled
  const { epoch, device, refused, pages, gone } = pulled.value
  if (device) await noteSeen(hub, caller, device, request.waiting)
  const accepts = { least: LEAST_PROTOCOL, most: PROTOCOL }
  const answer = { epoch, hubTime: hub.now(), accepts, acked: device?.last_n ?? 0, refused, gone }
  return ok(`${JSON.stringify(answer).slice(0, -1)},"scopes":[${pages.map(pageText).join(',')}]}`)
}

/** As `pullText`, read: for those who do not speak HTTP. */
export async function pull(hub: Hub, caller: Caller, request: PullRequest): Promise<Result<PullAnswer, PullRefusal>> {
  const text = await pullText(hub, caller, request)
  return text.ok ? ok(PullAnswer.parse(JSON.parse(text.value))) : text
}

interface Pulled extends Pick<PullAnswer, 'epoch' | 'refused' | 'gone'> {
  readonly device: SeenDevice | null
  readonly pages: readonly PageText[]
}

async function read(trx: HubTransaction, caller: Caller, request: PullRequest): Promise<Result<Pulled, PullRefusal>> {
  const area = await trx.selectFrom('area').select(['epoch', 'seq']).where('area', '=', caller.area).executeTakeFirst()
  if (!area) return err({ type: 'UnknownArea' })
  const device = await seenDevice(trx, caller, request.device)
  if (device?.revoked) return err({ type: 'Revoked' })
  const refused = device ? await refusedOps(trx, caller.area, device, request.known) : []
  const scopes = await readableScopes(trx, caller)
  const allowed: ReadonlySet<string> = new Set(scopes)
  const gone = Object.keys(request.cursors).filter((scope) => !allowed.has(scope))
  const pages = await readPages(trx, { area: caller.area, ...area }, scopes, request)
  return ok({ epoch: area.epoch, device, refused, pages, gone })
}

async function readPages(
  trx: HubTransaction,
  { area, epoch, seq }: { readonly area: string; readonly epoch: string; readonly seq: number },
  scopes: readonly Scope[],
  request: PullRequest,
): Promise<readonly PageText[]> {
  const floors = await trx.selectFrom('scope').select(['id', 'floor']).where('area', '=', area).execute()
  const floorOf = new Map(floors.map(({ id, floor }) => [id, floor]))
  const cursors = cursorsCount(request.epoch, epoch) ? request.cursors : {}
  let room = Math.max(1, Math.min(request.limit, MOST_PAGE_ROWS))
  const pages: PageText[] = []
  for (const scope of scopes) {
    const cursor = Object.hasOwn(cursors, scope) ? cursors[scope] : undefined
    const begin = beginOf(cursor, floorOf.get(scope) ?? 0, seq)
    const page = await readPage(trx, { area, scope, ...begin, end: seq, room })
    room -= page.entries.length
    pages.push(page)
  }
  return pages
}

/** A cursor beyond the area's end is of a life that this database has forgotten: nothing it says can be built on. */
function beginOf(
  cursor: Cursor | undefined,
  floor: number,
  end: number,
): { readonly mode: PageText['mode']; readonly from: number; readonly floor: number } {
  const anew = { mode: 'reset', from: 0, floor } as const
  if (cursor === undefined || needsReset(cursor, floor)) return anew
  if (typeof cursor === 'number') return cursor > end ? anew : { mode: 'delta', from: cursor, floor }
  return cursor.resetAt > end ? anew : { mode: 'reset', from: cursor.resetAt, floor: cursor.floor ?? 0 }
}

async function refusedOps(
  trx: HubTransaction,
  area: string,
  { id, last_n }: SeenDevice,
  known: number,
): Promise<PullAnswer['refused']> {
  if (known >= last_n) return []
  const ops = await trx
    .selectFrom('op')
    .select(['n', 'op_id', 'refusal'])
    .where('area', '=', area)
    .where('device', '=', id)
    .where('n', '>', known)
    .where('outcome', '=', 'refused')
    .orderBy('n')
    .execute()
  return ops.map(({ n, op_id, refusal }) => ({
    n,
    opId: op_id,
    refusal: WireRefusal.parse(JSON.parse(refusal ?? '{}')),
  }))
}

function pageText({ entries, ...page }: PageText): string {
  return `${JSON.stringify(page).slice(0, -1)},"entries":[${entries.join(',')}]}`
}
