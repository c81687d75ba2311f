/**
 * Signing in at an organisation, against a real OpenID Connect provider on loopback: the whole dance of redirects with PKCE.
 * Who was invited comes in; nobody else does.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { accountTables } from '../../../src/hub/accounts/tables'
import { About, Me } from '../../../src/wire/accounts'
import { forEachDatabase } from '../databases'
import { startTestHub, type TestHub } from '../http/running'
import { PASSWORD, setUpArea, type TestArea } from './area'
import { Browser, CLIENT, freePort, startProvider, type TestProvider } from './provider'

const SocialAnswer = z.object({ url: z.string() })

forEachDatabase('the sign-in of an organisation', (database) => {
  let hub: TestHub
  let provider: TestProvider
  let place: TestArea
  let folder = ''
  let where = ''

  beforeAll(async () => {
    const [hubPort, providerPort] = [await freePort(), await freePort()]
    provider = await startProvider(providerPort, `http://localhost:${hubPort}`, 'county')
    folder = mkdtempSync(join(tmpdir(), 'plumbline-config-'))
    writeFileSync(join(folder, 'secret'), `${CLIENT.secret}\n`)
    const written = {
      id: 'county',
      label: 'County account',
      issuer: provider.issuer,
      clientId: CLIENT.id,
      clientSecretFile: 'secret',
    }
    writeFileSync(join(folder, 'hub.json'), JSON.stringify({ providers: [written] }))
    where = await database.fresh()
    hub = await startTestHub({ where, port: hubPort, config: join(folder, 'hub.json') })
    place = await setUpArea(hub)
  })
  afterAll(async () => {
    await hub.close()
    await provider.close()
    rmSync(folder, { recursive: true })
  })

  async function signIn(login: string, browser = new Browser()): Promise<{ to: string; me: Me | null }> {
    const asked = await browser.ask(`${hub.url}/api/auth/sign-in/social`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: hub.url },
      body: JSON.stringify({
        provider: 'county',
        callbackURL: '/sign-in?back',
        errorCallbackURL: '/sign-in',
        disableRedirect: true,
      }),
    })
    const { url } = SocialAnswer.parse(await asked.json())
    const back = await browser.signInAs(login, url, `${hub.url}/api/auth/callback/county`)
    const answer = await browser.ask(back)
    expect(answer.status).toBe(302)
    const me = await browser.ask(`${hub.url}/accounts/me`)
    return { to: answer.headers.get('location') ?? '', me: me.status === 200 ? Me.parse(await me.json()) : null }
  }

  it('is offered by its label', async () => {
    expect((await hub.get('/hub/about')).as(About).providers).toEqual([{ id: 'county', label: 'County account' }])
  })

  it('uses PKCE and a nonce, and sends nobody to another address than was written down', async () => {
    const asked = await hub.post('/api/auth/sign-in/social', { provider: 'county', callbackURL: '/sign-in?back' })
    const url = new URL(asked.as(SocialAnswer).url)
    expect(url.origin).toBe(provider.issuer)
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      response_type: 'code',
      redirect_uri: `${hub.url}/api/auth/callback/county`,
    })
    expect(url.searchParams.get('nonce')).toMatch(/.{16,}/)
    for (const callbackURL of ['https://example.net/', '//example.net/', '/\\example.net', 'javascript:alert(1)']) {
      const refused = await hub.post('/api/auth/sign-in/social', { provider: 'county', callbackURL })
      expect([callbackURL, refused.status]).toEqual([callbackURL, 400])
    }
  })

  it('lets in who was invited at the address it vouches for, as the member of the invitation', async () => {
    await place.setMember('m-invited', { name: 'Invited' })
    await place.invite('m-invited', 'Invited@County.example.org')
    provider.people.set('invited', { email: 'invited@county.example.org', verified: true })
    const { to, me } = await signIn('invited')
    expect(to).toBe('/sign-in?back')
    expect(me?.user).toMatchObject({ email: 'invited@county.example.org', hasPassword: false })
    expect(me?.places).toMatchObject([{ area: place.area, memberId: 'm-invited' }])
    expect((await hub.get('/accounts/me', me?.token)).status).toBe(200)
    expect((await signIn('invited')).me?.places).toHaveLength(1)
  })

  it('turns away who was not invited, with a reason a screen can explain', async () => {
    provider.people.set('stranger', { email: 'stranger@county.example.org', verified: true })
    const { to, me } = await signIn('stranger')
    expect(new URL(to, hub.url).searchParams.get('error')).toBe('NotInvited')
    expect(to.startsWith('/sign-in?')).toBe(true)
    expect(me).toBeNull()
  })

  it('turns away an address that the organisation does not vouch for, invited or not', async () => {
    await place.setMember('m-unproved')
    await place.invite('m-unproved', 'unproved@county.example.org')
    provider.people.set('unproved', { email: 'unproved@county.example.org', verified: false })
    const { to, me } = await signIn('unproved')
    expect(new URL(to, hub.url).searchParams.get('error')).toBe('NotInvited')
    expect(me).toBeNull()
  })

  it('opens the account that its holder has already, and what opened it before stops working', async () => {
    const before = await place.join('m-both', 'both@county.example.org')
    provider.people.set('both', { email: 'both@county.example.org', verified: true })
    const { me } = await signIn('both')
    expect(me?.places).toMatchObject([{ memberId: 'm-both' }])
    expect(me?.user.hasPassword).toBe(false)
    expect((await hub.get('/accounts/me', before)).status).toBe(401)
    const old = await hub.post('/api/auth/sign-in/email', { email: 'both@county.example.org', password: PASSWORD })
    expect(old.status).toBe(401)
  })

  it('opens no account by an address that is only claimed', async () => {
    const owner = await place.join('m-owner', 'owner@county.example.org')
    provider.people.set('claimer', { email: 'owner@county.example.org', verified: false })
    const { to, me } = await signIn('claimer')
    expect(new URL(to, hub.url).searchParams.get('error')).toBe('account_not_linked')
    expect(me).toBeNull()
    expect((await hub.get('/accounts/me', owner)).status).toBe(200)
  })

  it('takes no answer that it did not ask for', async () => {
    for (const query of ['', '?code=abc', '?code=abc&state=def', '?error=access_denied']) {
      const answer = await hub.get(`/api/auth/callback/county${query}`)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toMatch(/^http:\/\/localhost:\d+\/sign-in\?.*error=/)
      expect(answer.headers.getSetCookie().join()).not.toContain('session_token=')
    }
    expect((await hub.get('/api/auth/callback/unknown?code=a')).status).toBeLessThan(500)
  })

  it('keeps nothing of the provider but who somebody is there', async () => {
    const db = await database.open(where)
    const accounts = await accountTables(db.kysely).selectFrom('account').selectAll().execute()
    const linked = accounts.filter(({ providerId }) => providerId === 'county')
    expect(linked.length).toBeGreaterThan(0)
    for (const one of linked) expect(one).toMatchObject({ accessToken: null, refreshToken: null, idToken: null })
    await db.close()
  })

  it('is said to be silent while it does not answer, and works once it does', async () => {
    const unknown = await hub.post('/api/auth/sign-in/social', { provider: 'nobody', callbackURL: '/' })
    expect([unknown.status, unknown.type]).toEqual([404, 'PROVIDER_NOT_FOUND'])
    const port = await freePort()
    const silent = { id: 'county', label: 'County account', issuer: `http://127.0.0.1:${port}`, clientId: CLIENT.id }
    writeFileSync(join(folder, 'silent.json'), JSON.stringify({ providers: [silent] }))
    let passed = 0
    const now = () => new Date(Date.now() + passed).toISOString()
    const early = await startTestHub({ where: await database.fresh(), config: join(folder, 'silent.json'), now })
    const ask = () => early.post('/api/auth/sign-in/social', { provider: 'county', callbackURL: '/' })
    const busy = await ask()
    expect([busy.status, busy.type]).toEqual([503, 'Busy'])
    const late = await startProvider(port, early.url, 'county')
    expect((await ask()).status).toBe(503)
    passed = 60_000
    expect((await ask()).as(SocialAnswer).url.startsWith(late.issuer)).toBe(true)
    await early.close()
    await late.close()
  })
})
