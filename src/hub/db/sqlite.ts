/**
 * The hub's database as one file: SQLite by libsql, under Kysely's dialect. One connection, so that what waits inside the
 * process waits in Kysely; what waits for another program waits in SQLite, for at most BUSY_MS.
 *
 * Effects: the disk. `synchronous=FULL`: what was committed survives a loss of power.
 */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely'
import Database from 'libsql'
import { coalesce, listeners } from './changes'
import { codeOf, DatabaseRefused } from './refused'
import type { HubDb, Schema } from './schema'

export const SQLITE_FILE = 'plumbline.db'
const BUSY_MS = 5_000

export interface SqliteOptions {
  /** No other program may have it open, now or until it is closed. */
  readonly alone?: boolean
}

/**
 * @param folder made when missing, for its owner alone; `:memory:` for a database that is gone when closed.
 * @throws DatabaseRefused
 */
export function openSqlite(folder: string, options: SqliteOptions = {}): HubDb {
  const file = openFile(folder, options)
  const kysely = new Kysely<Schema>({ dialect: new HubSqliteDialect({ database: withSafeValues(file) }) })
  const heard = listeners()
  const notify = coalesce(heard.tell)
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    notify.flush()
    // Leaves everything in the one file. Another program still reading is no fault: its own closing does it.
    file.pragma('wal_checkpoint(truncate)')
    // libsql lets go of a file only when its memory is cleared, which is later.
    if (options.alone)
      file.exec('pragma journal_mode = delete; pragma locking_mode = normal; select 1 from sqlite_master')
    await kysely.destroy()
    // Kysely closes only what it has used.
    if (file.open) file.close()
  }

  return {
    kysely,
    dialect: 'sqlite',
    notify,
    onChange: heard.add,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

function openFile(folder: string, { alone }: SqliteOptions): Database.Database {
  try {
    const file = new Database(folder === ':memory:' ? folder : ownFile(folder), { timeout: alone ? 500 : BUSY_MS })
    if (alone) file.pragma('locking_mode = exclusive')
    file.pragma('journal_mode = wal')
    file.pragma('synchronous = full')
    file.pragma('foreign_keys = on')
    if (alone) file.exec('begin immediate; commit')
    return file
  } catch (cause) {
    const code = codeOf(cause)
    throw new DatabaseRefused(code === 'SQLITE_BUSY' ? { type: 'InUse' } : { type: 'Unusable', code })
  }
}

/** SQLite gives its two neighbours (-wal, -shm) the mode of the file. */
function ownFile(folder: string): string {
  const path = join(folder, SQLITE_FILE)
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Only when it is not there: closing a file that SQLite has open in this process would give up SQLite's locks on it.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
  return path
}

/** SQLite can undo changes of tables too, and a writing transaction takes the writer's lock before it reads. */
class HubSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'
    await connection.executeQuery(CompiledQuery.raw(begin))
  }
}

/** What takes no writer's lock, or takes it by itself. */
const READS = /^\s*(select|with|pragma|explain|vacuum)\b/i

/** libsql stops the whole process at a boolean, cuts a text at U+0000 and gives bytes as an ArrayBuffer. */
function withSafeValues(file: Database.Database): SqliteDatabase {
  return {
    close: () => file.close(),
    prepare: (sql) => {
      if (/^(begin|commit|rollback)\b/.test(sql)) return transactional(file, sql)
      const statement = file.prepare(sql)
      const isWrite = !READS.test(sql)
      const locked = <T>(run: () => T): T => (isWrite && !file.inTransaction ? inItsOwn(file, run) : run())
      return {
        reader: statement.reader,
        all: (values) => locked(() => statement.all(values.map(toSqlite))).map(fromSqlite),
        run: (values) => locked(() => statement.run(values.map(toSqlite))),
        iterate: () => {
          throw new Error('read in pages instead of streaming')
        },
      }
    },
  }
}

/**
 * What meets another program's lock must not be a prepared statement: libsql leaves one that failed so open until its memory
 * is cleared, and no transaction can be committed past it. `exec` leaves nothing.
 */
function transactional(file: Database.Database, sql: string): SqliteStatement {
  const run = (): { changes: number; lastInsertRowid: number } => {
    // A full disk makes SQLite take a transaction back by itself; the fault that is told must stay that one.
    if (sql !== 'rollback' || file.inTransaction) file.exec(sql)
    return { changes: 0, lastInsertRowid: 0 }
  }
  return { reader: false, run, all: () => [], iterate: () => [][Symbol.iterator]() }
}

/** A write outside a transaction takes the lock first, the same way. */
function inItsOwn<T>(file: Database.Database, run: () => T): T {
  file.exec('begin immediate')
  try {
    const done = run()
    file.exec('commit')
    return done
  } catch (cause) {
    if (file.inTransaction) file.exec('rollback')
    throw cause
  }
}

function toSqlite(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' && value.includes('\0')) throw new TypeError('a text for the database holds U+0000')
  return value
}

function fromSqlite(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row
  for (const [column, value] of Object.entries(row)) {
    if (value instanceof ArrayBuffer) Object.assign(row, { [column]: new Uint8Array(value) })
  }
  return row
}
