/** `backup`: one moment of a hub, whole, for its owner alone, and nothing in it that opens a door. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { backup } from '../../../src/hub/admin/backup'
import { BACKED_UP, LEFT_OUT } from '../../../src/hub/admin/backup-tables'
import { checkBackup } from '../../../src/hub/admin/check-backup'
import { withBackup } from '../../../src/hub/admin/read-backup'
import { verify } from '../../../src/hub/admin/verify'
import { forEachDatabase } from '../databases'
import { AT, makeArea } from './made-area'
import { CHEAP, fillHub, PASSPHRASE } from './made-hub'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))

const newFile = () => join(folder, `${randomBytes(8).toString('hex')}.backup`)
const options = (out: string, only: string | null = null) => ({
  out,
  only,
  passphrase: PASSPHRASE,
  at: AT,
  cost: CHEAP,
})

async function rowsIn(file: string): Promise<readonly string[]> {
  const rows: string[] = []
  const read = await withBackup(file, PASSPHRASE, async (opened) => {
    for await (const row of opened.rows) rows.push(JSON.stringify(row))
  })
  expect(read.ok).toBe(true)
  return rows
}

forEachDatabase('backup', (database) => {
  it('holds every table but those that open doors, and leaves none unnamed', async () => {
    const db = await database.open()
    await fillHub(db)
    const named = [...BACKED_UP.map(({ name }) => name), ...LEFT_OUT, 'setting']
    const tables = (await db.kysely.introspection.getTables()).map(({ name }) => name)
    expect(tables.filter((name) => !name.startsWith('kysely_') && name !== 'sqlite_sequence').sort()).toEqual(
      named.sort(),
    )
  })

  it('counts what it holds, and its chains verify without a hub', async () => {
    const db = await database.open()
    await fillHub(db)
    const out = newFile()
    const made = await backup(db, options(out))
    const areas = await db.kysely
      .selectFrom('area')
      .select(['area', 'epoch', 'seq', 'ops', 'head'])
      .orderBy('area')
      .execute()
    expect(made).toMatchObject({ ok: true, value: { at: AT, only: null, areas } })
    expect(made).toMatchObject({
      value: { counts: { user: 2, account: 2, op: 305, record: 307, blob: 1, membership: 3 } },
    })
    expect(await checkBackup(out, PASSPHRASE)).toEqual(made)
  })

  it('holds no session, no link, and is readable by its owner alone', async () => {
    const db = await database.open()
    await fillHub(db)
    const out = newFile()
    await backup(db, options(out))
    const rows = await rowsIn(out)
    expect(rows.some((row) => row.includes('hash of ana'))).toBe(true)
    expect(rows.some((row) => row.includes('the token of ana') || row.includes('the hash of a link'))).toBe(false)
    expect(statSync(out).mode & 0o777).toBe(0o600)
    expect(readFileSync(out).includes('county.example')).toBe(false)
  })

  it('of one area holds that area and the accounts of its members alone', async () => {
    const db = await database.open()
    await fillHub(db)
    const out = newFile()
    expect(await backup(db, options(out, 'a2'))).toMatchObject({
      ok: true,
      value: { only: 'a2', counts: { op: 5, user: 1 } },
    })
    const rows = await rowsIn(out)
    expect(rows.some((row) => row.includes('"a1"') || row.includes('ana'))).toBe(false)
    expect(rows.filter((row) => row.includes('bo@county.example'))).toHaveLength(1)
  })

  it('is of one moment, whatever is written meanwhile', async () => {
    const where = await database.fresh()
    const [db, hub] = [await database.open(where), await database.open(where)]
    await fillHub(db, 3_000)
    const out = newFile()
    let isMade = false
    const making = backup(db, options(out)).finally(() => {
      isMade = true
    })
    let areas = 0
    for (; !isMade; areas += 1) {
      await makeArea(hub, `later-${areas}`, 5)
      await nextTurn()
    }
    expect(areas).toBeGreaterThan(1)
    expect(await checkBackup(out, PASSPHRASE)).toEqual(await making)
    expect(await verify(hub.kysely)).toMatchObject({ ok: true, ops: 3_005 + 5 * areas })
  })

  it('does not write over a file that is there, and refuses an area that is not', async () => {
    const db = await database.open()
    await fillHub(db)
    const out = newFile()
    writeFileSync(out, 'mine')
    expect(await backup(db, options(out))).toEqual({ ok: false, error: { type: 'Exists' } })
    expect(readFileSync(out, 'utf8')).toBe('mine')
    const other = newFile()
    expect(await backup(db, options(other, 'a9'))).toEqual({ ok: false, error: { type: 'UnknownArea' } })
    expect(existsSync(other)).toBe(false)
  })

  it('of an empty hub is a backup too', async () => {
    const db = await database.open()
    const out = newFile()
    await backup(db, options(out))
    expect(await checkBackup(out, PASSPHRASE)).toMatchObject({ ok: true, value: { areas: [] } })
  })
})
