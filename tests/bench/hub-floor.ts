/**
 * What a push costs at least: the same rows of the trail with their hashes, and the same rows of the area in their last
 * state, written by SQL alone in one process, a hundred ops a transaction. Nothing is read, judged or sent.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'libsql'
import pg from 'pg'
import type { HubDb, Schema } from '../../src/hub/db/schema'
import { SQLITE_FILE } from '../../src/hub/db/sqlite'
import { entryHash, FIRST_HASH, payloadHash } from '../../src/hub/sync/trail'
import { AT } from './hub-fill'

type Write = (ops: readonly Schema['op'][], rows: readonly Schema['record'][]) => Promise<void>

const OP = ['area', 'position', 'device', 'n', 'op_id', 'actor', 'at_device', 'at_hub', 'kind', 'field', 'key'] as const
const OPS = [...OP, 'rev', 'outcome', 'refusal', 'salt', 'payload', 'payload_hash', 'prev_hash', 'hash'] as const
const ROW = ['area', 'key', 'kind', 'scope', 'seq', 'rev', 'v', 'refs', 'body'] as const
const COUNTS: ReadonlySet<string> = new Set(['position', 'n', 'rev', 'seq', 'v'])
const REPLACE = `on conflict (area, key) do update set scope = excluded.scope, seq = excluded.seq, rev = excluded.rev,
  v = excluded.v, refs = excluded.refs, body = excluded.body`

/** An area of its own in the same database. */
export async function createFloor(db: HubDb, where: string, audits: readonly Schema['record'][]) {
  const area = randomBytes(16).toString('hex')
  await db.kysely
    .insertInto('area')
    .values({ area, epoch: area, created_at: AT, seq: 0, ops: 0, head: FIRST_HASH })
    .execute()
  const rows = audits.map((row, i) => ({ ...row, area, seq: i + 1 }))
  await db.kysely.insertInto('record').values(rows).execute()
  const [write, close] = db.dialect === 'sqlite' ? sqliteWriter(where, area) : await postgresWriter(where, area)
  let [position, seq, head] = [0, rows.length, FIRST_HASH]

  /** One transaction of 100 ops that change the first `spread` rows in turn. */
  async function push(spread: number): Promise<void> {
    const touched = rows.slice(0, spread).map((row, i) => ({ ...row, seq: seq + 1 + i, rev: seq + 1 + i }))
    seq += spread
    const ops = Array.from({ length: 100 }, (_, i): Schema['op'] => {
      const key = touched[i % spread]?.key ?? ''
      position += 1
      const salt = randomBytes(16).toString('hex')
      const payload = JSON.stringify({ auditId: key.slice(6), criterionId: `F${i}`, rated: { rating: 'partly' } })
      const entry = {
        area,
        position,
        device: 'd-floor',
        n: position,
        op_id: randomBytes(16).toString('hex'),
        actor: 'm',
        at_device: AT,
        at_hub: AT,
        kind: 'rating.set',
        field: `rating.set:${key.slice(6)}:F${i}`,
        key,
        rev: position,
        outcome: 'applied' as const,
        refusal: null,
        payload_hash: payloadHash(salt, payload),
        prev_hash: head,
      }
      head = entryHash(entry)
      return { ...entry, salt, payload, hash: head }
    })
    await write(ops, touched)
  }

  /** Hubs that start later look after every area there is. */
  async function end(): Promise<void> {
    await close()
    for (const table of ['op', 'record', 'area'] as const)
      await db.kysely.deleteFrom(table).where('area', '=', area).execute()
  }
  return { push, close: end }
}

function sqliteWriter(where: string, area: string): [Write, () => Promise<void>] {
  const file = new Database(join(where, SQLITE_FILE), { timeout: 5_000 })
  file.pragma('journal_mode = wal')
  file.pragma('synchronous = full')
  const into = (table: string, columns: readonly string[], end = '') =>
    file.prepare(`insert into ${table} (${columns.join()}) values (${columns.map(() => '?').join()}) ${end}`)
  const [op, row] = [into('op', OPS), into('record', ROW, REPLACE)]
  const ends = file.prepare('update area set seq = ?, ops = ?, head = ? where area = ?')
  const write: Write = async (ops, rows) => {
    file.exec('begin immediate')
    for (const one of ops) op.run(OPS.map((column) => one[column]))
    for (const one of rows) row.run(ROW.map((column) => one[column]))
    const last = ops.at(-1)
    ends.run([rows.at(-1)?.seq, last?.position, last?.hash, area])
    file.exec('commit')
  }
  return [write, async () => void file.close()]
}

/** The fastest statement for each table: arrays for what is short, values for what is long. */
async function postgresWriter(where: string, area: string): Promise<[Write, () => Promise<void>]> {
  const client = new pg.Client({ connectionString: where })
  await client.connect()
  const arrays = OPS.map((column, i) => `$${i + 1}::${COUNTS.has(column) ? 'int8' : 'text'}[]`)
  const write: Write = async (ops, rows) => {
    await client.query('begin')
    await client.query({
      name: 'ops',
      text: `insert into op (${OPS.join()}) select * from unnest(${arrays.join()})`,
      values: OPS.map((column) => ops.map((one) => one[column])),
    })
    const places = rows.map((_, at) => `(${ROW.map((_, i) => `$${at * ROW.length + i + 1}`).join()})`)
    await client.query({
      name: `rows${rows.length}`,
      text: `insert into record (${ROW.join()}) values ${places.join()} ${REPLACE}`,
      values: rows.flatMap((one) => ROW.map((column) => one[column])),
    })
    const last = ops.at(-1)
    const ends = [rows.at(-1)?.seq, last?.position, last?.hash, area]
    await client.query({
      name: 'ends',
      text: 'update area set seq = $1, ops = $2, head = $3 where area = $4',
      values: ends,
    })
    await client.query('commit')
  }
  return [write, () => client.end()]
}
