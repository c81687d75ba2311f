/**
 * The hub's database on a PostgreSQL server: a pool under Kysely's dialect, and one connection of its own that listens for
 * changes made by every hub process of this database.
 *
 * Effects: the network. A lost connection is made again; nothing that was committed depends on one.
 */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { coalesce, type Listeners, listeners } from './changes'
import { codeOf, DatabaseRefused } from './refused'
import type { HubDb, Schema } from './schema'

const CHANNEL = 'plumbline_area'
const POOL = 10
const RETRY_MS = 1_000
const INT8 = 20
const BYTEA = 17

/** @throws DatabaseRefused */
export async function openPostgres(url: string): Promise<HubDb> {
  const pool = new pg.Pool({ ...connection(url), max: POOL })
  // A connection that is lost fails the questions it carries, and the pool makes another. Without a listener, each of the two
  // would end the whole process: the pool's is heard while nobody uses it, its own while somebody does.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  const heard = listeners()
  const stopListening = await listen(url, kysely, heard)
  const sending = new Set<Promise<unknown>>()
  const notify = coalesce((area) => {
    // When it cannot be sent, the database is away, and every device asks by itself within a minute.
    const sent = pool.query('select pg_notify($1, $2)', [CHANNEL, area]).catch(() => undefined)
    sending.add(sent)
    void sent.then(() => sending.delete(sent))
  })
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    notify.flush()
    await Promise.all(sending)
    await stopListening()
    await kysely.destroy()
    // Kysely ends only a pool it has used.
    if (!pool.ending) await pool.end()
  }

  return {
    kysely,
    dialect: 'postgres',
    notify,
    onChange: heard.add,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

function connection(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'plumbline',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // A hub process that hangs in the middle of a write must not hold its area for ever.
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  }
}

/** Numbers as numbers and bytes as bytes, like SQLite gives them. */
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (id: number, format?: 'text' | 'binary') => {
  const parse = format === undefined ? pg.types.getTypeParser(id) : pg.types.getTypeParser(id, format)
  if (id === INT8) return safeNumber
  if (id === BYTEA) return (text: string) => new Uint8Array(parse(text))
  return parse
}

function safeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('a number in the database is larger than JavaScript counts')
  return value
}

/** @returns ends it. */
async function listen(url: string, kysely: Kysely<Schema>, heard: Listeners): Promise<() => Promise<void>> {
  let stopped = false
  let retry: NodeJS.Timeout | undefined
  let client = await connect()

  async function connect(): Promise<pg.Client> {
    const made = new pg.Client(connection(url))
    made.on('notification', ({ payload }) => heard.tell(payload ?? ''))
    made.on('error', () => undefined)
    try {
      await made.connect()
      await made.query(`listen ${CHANNEL}`)
    } catch (cause) {
      await made.end().catch(() => undefined)
      throw new DatabaseRefused({ type: 'Unreachable', code: codeOf(cause) })
    }
    made.on('end', again)
    return made
  }

  function again(): void {
    if (stopped) return
    retry = setTimeout(() => {
      connect().then(async (made) => {
        client = made
        if (stopped) return made.end()
        // What was told meanwhile was not heard: every area may have changed.
        for (const { area } of await kysely.selectFrom('area').select('area').execute()) heard.tell(area)
      }, again)
    }, RETRY_MS)
  }

  return async () => {
    stopped = true
    clearTimeout(retry)
    await client.end()
  }
}
