/** The subject access pack: everything about one plan or member, nothing of anybody else, and what was taken out is gone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseForGood } from '../../../src/hub/admin/erasure'
import { type AccessOptions, subjectAccess, writeAccess } from '../../../src/hub/admin/subject-access'
import { forEachDatabase } from '../databases'
import { AT, type Room } from '../sync/room'
import { KEPT, PLANTED, PSEUDONYM, plant, THIRD_PARTY } from './planted'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-access-'))
afterAll(() => rmSync(folder, { recursive: true }))

forEachDatabase('the subject access pack', (database) => {
  let room: Room
  beforeAll(async () => {
    room = await plant(await database.open())
    const isSqlite = database.dialect === 'sqlite'
    const stamp = isSqlite ? AT : new Date(AT)
    const account = ['user-m2', 'Two', 'two@county.example', isSqlite ? 1 : true, stamp, stamp]
    await sql`insert into ${sql.table('user')}
      (id, name, email, ${sql.ref('emailVerified')}, ${sql.ref('createdAt')}, ${sql.ref('updatedAt')})
      values (${sql.join(account)})`.execute(room.db.kysely)
    await room.db.kysely
      .insertInto('membership')
      .values({ area: room.area, member: 'm2', user_id: 'user-m2', at: AT })
      .execute()
    const [id, secret] = ['account-m2', 'SECRETHASH']
    await sql`insert into account
      (id, ${sql.ref('accountId')}, ${sql.ref('providerId')}, ${sql.ref('userId')}, password, ${sql.ref('createdAt')}, ${sql.ref('updatedAt')})
      values (${sql.join([id, 'user-m2', 'credential', 'user-m2', secret, stamp, stamp])})`.execute(room.db.kysely)
  })

  const accessTo = async (whom: AccessOptions['whom'], redact: AccessOptions['redact'] = []) => {
    const access = await subjectAccess(room.hub, { area: room.area, whom, redact })
    if (!access.ok) throw new Error(access.error.type)
    return access.value
  }

  describe('of a plan', () => {
    const plan = { type: 'subject', name: 'K7' } as const

    it('holds every record and every entry of the trail about it, under each of its codes', async () => {
      const { pack, html, json } = await accessTo(plan)
      const kinds = pack.records.map(({ kind }) => kind).sort()
      expect(kinds).toEqual([
        'alert',
        ...Array(4).fill('assignment'),
        ...Array(3).fill('audit'),
        'comparison',
        'moderation',
        'result',
        'subject',
        'subject',
      ])
      expect(pack.plan?.map(({ code }) => code)).toEqual(['K7', 'Q4'])
      expect(pack.mentions.map(({ key, fields }) => [key, fields.pseudonym])).toEqual([
        ['sample/c1', PSEUDONYM],
        ['sample/c2', PSEUDONYM],
      ])
      const words = [
        'words of two',
        'words of three',
        'duty officer',
        'route taken',
        'reason of the panel',
        'learning point',
        'draft of the second cycle',
      ]
      for (const text of [html, json]) {
        for (const word of words) expect(text).toContain(`${PLANTED} ${word}`)
      }
      const done = pack.trail.map(({ kind }) => kind)
      expect(done).toEqual(
        expect.arrayContaining(['cycle.draw', 'assignment.give', 'audit.submit', 'moderation.record']),
      )
    })

    it('holds nothing of other plans, though they stand in the same ops', async () => {
      const { html, json } = await accessTo(plan)
      for (const text of [html, json]) {
        for (const other of [KEPT, 'OTHERONE', 'OTHERTWO', '"p1"', 'm2-s2', 'm3-t1']) expect(text).not.toContain(other)
      }
    })

    it('says who was asked to audit it, how far they came, and who may read it', async () => {
      const { pack } = await accessTo(plan)
      expect(pack.openings).toContainEqual({
        member: '[member 2, health]',
        subject: 'K7',
        state: 'submitted',
        declared: 'none',
      })
      expect(pack.openings).toContainEqual({
        member: '[member 3, social-care]',
        subject: 'Q4',
        state: 'asked',
        declared: null,
      })
      expect(pack.readers).toEqual(['[member 1, education]', '[member 2, health]', '[member 3, social-care]'])
    })

    it('marks the audit that is not released', async () => {
      const { unreleased, html } = await accessTo(plan)
      expect(unreleased).toEqual(['audit/m2-t2'])
      expect(html.match(/not released when this pack was made/g)).toHaveLength(1)
    })

    it('shows no name or id of a member of staff, in texts neither', async () => {
      const { html, json } = await accessTo(plan)
      for (const text of [html, json]) {
        expect(text).not.toMatch(/\bThree\b|"m2"|"m3"|>m2<|>m3</)
        expect(text).toContain('[member 3, social-care] said so')
      }
    })

    it('proposes what may be a third party’s, and takes it out wherever it stands when told to', async () => {
      const { proposals, html } = await accessTo(plan)
      const found = proposals.find(({ words }) => words === THIRD_PARTY)
      expect(found).toMatchObject({ why: 'may-be-a-name', isTaken: false })
      expect(found?.times).toBeGreaterThan(1)
      expect(proposals.some(({ words }) => words === 'Three')).toBe(false)
      expect(html).toContain(THIRD_PARTY)
      for (const redact of [[found?.id ?? ''], 'all'] as const) {
        const safe = await accessTo(plan, redact)
        const out = join(folder, `${database.dialect}-${redact === 'all' ? 'all' : 'one'}`)
        const files = await writeAccess(out, safe)
        expect(readdirSync(out).sort()).toEqual(['subject-access.html', 'subject-access.json'])
        for (const file of files) {
          const text = readFileSync(file, 'utf8')
          expect(text).not.toContain('Quirinus')
          expect(text).not.toContain('Grey')
          expect(text).toContain('as did the tutor [redacted]')
          expect(statSync(file).mode & 0o777).toBe(0o600)
        }
      }
    })

    it('refuses an id that is no proposal, and a plan that is not there', async () => {
      const asked = { area: room.area, whom: plan, redact: ['w-000000'] }
      expect(await subjectAccess(room.hub, asked)).toEqual({
        ok: false,
        error: { type: 'UnknownProposals', ids: ['w-000000'] },
      })
      const nobody = { ...asked, redact: [], whom: { type: 'subject', name: 'ZZ' } as const }
      expect(await subjectAccess(room.hub, nobody)).toEqual({ ok: false, error: { type: 'Unknown' } })
      expect(await subjectAccess(room.hub, { ...nobody, area: 'elsewhere' })).toEqual({
        ok: false,
        error: { type: 'UnknownArea' },
      })
    })

    it('is one page that asks nothing of any network', async () => {
      const { html } = await accessTo(plan)
      expect(html).toContain('default-src &#39;none&#39;')
      expect(html).not.toMatch(/<script|https?:\/\//)
      const [file = ''] = await writeAccess(join(folder, `${database.dialect}.html`), { html, json: '{}' })
      expect(readFileSync(file, 'utf8')).toBe(html)
    })
  })

  describe('of a member of staff', () => {
    const two = { type: 'member', id: 'm2' } as const

    it('holds what they are, did and wrote, and their account without its secrets', async () => {
      const { pack, html } = await accessTo(two)
      expect(pack.records.map(({ key }) => key)).toEqual(
        expect.arrayContaining(['member/m2', 'audit/m2-s1', 'audit/m2-t2', 'alert/alert1']),
      )
      expect(pack.records.map(({ key }) => key)).not.toContain('audit/m3-s1')
      expect(pack.account).toMatchObject({ name: 'Two', email: 'two@county.example', createdAt: AT })
      expect(pack.trail.filter(({ kind }) => kind === 'note.set').length).toBeGreaterThan(2)
      expect(html).toContain('two@county.example')
      expect(html).not.toContain('SECRETHASH')
    })

    it('shows their own name, and that of nobody else', async () => {
      const { html, json } = await accessTo(two)
      for (const text of [html, json]) {
        expect(text).toMatch(/\bTwo\b/)
        expect(text).not.toMatch(/\bThree\b/)
        expect(text).not.toContain(`${PLANTED} words of three`)
      }
    })
  })

  it('holds nothing of an erased plan', async () => {
    const whom = { type: 'subject', name: 'K7' } as const
    await eraseForGood(room.hub, room.area, whom, async () => undefined)
    expect(await subjectAccess(room.hub, { area: room.area, whom, redact: [] })).toEqual({
      ok: false,
      error: { type: 'Unknown' },
    })
  })
})
