/** `restore`: all of a backup or nothing of it, on either database from either, and what was erased stays erased. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountFor } from '../../../src/hub/accounts/account'
import { openAccounts } from '../../../src/hub/accounts/accounts'
import { migrateAccounts } from '../../../src/hub/accounts/migrate-accounts'
import { backup } from '../../../src/hub/admin/backup'
import { restore } from '../../../src/hub/admin/restore'
import { verify } from '../../../src/hub/admin/verify'
import type { Dialect, HubDb } from '../../../src/hub/db/schema'
import { erase } from '../../../src/hub/sync/erase'
import { forEachDatabase, testDatabase } from '../databases'
import { AT, makeArea } from './made-area'
import { CHEAP, contentOf, fillHub, hubOf, PASSPHRASE } from './made-hub'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-restore-'))
afterAll(() => rmSync(folder, { recursive: true }))

const newFile = () => join(folder, `${randomBytes(8).toString('hex')}.backup`)

async function backedUp(db: HubDb, only: string | null = null): Promise<string> {
  const out = newFile()
  const made = await backup(db, { out, only, passphrase: PASSPHRASE, at: AT, cost: CHEAP })
  if (!made.ok) throw new Error(made.error.type)
  return out
}

const plain = (file: string) => ({ file, passphrase: PASSPHRASE, replace: false, erased: [] })

/** What a restore changes on purpose: epochs, sessions, links. */
const CHANGED = /^(session|verification|link|setting|kysely_.*|sqlite_sequence)$/
function comparable(content: ReadonlyMap<string, readonly string[]>): Record<string, readonly string[]> {
  const kept = [...content].filter(([name]) => !CHANGED.test(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const without = (row: string) => row.replace(/\["(epoch|session)",[^\]]*\]/, '["$1",…]')
  return Object.fromEntries(kept.map(([name, rows]) => [name, rows.map(without).sort()]))
}

async function isEmptyHub(db: HubDb): Promise<boolean> {
  const content = comparable(await contentOf(db))
  return Object.values(content).every((rows) => rows.length === 0)
}

async function freshHub(dialect: Dialect, database: ReturnType<typeof testDatabase>): Promise<HubDb> {
  expect(database.dialect).toBe(dialect)
  const db = await database.open()
  await migrateAccounts(db)
  return db
}

describe.each([
  ['sqlite', 'sqlite'],
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
  ['postgres', 'postgres'],
] as const)('a backup of %s restored into %s', (from, to) => {
  const [source, target] = [testDatabase(from), testDatabase(to)]

  it('gives back every row, under new epochs, with nobody signed in and no link open', async () => {
    const was = await source.open()
    await fillHub(was)
    const db = await freshHub(to, target)
    const restored = await restore(hubOf(db), plain(await backedUp(was)))
    expect(restored).toMatchObject({ ok: true, value: { verification: { ok: true, ops: 305 }, erasedAgain: 0 } })
    const [before, after] = [await contentOf(was), await contentOf(db)]
    expect(comparable(after)).toEqual(comparable(before))
    expect(comparable(after).op).toHaveLength(305)
    expect([after.get('session'), after.get('link')]).toEqual([[], []])
    const epochs = await db.kysely.selectFrom('area').select('epoch').execute()
    expect(new Set(epochs.map(({ epoch }) => epoch)).size).toBe(2)
    expect(epochs.some(({ epoch }) => epoch === 'e1')).toBe(false)
    expect(await db.kysely.selectFrom('device').select('id').where('session', 'is not', null).execute()).toEqual([])
  })

  it('lets people sign in with the password they had', async () => {
    const was = await source.open()
    const origin = 'https://hub.example'
    const accountsOf = (db: HubDb) =>
      openAccounts({ hub: hubOf(db), origin, providers: [], folder: null, onSilent: () => undefined })
    const [email, password] = ['ana@county.example', 'a password of ana, long']
    await accountFor(await accountsOf(was), { name: 'ana', email, password, session: null })
    const db = await freshHub(to, target)
    expect(await restore(hubOf(db), plain(await backedUp(was)))).toMatchObject({ ok: true })
    const signedIn = await (await accountsOf(db)).auth().api.signInEmail({ body: { email, password } })
    expect(signedIn.user.email).toBe(email)
  })
})

forEachDatabase('restore', (database) => {
  let file = ''
  let hub: HubDb
  beforeAll(async () => {
    hub = await database.open()
    await fillHub(hub)
    file = await backedUp(hub)
  })

  it('refuses a hub that holds something, unless it is asked to replace it', async () => {
    const db = await freshHub(database.dialect, database)
    await makeArea(db, 'mine', 3)
    expect(await restore(hubOf(db), plain(file))).toEqual({ ok: false, error: { type: 'NotEmpty' } })
    expect(await verify(db.kysely)).toMatchObject({ areas: [{ area: 'mine' }] })
    expect(await restore(hubOf(db), { ...plain(file), replace: true })).toMatchObject({ ok: true })
    expect(await verify(db.kysely)).toMatchObject({ ok: true, areas: [{ area: 'a1' }, { area: 'a2' }] })
  })

  it('ends the sessions and links of a hub it replaces', async () => {
    const db = await database.open()
    await fillHub(db, 3)
    expect(await restore(hubOf(db), { ...plain(file), replace: true })).toMatchObject({ ok: true })
    const after = await contentOf(db)
    expect([after.get('session'), after.get('link')]).toEqual([[], []])
  })

  it('of one area leaves the others and their accounts as they are', async () => {
    const db = await freshHub(database.dialect, database)
    await makeArea(db, 'mine', 3)
    const stamp = database.dialect === 'sqlite' ? AT : new Date(AT)
    await sql`insert into ${sql.table('user')} (id, name, email, ${sql.ref('emailVerified')}, ${sql.ref('createdAt')}, ${sql.ref('updatedAt')})
      values ('another id', 'bo here', 'BO@county.example', ${database.dialect === 'sqlite' ? 1 : true}, ${stamp}, ${stamp})`.execute(
      db.kysely,
    )
    const one = await backedUp(hub, 'a2')
    expect(await restore(hubOf(db), { ...plain(one), replace: true })).toMatchObject({ ok: true })
    expect(await verify(db.kysely)).toMatchObject({
      ok: true,
      areas: [
        { area: 'a2', ops: 5 },
        { area: 'mine', ops: 3 },
      ],
    })
    expect(await db.kysely.selectFrom('membership').select(['area', 'user_id']).execute()).toEqual([
      { area: 'a2', user_id: 'another id' },
    ])
    expect((await contentOf(db)).get('user')).toHaveLength(1)
    expect(await restore(hubOf(db), { ...plain(one), replace: true })).toMatchObject({ ok: true })
  })

  it('restores nothing of a file cut at any of 20 places, or changed at any of 20', async () => {
    const db = await freshHub(database.dialect, database)
    const whole = readFileSync(file)
    const broken = newFile()
    for (let n = 0; n < 20; n += 1) {
      const at = Math.floor(Math.random() * whole.length)
      writeFileSync(broken, whole.subarray(0, at))
      expect([at, await restore(hubOf(db), plain(broken))]).toEqual([at, { ok: false, error: { type: 'Partial' } }])
      const changed = Buffer.from(whole)
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << (n % 8)), at)
      writeFileSync(broken, changed)
      const type = at < 16 ? 'NotABackup' : 'Damaged'
      expect([at, await restore(hubOf(db), plain(broken))]).toEqual([at, { ok: false, error: { type } }])
    }
    expect(await isEmptyHub(db)).toBe(true)
    expect(await restore(hubOf(db), plain(file))).toMatchObject({ ok: true })
  })

  it('leaves a hub it was to replace as it was when the backup is partial', async () => {
    const db = await database.open()
    await fillHub(db, 7)
    const before = await contentOf(db)
    const partial = newFile()
    writeFileSync(partial, readFileSync(file).subarray(0, -1))
    expect(await restore(hubOf(db), { ...plain(partial), replace: true })).toMatchObject({ error: { type: 'Partial' } })
    expect(await contentOf(db)).toEqual(before)
  })

  it('says that the passphrase is wrong', async () => {
    const db = await freshHub(database.dialect, database)
    const wrong = { ...plain(file), passphrase: 'seven other words for a test of backups' }
    expect(await restore(hubOf(db), wrong)).toEqual({ ok: false, error: { type: 'WrongPassphrase' } })
  })

  it('refuses the backup of a newer Plumbline', async () => {
    const newer = await database.open()
    await fillHub(newer, 3)
    const name = '9999-from-the-future'
    await sql`insert into kysely_migration (name, timestamp) values (${name}, ${AT})`.execute(newer.kysely)
    const made = await backedUp(newer)
    await sql`delete from kysely_migration where name = ${name}`.execute(newer.kysely)
    const db = await freshHub(database.dialect, database)
    expect(await restore(hubOf(db), plain(made))).toEqual({ ok: false, error: { type: 'Newer' } })
    await sql`alter table device add column colour text`.execute(newer.kysely)
    expect(await restore(hubOf(db), plain(await backedUp(newer)))).toEqual({ ok: false, error: { type: 'Newer' } })
    expect(await isEmptyHub(db)).toBe(true)
  })

  it('refuses a backup of a hub whose trail had been changed', async () => {
    const tampered = await database.open()
    await fillHub(tampered, 20)
    await sql`update op set actor = 'm9' where area = 'a1' and position = 11`.execute(tampered.kysely)
    const db = await freshHub(database.dialect, database)
    expect(await restore(hubOf(db), plain(await backedUp(tampered)))).toMatchObject({
      error: { type: 'NotVerified', verification: { ok: false, at: { area: 'a1', position: 11 } } },
    })
    expect(await isEmptyHub(db)).toBe(true)
  })

  it('erases again what was erased since, by the list kept outside and by that of the hub it replaces', async () => {
    const db = await database.open()
    await fillHub(db, 20)
    const before = await backedUp(db)
    await erase(hubOf(db), 'a1', ['audit/a3'])
    const erased = [
      { area: 'a1', key: 'audit/a4', at: AT },
      { area: 'elsewhere', key: 'audit/a5', at: AT },
    ]
    const options = { ...plain(before), replace: true, erased }
    expect(await restore(hubOf(db), options)).toMatchObject({ ok: true, value: { erasedAgain: 2 } })
    const rows = [...(await contentOf(db)).entries()].filter(([name]) => name === 'record' || name === 'op')
    const text = JSON.stringify(rows)
    expect(text).not.toContain('Words of op 3"')
    expect(text).not.toContain('Words of op 4"')
    expect(text).toContain('Words of op 6')
    const listed = await db.kysely.selectFrom('erased').select('key').orderBy('key').execute()
    expect(listed).toEqual([{ key: 'audit/a3' }, { key: 'audit/a4' }])
    expect(await verify(db.kysely)).toMatchObject({ ok: true })
  })
})
