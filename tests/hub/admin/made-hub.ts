/**
 * A hub with accounts as better-auth makes them, two areas, and words that are looked for afterwards.
 */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { migrateAccounts } from '../../../src/hub/accounts/migrate-accounts'
import type { HubDb } from '../../../src/hub/db/schema'
import type { Hub } from '../../../src/hub/hub'
import { AT, makeArea } from './made-area'

export const CHEAP = { log2N: 4, r: 8, p: 1 }
export const PASSPHRASE = 'seven plain words for a test of backups'

export function hubOf(db: HubDb): Hub {
  return { db, now: () => AT, newId: () => randomBytes(16).toString('hex') }
}

type AnyTables = Kysely<Record<string, Record<string, unknown>>>

/** Every row of every table that is the hub's or its accounts', in a fixed order. */
export async function contentOf(db: HubDb): Promise<ReadonlyMap<string, readonly string[]>> {
  const content = new Map<string, readonly string[]>()
  const kysely = db.kysely as unknown as AnyTables
  for (const { name, columns } of await db.kysely.introspection.getTables()) {
    const rows = await kysely.selectFrom(name).selectAll().execute()
    const names = columns.map((column) => column.name).sort()
    content.set(name, rows.map((row) => JSON.stringify(names.map((column) => [column, plain(row[column])]))).sort())
  }
  return content
}

/** One value for what the two databases write differently. */
function plain(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value
}

/** Two areas: `a1` with ana and bo, `a2` with bo alone; ana is signed in, and an invitation is open. */
export async function fillHub(db: HubDb, ops = 300): Promise<void> {
  await migrateAccounts(db)
  await makeArea(db, 'a1', ops)
  await makeArea(db, 'a2', 5)
  const kysely = db.kysely as unknown as AnyTables
  const isSqlite = db.dialect === 'sqlite'
  const time = isSqlite ? AT : new Date(AT)
  const stamps = { createdAt: time, updatedAt: time }
  for (const id of ['ana', 'bo']) {
    const email = `${id}@county.example`
    await kysely
      .insertInto('user')
      .values({ id, name: id, email, emailVerified: isSqlite ? 1 : true, ...stamps })
      .execute()
    const account = {
      id: `${id}-password`,
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: `hash of ${id}`,
    }
    await kysely
      .insertInto('account')
      .values({ ...account, ...stamps })
      .execute()
  }
  const session = { id: 's1', userId: 'ana', token: 'the token of ana', expiresAt: time, ...stamps }
  await kysely.insertInto('session').values(session).execute()
  await db.kysely
    .insertInto('membership')
    .values([
      { area: 'a1', member: 'm1', user_id: 'ana', at: AT },
      { area: 'a1', member: 'm2', user_id: 'bo', at: AT },
      { area: 'a2', member: 'm1', user_id: 'bo', at: AT },
    ])
    .execute()
  await db.kysely.updateTable('device').set({ session: 's1' }).execute()
  await db.kysely
    .insertInto('link')
    .values({
      area: 'a1',
      token_hash: 'the hash of a link',
      type: 'invite',
      member: 'm2',
      email: 'bo@county.example',
      expires_at: AT,
      used_at: null,
    })
    .execute()
  const bytes = new Uint8Array(Array.from({ length: 70_000 }, (_, at) => at % 251))
  const { createHash } = await import('node:crypto')
  const hash = createHash('sha256').update(bytes).digest('hex')
  await db.kysely.insertInto('blob').values({ area: 'a1', hash, bytes, at: AT }).execute()
}
