/** One-time links: used once, in time, by whom they name, and worth nothing to anybody else. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LinkAnswer, Me, MemberAccounts, MemberLink, SignedIn } from '../../../src/wire/accounts'
import { forEachDatabase } from '../databases'
import { startTestHub, type TestHub, tokenOf } from '../http/running'
import { MANAGER_EMAIL, PASSWORD, setUpArea, type TestArea } from './area'

const DAY_MS = 86_400_000

forEachDatabase('links', (database) => {
  let hub: TestHub
  let place: TestArea
  let passed = 0
  let where = ''

  beforeAll(async () => {
    const now = () => new Date(Date.now() + passed).toISOString()
    where = await database.fresh()
    hub = await startTestHub({ where, now })
    place = await setUpArea(hub)
  })
  afterAll(() => hub.close())

  const accept = (token: string, email: string, password?: string) =>
    hub.post('/accounts/accept', { token, email, ...(password && { password }) })
  const typeOf = async (token: string) => (await hub.post('/accounts/link', { token })).type

  it('say nothing to somebody who guesses', async () => {
    const guessed = 'a'.repeat(43)
    for (const [path, more] of [
      ['link', {}],
      ['accept', { email: 'x@example.org' }],
      ['reset', { password: PASSWORD }],
      ['set-up', { areaName: 'A', name: 'N', agency: 'health', email: 'x@example.org' }],
    ] as const) {
      const answer = await hub.post(`/accounts/${path}`, { token: guessed, ...more })
      expect([path, answer.status, answer.type]).toEqual([path, 404, 'LinkUnknown'])
    }
  })

  it('of an invitation lasts seven days, and a new one ends the one before', async () => {
    await place.setMember('m-late')
    const first = await place.invite('m-late', 'late@example.org')
    const second = await place.invite('m-late', 'late@example.org')
    expect(await typeOf(first)).toBe('LinkUnknown')
    expect(await typeOf(second)).toBe('invite')
    passed = 7 * DAY_MS - 60_000
    expect(await typeOf(second)).toBe('invite')
    passed = 7 * DAY_MS
    const late = await accept(second, 'late@example.org', PASSWORD)
    expect([late.status, late.type]).toEqual([410, 'LinkExpired'])
    passed = 0
  })

  it('of an invitation makes one member of two who open it at the same moment', async () => {
    await place.setMember('m-race')
    const token = await place.invite('m-race')
    const both = await Promise.all(
      ['one@example.org', 'two@example.org'].map((email) => accept(token, email, PASSWORD)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
    const joined = both.find(({ status }) => status === 200)?.as(SignedIn).token
    expect((await hub.get('/accounts/me', joined)).as(Me).places).toHaveLength(1)
  })

  it('of an invitation to an address lets no other address in', async () => {
    await place.setMember('m-named')
    const token = await place.invite('m-named', 'named@example.org')
    const other = await accept(token, 'other@example.org', PASSWORD)
    expect([other.status, other.type]).toEqual([409, 'OtherAddress'])
    expect((await accept(token, 'NAMED@example.org', PASSWORD)).status).toBe(200)
  })

  it('make no account for an address that could not sign in', async () => {
    await place.setMember('m-odd')
    const token = await place.invite('m-odd')
    for (const email of ['odd@localhost', 'odd..odd@example.org', 'odd@-example.org']) {
      const answer = await accept(token, email, PASSWORD)
      expect([email, answer.status, answer.type]).toEqual([email, 400, 'Malformed'])
      const asked = { area: place.area, memberId: 'm-odd', email }
      expect((await hub.post('/accounts/invite', asked, place.manager)).status).toBe(400)
    }
    expect((await accept(token, "o'dd+1@example.org", PASSWORD)).status).toBe(200)
    const signIn = { email: "O'dd+1@example.org", password: PASSWORD }
    expect((await hub.post('/api/auth/sign-in/email', signIn)).status).toBe(200)
  })

  it('of an invitation to somebody who has an account asks for its password or session', async () => {
    await place.setMember('m-second')
    const token = await place.invite('m-second', 'holder@example.org')
    await place.join('m-holder', 'holder@example.org')
    expect((await hub.post('/accounts/link', { token })).as(LinkAnswer).hasAccount).toBe(true)
    for (const password of [undefined, 'some other password']) {
      const refused = await accept(token, 'holder@example.org', password)
      expect([refused.status, refused.type]).toEqual([403, 'SignInFirst'])
    }
    // The account is a member of this area already: the invitation stays usable for whom it was meant.
    const taken = await accept(token, 'holder@example.org', PASSWORD)
    expect([taken.status, taken.type]).toEqual([409, 'AlreadyMember'])
    expect(await typeOf(token)).toBe('invite')
  })

  it('of an invitation takes an account without a password, for a passkey that is added right after', async () => {
    await place.setMember('m-passkey')
    const token = await place.invite('m-passkey', 'passkey@example.org')
    const accepted = (await accept(token, 'passkey@example.org')).as(SignedIn)
    expect((await hub.get('/accounts/me', accepted.token)).as(Me).user.hasPassword).toBe(false)
  })

  it('of an invitation is closed with the member', async () => {
    await place.setMember('m-left')
    const token = await place.invite('m-left', 'left@example.org')
    await place.setMember('m-left', { active: false })
    const refused = await accept(token, 'left@example.org', PASSWORD)
    expect([refused.status, refused.type]).toEqual([410, 'LinkExpired'])
    expect((await hub.post('/accounts/close', { area: place.area, memberId: 'm-left' }, place.manager)).status).toBe(
      200,
    )
    expect(await typeOf(token)).toBe('LinkUnknown')
  })

  it('are given by managers alone, for members of their area', async () => {
    const auditor = await place.join('m-plain', 'plain@example.org')
    for (const path of ['invite', 'reset-link', 'close']) {
      const asked = { area: place.area, memberId: 'm-plain' }
      const byAuditor = await hub.post(`/accounts/${path}`, asked, auditor)
      const ofNobody = await hub.post(`/accounts/${path}`, { ...asked, memberId: 'm-nobody' }, place.manager)
      const elsewhere = await hub.post(`/accounts/${path}`, { ...asked, area: 'another' }, place.manager)
      expect([byAuditor.status, ofNobody.status, elsewhere.status]).toEqual([403, 403, 403])
      expect(new Set([byAuditor.text, ofNobody.text, elsewhere.text]).size).toBe(1)
    }
    expect((await hub.get(`/accounts/members?area=${place.area}`, auditor)).status).toBe(403)
  })

  it('of a reset set a new password once, end every other session, and last a day', async () => {
    const old = await place.join('m-reset', 'reset@example.org')
    const asked = { area: place.area, memberId: 'm-reset' }
    const token = tokenOf((await hub.post('/accounts/reset-link', asked, place.manager)).as(MemberLink).url)
    expect((await hub.post('/accounts/link', { token })).as(LinkAnswer)).toMatchObject({ type: 'reset', email: null })
    passed = DAY_MS
    expect((await hub.post('/accounts/reset', { token, password: 'a newer long password' })).type).toBe('LinkExpired')
    passed = 0
    const fresh = (await hub.post('/accounts/reset', { token, password: 'a newer long password' })).as(SignedIn).token
    expect((await hub.get('/accounts/me', fresh)).status).toBe(200)
    expect((await hub.get('/accounts/me', old)).status).toBe(401)
    expect((await hub.post('/accounts/reset', { token, password: 'yet another password' })).type).toBe('LinkUsed')
    const signIn = (password: string) => hub.post('/api/auth/sign-in/email', { email: 'reset@example.org', password })
    expect((await signIn(PASSWORD)).status).toBe(401)
    expect((await signIn('a newer long password')).status).toBe(200)
  })

  it('are not given where they make no sense', async () => {
    const asked = { area: place.area, memberId: place.managerId }
    expect((await hub.post('/accounts/invite', asked, place.manager)).type).toBe('AlreadyMember')
    await place.setMember('m-none')
    const none = await hub.post('/accounts/reset-link', { ...asked, memberId: 'm-none' }, place.manager)
    expect(none.type).toBe('NoAccount')
    const crossed = await place.invite('m-none')
    expect((await hub.post('/accounts/reset', { token: crossed, password: PASSWORD })).type).toBe('LinkUnknown')
  })

  it('show the manager who was invited until when', async () => {
    await place.setMember('m-shown')
    await place.invite('m-shown', 'shown@example.org')
    const { members } = (await hub.get(`/accounts/members?area=${place.area}`, place.manager)).as(MemberAccounts)
    const shown = members.find(({ memberId }) => memberId === 'm-shown')
    expect(shown).toMatchObject({ email: 'shown@example.org', hasAccount: false, devices: [] })
    expect(Date.parse(shown?.invitedUntil ?? '')).toBeGreaterThan(Date.now() + 6.9 * DAY_MS)
    expect(members.find(({ memberId }) => memberId === place.managerId)).toMatchObject({
      email: MANAGER_EMAIL,
      hasAccount: true,
    })
  })

  it('keep only the hash of their token', async () => {
    await place.setMember('m-hash')
    const token = await place.invite('m-hash')
    const db = await database.open(where)
    const links = await db.kysely.selectFrom('link').selectAll().execute()
    expect(links.length).toBeGreaterThan(0)
    expect(JSON.stringify(links)).not.toContain(token)
    await db.close()
  })
})
