/** What another site's page can make a browser send must do nothing here, and what is guessed must tell nothing. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Me, SignedIn } from '../../../src/wire/accounts'
import { MANAGER_EMAIL, PASSWORD, pullOf, setUpArea, type TestArea } from '../accounts/area'
import { forEachDatabase } from '../databases'
import { startTestHub, type TestHub } from './running'

const FOREIGN = { origin: 'https://example.net' }

forEachDatabase('a page of another site', (database) => {
  let hub: TestHub
  let place: TestArea
  let cookie = ''

  beforeAll(async () => {
    hub = await startTestHub({ where: await database.fresh() })
    place = await setUpArea(hub)
    const signedIn = await hub.post('/api/auth/sign-in/email', { email: MANAGER_EMAIL, password: PASSWORD })
    cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    expect(cookie).toContain('session_token=')
  })
  afterAll(() => hub.close())

  it('does nothing with the cookie of a member: /sync, /blobs and /accounts do not read it', async () => {
    const device = { area: place.area, device: 'd-x', name: 'x' }
    const asked = [
      hub.ask('/sync/pull', { json: pullOf(place.area, 'd-x'), headers: { cookie } }),
      hub.ask('/sync/push', { json: { protocol: 1, area: place.area, device: 'd-x', ops: [] }, headers: { cookie } }),
      hub.ask(`/sync/poke?area=${place.area}`, { headers: { cookie } }),
      hub.ask(`/blobs/${'0'.repeat(64)}?area=${place.area}`, { headers: { cookie } }),
      hub.ask('/accounts/devices/register', { json: device, headers: { cookie } }),
      hub.ask('/accounts/invite', { json: { area: place.area, memberId: place.managerId }, headers: { cookie } }),
      hub.ask(`/accounts/members?area=${place.area}`, { headers: { cookie } }),
    ]
    for (const answer of await Promise.all(asked)) expect([answer.status, answer.type]).toEqual([401, 'SignedOut'])
  })

  it('gets no token by the cookie, which only the page of the hub may use for it', async () => {
    const own = await hub.ask('/accounts/me', { headers: { cookie, 'sec-fetch-site': 'same-origin' } })
    expect((await hub.get('/accounts/me', own.as(Me).token)).status).toBe(200)
    for (const site of ['cross-site', 'same-site', 'none']) {
      const answer = await hub.ask('/accounts/me', { headers: { cookie, 'sec-fetch-site': site } })
      expect([site, answer.status]).toEqual([site, 401])
    }
    expect(
      (await hub.ask('/accounts/me', { headers: { cookie } })).headers.get('access-control-allow-origin'),
    ).toBeNull()
  })

  it('is refused whatever it writes, also with the right token', async () => {
    for (const [path, json] of [
      ['/sync/pull', pullOf(place.area, 'd-x')],
      ['/accounts/link', { token: 'a'.repeat(43) }],
      ['/api/auth/sign-in/email', { email: MANAGER_EMAIL, password: PASSWORD }],
      ['/api/auth/sign-out', {}],
    ] as const) {
      const answer = await hub.ask(path, { json, token: place.manager, headers: { ...FOREIGN, cookie } })
      expect([path, answer.status, answer.type]).toEqual([path, 403, 'ForeignOrigin'])
    }
    expect((await hub.get('/accounts/me', place.manager)).status).toBe(200)
  })

  it('cannot send a form: only JSON is read', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const form = { method: 'POST', body: 'email=a&password=b', headers: { 'content-type': type } }
      for (const path of ['/api/auth/sign-in/email', '/accounts/link', '/sync/push']) {
        const answer = await hub.ask(path, form)
        expect([path, type, answer.status]).toEqual([path, type, 415])
      }
    }
  })

  it('finds none of the endpoints that this product does not use', async () => {
    for (const path of [
      'sign-up/email',
      'request-password-reset',
      'reset-password',
      'delete-user',
      'update-user',
      'change-email',
      'link-social',
      'unlink-account',
      'list-sessions',
      'revoke-sessions',
      'get-access-token',
      'sign-in/oauth2',
    ]) {
      const json = { email: 'new@example.org', password: PASSWORD, name: 'New' }
      const answer = await hub.ask(`/api/auth/${path}`, { json, token: place.manager })
      expect([path, answer.status]).toEqual([path, 404])
      expect((await hub.get(`/api/auth/${path}`, place.manager)).status).toBe(404)
    }
  })

  it('learns nothing of who has an account: a wrong password and an unknown address are alike, in words and in time', async () => {
    const times: Record<string, number[]> = { known: [], unknown: [] }
    const texts = new Set<string>()
    for (let round = 0; round < 7; round += 1) {
      for (const [kind, email] of [
        ['known', MANAGER_EMAIL],
        ['unknown', 'nobody@example.org'],
      ] as const) {
        const from = performance.now()
        const answer = await hub.post('/api/auth/sign-in/email', { email, password: 'not the right password' })
        times[kind]?.push(performance.now() - from)
        texts.add(`${answer.status} ${answer.text}`)
      }
    }
    expect(texts.size).toBe(1)
    const median = (list: number[] = []) => [...list].sort((a, b) => a - b)[3] ?? 0
    const ratio = median(times.known) / median(times.unknown)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  it('cannot keep an account that was given a new password elsewhere', async () => {
    const signedIn = await hub.post('/api/auth/sign-in/email', { email: MANAGER_EMAIL, password: PASSWORD })
    const token = signedIn.as(SignedIn).token
    const change = { currentPassword: PASSWORD, newPassword: 'another long password', revokeOtherSessions: true }
    const wrong = await hub.post('/api/auth/change-password', { ...change, currentPassword: 'wrong' }, token)
    expect(wrong.status).toBe(400)
    const short = await hub.post('/api/auth/change-password', { ...change, newPassword: 'short' }, token)
    expect(short.status).toBe(400)
    expect((await hub.post('/api/auth/change-password', change, token)).status).toBe(200)
    expect((await hub.get('/accounts/me', place.manager)).status).toBe(401)
  })
})
