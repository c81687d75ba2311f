/**
 * What `scaling.mjs` measures on a filled PostgreSQL, through the hub's own push and pull.
 */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { HubDb } from '../../src/hub/db/schema'
import type { Caller, Hub } from '../../src/hub/hub'
import { pullText } from '../../src/hub/sync/pull'
import { push } from '../../src/hub/sync/push'
import type { Cursor, WireOp } from '../../src/wire/protocol'
import type { Filled } from './scaling-fill'

const PAGE = 1_000
const BATCH = 50

export interface Times {
  readonly runs: number
  readonly medianMs: number
  readonly p95Ms: number
}

export function hubOf(db: HubDb): Hub {
  return { db, now: () => new Date().toISOString(), newId: () => randomBytes(16).toString('hex') }
}

/** Rows and bytes of each table of the database, its indexes apart. */
export async function sizesOf({ kysely }: HubDb) {
  const { rows } = await sql<{ name: string; rows: number; table: number; indexes: number }>`
    select relname as name, n_live_tup as rows, pg_table_size(relid) as "table", pg_indexes_size(relid) as indexes
    from pg_stat_user_tables where relname in ('record', 'ref', 'gone', 'device', 'op', 'blob') order by relname`.execute(
    kysely,
  )
  return rows
}

/** Bytes of each index of what grows. */
export async function indexesOf({ kysely }: HubDb) {
  const { rows } = await sql<{ name: string; bytes: number }>`
    select indexrelname as name, pg_relation_size(indexrelid) as bytes from pg_stat_user_indexes
    where relname in ('op', 'record', 'ref') order by indexrelname`.execute(kysely)
  return rows
}

/** What any program would need here: a question without work, and one row committed. */
export async function measureFloor({ kysely }: HubDb) {
  const [ask, commit]: [number[], number[]] = [[], []]
  await sql`create table if not exists floor (id integer primary key, n integer not null)`.execute(kysely)
  await sql`insert into floor values (1, 0) on conflict do nothing`.execute(kysely)
  for (let i = 0; i < 200; i++) {
    const started = performance.now()
    await sql`select 1`.execute(kysely)
    ask.push(performance.now() - started)
    const writing = performance.now()
    await sql`update floor set n = n + 1 where id = 1`.execute(kysely)
    commit.push(performance.now() - writing)
  }
  return { ask: timesOf(ask), commit: timesOf(commit) }
}

/** Pages of an area as a new device gets them, then what a device gets that has everything. */
export async function measurePulls(hub: Hub, areas: readonly string[], { members }: Filled, most: number) {
  const pages: number[] = []
  const empty: number[] = []
  let [rows, bytes] = [0, 0]
  for (const area of areas) {
    const ask = await reader(hub, area, members[1] ?? '')
    for (let more = true; more && pages.length < most; ) {
      const page = await ask()
      pages.push(page.ms)
      rows += page.rows
      bytes += page.bytes
      more = page.more
    }
    for (let i = 0; i < 20; i++) empty.push((await ask()).ms)
  }
  return { page: timesOf(pages), empty: timesOf(empty), rows, bytes }
}

async function reader(hub: Hub, area: string, member: string) {
  let epoch: string | null = null
  let cursors: Record<string, Cursor> = {}
  const device = `reader-${randomBytes(4).toString('hex')}`
  return async () => {
    const started = performance.now()
    const answer = await pullText(
      hub,
      { area, member, session: 's' },
      { protocol: 1, area, device, epoch, limit: PAGE, cursors, known: 0, waiting: { count: 0, oldestAt: null } },
    )
    const ms = performance.now() - started
    if (!answer.ok) throw new Error(answer.error.type)
    const { epoch: now, scopes } = JSON.parse(answer.value)
    epoch = now
    let [rows, more] = [0, false]
    for (const scope of scopes) {
      cursors = { ...cursors, [scope.id]: scope.more && scope.mode === 'reset' ? { resetAt: scope.seq } : scope.seq }
      rows += scope.entries.length
      more ||= scope.more
    }
    return { ms, rows, more, bytes: answer.value.length }
  }
}

/** A device of one draft's author that rates its criteria again and again. */
function writer(hub: Hub, area: string, { drafts }: Filled, at: number) {
  const draft = drafts[at % drafts.length]
  if (!draft) throw new Error('the county has no draft to go on with')
  const caller: Caller = { area, member: draft.author, session: 's' }
  const device = `writer-${randomBytes(4).toString('hex')}`
  let n = 0
  return async (count: number): Promise<number> => {
    const ops = Array.from({ length: count }, (): WireOp => {
      n += 1
      const criterionId = draft.criteria[n % draft.criteria.length]
      const data = { auditId: draft.id, criterionId, rated: { rating: n % 2 === 0 ? 'met' : 'partly' } }
      const opId = randomBytes(16).toString('hex')
      return { opId, n, at: '2026-03-02T10:15:00.000Z', kind: 'rating.set', base: 1_000_000, data }
    })
    const started = performance.now()
    const answer = await push(hub, caller, { protocol: 1, area, device, ops })
    const ms = performance.now() - started
    if (!answer.ok) throw new Error(answer.error.type)
    const refused = answer.value.results.find(({ outcome }) => outcome === 'refused')
    if (refused) throw new Error(`refused: ${JSON.stringify(refused)}`)
    return ms
  }
}

/** One device alone: batches of one op, and of fifty. */
export async function measurePushes(hub: Hub, areas: readonly string[], filled: Filled, runs: number) {
  const [single, batch]: [number[], number[]] = [[], []]
  for (let i = 0; i < runs; i++) {
    const send = writer(hub, areas[i % areas.length] ?? '', filled, i)
    single.push(await send(1))
    batch.push(await send(BATCH))
  }
  return { single: timesOf(single), batch: timesOf(batch) }
}

/** `devices` push at once, spread over the areas, one op at a time, for `seconds`. */
export async function measureTogether(
  hub: Hub,
  areas: readonly string[],
  filled: Filled,
  devices: number,
  seconds: number,
) {
  const until = performance.now() + seconds * 1_000
  const all: number[] = []
  await Promise.all(
    Array.from({ length: devices }, async (_, i) => {
      const send = writer(hub, areas[i % areas.length] ?? '', filled, Math.floor(i / areas.length))
      while (performance.now() < until) all.push(await send(1))
    }),
  )
  return {
    devices,
    areas: Math.min(devices, areas.length),
    pushesPerSecond: Math.round(all.length / seconds),
    ...timesOf(all),
  }
}

/** One device of a quiet area that pushes and pulls while `devices` of another area push without a pause. */
export async function measureBeside(
  hub: Hub,
  [busy = '', quiet = '']: readonly string[],
  filled: Filled,
  devices: number,
  seconds: number,
) {
  const until = performance.now() + seconds * 1_000
  const busyOnes = Array.from({ length: devices }, async (_, i) => {
    const send = writer(hub, busy, filled, i)
    while (performance.now() < until) await send(1)
  })
  const send = writer(hub, quiet, filled, 0)
  const ask = await reader(hub, quiet, filled.members[1] ?? '')
  for (let more = true; more; ) more = (await ask()).more
  const [pushes, pulls]: [number[], number[]] = [[], []]
  while (performance.now() < until) {
    pushes.push(await send(1))
    pulls.push((await ask()).ms)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await Promise.all(busyOnes)
  return { devices, push: timesOf(pushes), pull: timesOf(pulls) }
}

function timesOf(values: readonly number[]): Times {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10
  return { runs: sorted.length, medianMs: at(0.5), p95Ms: at(0.95) }
}
