/**
 * A server in a process of its own for `hub.mjs`: the hub, or a bare one that sends the same rows straight from SQL, the
 * floor of a pull. Prints its address, and when told `memory` on its standard input the most memory it has held.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Fastify from 'fastify'
import Database from 'libsql'
import pg from 'pg'
import { isPostgresUrl } from '../../src/hub/db/open'
import { SQLITE_FILE } from '../../src/hub/db/sqlite'
import { startHub } from '../../src/hub/main'

const NO_LIMITS = { address: 1e9, tries: 1e9, account: 1e9, session: 1e9 }
const ROWS = `select key, seq, rev, v, refs, body from record where area = ? and scope = ? and seq > ? order by seq limit ?`

interface StoredRow {
  readonly key: string
  readonly seq: number
  readonly rev: number
  readonly v: number
  readonly refs: string
  readonly body: string
}

const [mode, where = ''] = process.argv.slice(2)
const started = mode === 'hub' ? await hub() : await bare()
process.stdout.write(`${JSON.stringify(started)}\n`)
createInterface({ input: process.stdin }).on('line', () => {
  const most = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  process.stdout.write(`${JSON.stringify({ mostMb: Math.round(Number(most) / 1024) })}\n`)
})

async function hub() {
  const { url, setUpLink } = await startHub({ where, port: 0, limits: NO_LIMITS, logLevel: 'silent' })
  return { url, setUpLink }
}

async function bare() {
  const read = isPostgresUrl(where) ? await postgresRows() : sqliteRows()
  const app = Fastify()
  app.post('/rows', async (request, reply) => {
    const { area, scope, from, limit } = request.body as Record<'area' | 'scope', string> &
      Record<'from' | 'limit', number>
    const rows = await read([area, scope, from, limit])
    const texts = rows.map(({ key, seq, rev, v, refs, body }) => {
      return `{"key":${JSON.stringify(key)},"seq":${seq},"rev":${rev},"v":${v},"refs":${refs},"body":${body}}`
    })
    return reply.type('application/json').send(`{"seq":${rows.at(-1)?.seq ?? from},"rows":[${texts.join()}]}`)
  })
  return { url: await app.listen({ port: 0 }), setUpLink: null }
}

function sqliteRows() {
  const file = new Database(join(where, SQLITE_FILE))
  const statement = file.prepare(ROWS)
  return async (values: readonly unknown[]): Promise<readonly StoredRow[]> => statement.all(values) as StoredRow[]
}

async function postgresRows() {
  const pool = new pg.Pool({ connectionString: where })
  const text = ROWS.split('?').reduce((sql, rest, at) => `${sql}$${at}${rest}`)
  return async (values: readonly unknown[]): Promise<readonly StoredRow[]> =>
    (await pool.query({ name: 'rows', text, values: [...values] })).rows
}
