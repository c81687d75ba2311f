/** Passkeys: added to an account that has no password, used to sign in, and worth nothing when anything about them is false. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { Me, SignedIn } from '../../../src/wire/accounts'
import { forEachDatabase } from '../databases'
import { type Reply, startTestHub, type TestHub } from '../http/running'
import { setUpArea } from './area'
import { makeAuthenticator } from './authenticator'

const Options = z.object({ challenge: z.string() })
const Session = z.object({ session: z.object({ token: z.string() }) })

forEachDatabase('passkeys', (database) => {
  let hub: TestHub
  let token = ''

  beforeAll(async () => {
    hub = await startTestHub({ where: await database.fresh() })
    const place = await setUpArea(hub)
    await place.setMember('m-key')
    const invitation = await place.invite('m-key', 'key@example.org')
    token = (await hub.post('/accounts/accept', { token: invitation, email: 'key@example.org' })).as(SignedIn).token
  })
  afterAll(() => hub.close())

  const cookieOf = (reply: Reply) =>
    reply.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')

  async function registerOptions() {
    const reply = await hub.get('/api/auth/passkey/generate-register-options?name=Laptop', token)
    return { challenge: reply.as(Options).challenge, cookie: cookieOf(reply) }
  }
  async function signInOptions() {
    const reply = await hub.get('/api/auth/passkey/generate-authenticate-options')
    return { challenge: reply.as(Options).challenge, cookie: cookieOf(reply) }
  }
  const verify = (what: 'registration' | 'authentication', response: unknown, cookie: string, bearer?: string) =>
    hub.ask(`/api/auth/passkey/verify-${what}`, {
      json: { response, name: 'Laptop' },
      token: bearer,
      headers: { cookie },
    })
  const passkeys = async () => (await hub.get('/accounts/me', token)).as(Me).user.passkeys

  it('open an account that has no password', async () => {
    const key = makeAuthenticator(hub.url)
    const asked = await registerOptions()
    expect((await verify('registration', key.register(asked.challenge), asked.cookie, token)).status).toBe(200)
    expect(await passkeys()).toBe(1)

    const tried = await signInOptions()
    const signedIn = await verify('authentication', key.authenticate(tried.challenge), tried.cookie)
    const fresh = signedIn.as(Session).session.token
    expect((await hub.get('/accounts/me', fresh)).as(Me).user).toMatchObject({
      email: 'key@example.org',
      hasPassword: false,
    })

    const replayed = await verify('authentication', key.authenticate(tried.challenge), tried.cookie)
    expect(replayed.status).toBe(400)
  })

  it('are refused when made for another site, another challenge, or by nobody', async () => {
    const key = makeAuthenticator(hub.url)
    const before = await passkeys()
    const first = await registerOptions()
    const phished = key.register(first.challenge, 'https://plumbline.example.net')
    expect((await verify('registration', phished, first.cookie, token)).status).toBe(400)
    const second = await registerOptions()
    expect((await verify('registration', key.register(first.challenge), second.cookie, token)).status).toBe(400)
    const third = await registerOptions()
    expect((await verify('registration', key.register(third.challenge), third.cookie)).status).toBe(401)
    expect(await passkeys()).toBe(before)
    const unknown = await signInOptions()
    expect((await verify('authentication', key.authenticate(unknown.challenge), unknown.cookie)).status).toBe(401)
  })

  it('are refused when their signature is of another key', async () => {
    const key = makeAuthenticator(hub.url)
    const asked = await registerOptions()
    await verify('registration', key.register(asked.challenge), asked.cookie, token)
    const tried = await signInOptions()
    const forged = makeAuthenticator(hub.url).authenticate(tried.challenge)
    const mixed = { ...key.authenticate(tried.challenge), response: forged.response }
    expect([400, 401]).toContain((await verify('authentication', mixed, tried.cookie)).status)
  })

  it('are for the account they were asked for', async () => {
    const anonymous = await hub.get('/api/auth/passkey/generate-register-options')
    expect(anonymous.status).toBe(401)
    expect((await hub.get('/api/auth/passkey/list-user-passkeys')).status).toBe(401)
    const list = await hub.get('/api/auth/passkey/list-user-passkeys', token)
    expect(list.as(z.array(z.object({ name: z.string() }))).map(({ name }) => name)).toContain('Laptop')
  })
})
