/** Erasure: what was planted about a plan is nowhere in the database any more, the chain verifies, and nothing can be guessed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backup } from '../../../src/hub/admin/backup'
import { eraseForGood, previewErasure } from '../../../src/hub/admin/erasure'
import { addErasures, readErasures } from '../../../src/hub/admin/erasures'
import { restore } from '../../../src/hub/admin/restore'
import { scrub } from '../../../src/hub/admin/scrub'
import { verify } from '../../../src/hub/admin/verify'
import type { Whom } from '../../../src/hub/admin/whom'
import type { HubDb } from '../../../src/hub/db/schema'
import { payloadHash } from '../../../src/hub/sync/trail'
import { forEachDatabase, testDatabase } from '../databases'
import { AT, CRITERIA, MEMBERS, type Room, recordOf, trailOf } from '../sync/room'
import { CHEAP, contentOf, PASSPHRASE } from './made-hub'
import { KEPT, PLANTED, PSEUDONYM, plant } from './planted'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-erasure-'))
afterAll(() => rmSync(folder, { recursive: true }))

const plan: Whom = { type: 'subject', name: 'K7' }
const forget = async () => undefined

async function textOf(db: HubDb): Promise<string> {
  return JSON.stringify([...(await contentOf(db)).entries()])
}

forEachDatabase('erasure of a plan', (database) => {
  let room: Room
  let before: readonly { readonly position: number; readonly salt: string | null; readonly payload: string | null }[]
  beforeAll(async () => {
    room = await plant(await database.open())
    before = await trailOf(room)
  })

  it('shows first what would go, under every code of the plan, and changes nothing', async () => {
    const was = await contentOf(room.db)
    const preview = await previewErasure(room.hub, room.area, plan)
    expect(preview).toMatchObject({
      ok: true,
      value: {
        subjects: [
          { id: 's1', code: 'K7', cycleId: 'c1' },
          { id: 't2', code: 'Q4', cycleId: 'c2' },
        ],
        records: { subject: 2, assignment: 4, audit: 3, alert: 1, moderation: 1, comparison: 1, result: 1 },
        samples: 2,
        accounts: 0,
      },
    })
    expect(await contentOf(room.db)).toEqual(was)
    expect(await previewErasure(room.hub, room.area, { type: 'subject', name: 't2' })).toEqual(preview)
  })

  it('leaves nothing of what was planted, and everything about other plans', async () => {
    expect(await textOf(room.db)).toContain(PLANTED)
    const remembered: string[] = []
    const erased = await eraseForGood(room.hub, room.area, plan, async (keys) => {
      remembered.push(...keys.map(({ key }) => key))
    })
    expect(erased.ok).toBe(true)
    const text = await textOf(room.db)
    expect(text).not.toContain(PLANTED)
    expect(text).not.toContain(PSEUDONYM)
    expect(text).toContain(`${KEPT} words about another plan`)
    expect(text).toContain('OTHERTWO')
    expect(remembered).toContain('audit/m2-s1')
    expect(remembered).toContain('subject/t2')
    expect(await verify(room.db.kysely)).toMatchObject({ ok: true, ops: before.length })
  })

  it('keeps the place of the plan in the draw, so that it is not drawn again', async () => {
    const sample = JSON.parse((await recordOf(room, 'sample/c1'))?.body ?? '')
    expect(sample.plans[0]).toEqual({ subjectId: 's1', rank: 0, pseudonym: '' })
  })

  it('leaves no rating that a guess could confirm: every salt of it is gone with what it salted', async () => {
    const after = new Map((await trailOf(room)).map((op) => [op.position, op]))
    const gone = before.filter(({ position }) => after.get(position)?.payload === null)
    const salts = gone.flatMap(({ salt }) => (salt === null ? [] : [salt]))
    expect(salts.length).toBeGreaterThan(2 * CRITERIA.length)
    const text = await textOf(room.db)
    expect(salts.filter((salt) => text.includes(salt))).toEqual([])
    const [criterionId = ''] = CRITERIA
    const guesses = ['met', 'partly', 'not-met'].flatMap((rating) =>
      ['', ...salts].map((salt) =>
        payloadHash(salt, JSON.stringify({ auditId: 'm2-s1', criterionId, rated: { rating } })),
      ),
    )
    const hashes = new Set([...after.values()].map((op) => op.payload_hash))
    // With the salts the guess would have been right: it is they that protect.
    expect(guesses.filter((guess) => hashes.has(guess))).toHaveLength(1)
    expect(hashes.has(guesses[0] ?? '')).toBe(false)
  })

  it('does not find the plan a second time', async () => {
    expect(await previewErasure(room.hub, room.area, plan)).toEqual({ ok: false, error: { type: 'Unknown' } })
    expect(await previewErasure(room.hub, 'elsewhere', plan)).toEqual({ ok: false, error: { type: 'UnknownArea' } })
  })
})

describe('the file of an SQLite hub after an erasure', () => {
  const database = testDatabase('sqlite')

  it('holds nothing of it, in its log neither, with the hub still open', async () => {
    const where = await database.fresh()
    const room = await plant(await database.open(where))
    const other = await database.open(where)
    const bytes = () => Buffer.concat(readdirSync(where).map((name) => readFileSync(join(where, name))))
    expect(bytes().includes(PLANTED)).toBe(true)
    const salts = (await trailOf(room)).filter(({ key }) => key === 'audit/m2-s1').flatMap(({ salt }) => salt ?? [])
    await eraseForGood(room.hub, room.area, plan, forget)
    expect(await scrub(room.db)).toBe(true)
    const left = bytes()
    expect(left.includes(PLANTED) || left.includes(PSEUDONYM)).toBe(false)
    expect(salts.some((salt) => left.includes(salt))).toBe(false)
    expect(left.includes(KEPT)).toBe(true)
    expect(await verify(other.kysely)).toMatchObject({ ok: true })
  })
})

forEachDatabase('erasure of a member', (database) => {
  async function hubWithAccounts(): Promise<Room> {
    const room = await plant(await database.open())
    const isSqlite = database.dialect === 'sqlite'
    const stamp = isSqlite ? AT : new Date(AT)
    for (const id of ['m2', 'm3']) {
      const account = [`user-${id}`, `name of ${id}`, `${id}@county.example`, isSqlite ? 1 : true, stamp, stamp]
      await sql`insert into ${sql.table('user')}
        (id, name, email, ${sql.ref('emailVerified')}, ${sql.ref('createdAt')}, ${sql.ref('updatedAt')})
        values (${sql.join(account)})`.execute(room.db.kysely)
      await room.db.kysely
        .insertInto('membership')
        .values({ area: room.area, member: id, user_id: `user-${id}`, at: AT })
        .execute()
    }
    return room
  }

  it('waits until the member has left; then name and account go, and what they did stays under a number', async () => {
    const room = await hubWithAccounts()
    const whom: Whom = { type: 'member', id: 'm2' }
    expect(await previewErasure(room.hub, room.area, whom)).toEqual({ ok: false, error: { type: 'StillActive' } })
    const manager = room.device('m1')
    const left = { ...MEMBERS.m2, name: 'LEAVINGNAME', active: false }
    await manager.does(manager.op('member.set', { areaId: room.area, memberId: 'm2', member: left }, 1))
    const erased = await eraseForGood(room.hub, room.area, whom, forget)
    expect(erased).toMatchObject({ ok: true, value: { records: { member: 1 }, accounts: 1 } })
    const text = await textOf(room.db)
    expect(text).not.toContain('LEAVINGNAME')
    expect(text).not.toContain('m2@county.example')
    expect(text).toContain('m3@county.example')
    expect(await recordOf(room, 'audit/m2-s1')).toBeDefined()
    expect(await verify(room.db.kysely)).toMatchObject({ ok: true })
  })

  it('refuses keys that are not erased as keys', async () => {
    const room = await hubWithAccounts()
    for (const key of [`area/${room.area}`, 'member/m2']) {
      expect(await previewErasure(room.hub, room.area, { type: 'key', key })).toMatchObject({
        error: { type: 'NotByKey' },
      })
    }
    expect(await previewErasure(room.hub, room.area, { type: 'key', key: 'alert/alert1' })).toMatchObject({
      value: { keys: ['alert/alert1'], records: { alert: 1 } },
    })
  })
})

describe('the list of erasures', () => {
  const database = testDatabase('sqlite')

  it('is added to, holds each key once, and is refused when it cannot be read', async () => {
    const path = join(folder, 'erasures.json')
    expect(await readErasures(path)).toEqual({ ok: true, value: [] })
    const [a, b] = ['audit/a', 'audit/b'].map((key) => ({ area: 'a1', key, at: AT }))
    await addErasures(path, a ? [a] : [])
    await addErasures(path, a && b ? [a, b] : [])
    expect(await readErasures(path)).toEqual({ ok: true, value: [a, b] })
    writeFileSync(path, '{ "product": "plum')
    expect(await readErasures(path)).toEqual({ ok: false, error: 'UnreadableErasures' })
    await expect(addErasures(path, [])).rejects.toThrow()
  })

  it('keeps an erased plan away when an older backup is restored, its pseudonym and all', async () => {
    const room = await plant(await database.open())
    const file = join(folder, 'before.backup')
    await backup(room.db, { out: file, only: null, passphrase: PASSPHRASE, at: AT, cost: CHEAP })
    const path = join(folder, 'kept.json')
    await eraseForGood(room.hub, room.area, plan, (keys) => addErasures(path, keys))

    const db = await database.open()
    const { migrateAccounts } = await import('../../../src/hub/accounts/migrate-accounts')
    await migrateAccounts(db)
    const erased = await readErasures(path)
    const options = { file, passphrase: PASSPHRASE, replace: false, erased: erased.ok ? erased.value : [] }
    expect(await restore({ ...room.hub, db }, options)).toMatchObject({ ok: true })
    const text = await textOf(db)
    expect(text).not.toContain(PLANTED)
    expect(text).not.toContain(PSEUDONYM)
    expect(text).toContain(KEPT)
  })
})
