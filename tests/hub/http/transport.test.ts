/** How a hub may be reached, and the sentence when it may not. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holds, parseAddresses } from '../../../src/hub/http/addresses'
import { planTransport, type TransportOptions } from '../../../src/hub/http/transport'
import { type HubOptions, startHub } from '../../../src/hub/main'
import { MANAGER_EMAIL, PASSWORD, pullOf, setUpArea } from '../accounts/area'
import { startTestHub, type TestHub, tokenOf } from './running'

const HTTPS = 'https://audits.example.org'

describe('a hub', () => {
  const plan = (options: Partial<TransportOptions>) => {
    const planned = planTransport({ host: '127.0.0.1', hasCertificate: false, ...options })
    return planned.ok ? planned.value.mode : planned.error
  }

  it('is reached on this machine without HTTPS, and on no other', () => {
    expect(plan({})).toBe('loopback')
    expect(plan({ host: 'localhost', origin: 'http://localhost:4180' })).toBe('loopback')
    expect(plan({ host: '0.0.0.0' })).toContain('Plain HTTP is for this machine alone')
    expect(plan({ host: '0.0.0.0' })).toContain('--cert FILE --key FILE')
    expect(plan({ origin: 'http://audits.example.org' })).toContain('HTTPS only')
    expect(plan({ host: '192.0.2.7', origin: HTTPS })).toContain('--trust-proxy')
  })

  it('is reached by HTTPS of its own or of a proxy, at an address it knows', () => {
    expect(plan({ host: '0.0.0.0', hasCertificate: true, origin: HTTPS })).toBe('certificate')
    expect(plan({ host: '0.0.0.0', hasCertificate: true })).toContain('--origin')
    expect(plan({ hasCertificate: true, origin: 'http://localhost' })).toContain('https://')
    expect(plan({ origin: HTTPS })).toBe('proxy')
    expect(plan({ host: '0.0.0.0', origin: HTTPS, trustProxy: ['10.0.0.0/8'] })).toBe('proxy')
    expect(plan({ host: '0.0.0.0', trustProxy: ['10.0.0.0/8'] })).toContain('--origin https://')
    expect(plan({ origin: HTTPS, trustProxy: ['the proxy'] })).toContain('"the proxy" is no network address')
    for (const origin of [
      'audits.example.org',
      'https://audits.example.org/path',
      'https://u@audits.example.org',
      'ftp://x',
    ]) {
      expect(plan({ origin })).toContain('--origin is an address without a path')
    }
  })
})

describe('addresses', () => {
  const isIn = (entries: readonly string[], address: string) => {
    const list = parseAddresses(entries)
    return list.ok && holds(list.value, address)
  }

  it('are one by one, networks, or this machine, also where IPv4 is written as IPv6', () => {
    expect(isIn(['loopback'], '127.0.0.1') && isIn(['loopback'], '::1') && isIn(['loopback'], '::ffff:127.0.0.1')).toBe(
      true,
    )
    expect([isIn(['10.1.0.0/16'], '10.1.2.3'), isIn(['10.1.0.0/16'], '10.2.2.3')]).toEqual([true, false])
    expect([isIn(['fd00::/8'], 'fd12::1'), isIn(['192.0.2.1'], '192.0.2.2'), isIn(['loopback'], 'localhost')]).toEqual([
      true,
      false,
      false,
    ])
    for (const entry of ['10.0.0.0/33', '10.0.0.0/x', 'fd00::/129', '10.0.0', ''])
      expect(parseAddresses([entry]).ok).toBe(false)
  })
})

describe('a hub that is started wrongly', () => {
  const start = (options: Partial<HubOptions>) =>
    startHub({ where: ':memory:', port: 0, logLevel: 'silent', ...options }).then(
      async (hub) => hub.close().then(() => 'started'),
      (fault: Error) => fault.message,
    )

  it('says what to do, before it opens anything', async () => {
    expect(await start({ host: '0.0.0.0' })).toContain('Plain HTTP is for this machine alone')
    expect(await start({ cert: 'nowhere.pem' })).toContain('belong together')
    expect(await start({ cert: 'nowhere.pem', key: 'nowhere.pem' })).toContain('cannot be read')
    expect(await start({ cert: 'package.json', key: 'package.json' })).toContain('no PEM files')
    expect(await start({ host: '203.0.113.1', origin: HTTPS, trustProxy: ['203.0.113.2'] })).toContain('--host')
    expect(await start({ config: 'nowhere.json' })).toContain('cannot be read')
    const hub = await startTestHub({ where: ':memory:' })
    expect(await start({ port: Number(new URL(hub.url).port) })).toContain('--port')
    await hub.close()
    expect(await start({})).toBe('started')
  })
})

describe('a hub behind a proxy', () => {
  let hub: TestHub
  let at = ''
  const via = (headers: Record<string, string>, path = '/hub/about') => fetch(`${at}${path}`, { headers })

  beforeAll(async () => {
    const port = 20_000 + Math.floor(Math.random() * 20_000)
    hub = await startTestHub({ where: ':memory:', origin: HTTPS, port })
    at = `http://127.0.0.1:${port}`
  })
  afterAll(() => hub.close())

  it('prints links for the address people know', () => {
    expect(hub.url).toBe(HTTPS)
    expect(hub.setUpLink).toContain(`${HTTPS}/join#set-up=`)
  })

  it('answers what came to the proxy by HTTPS, and tells browsers to keep to it', async () => {
    const answer = await via({ 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  it('signs people in with a cookie that never leaves HTTPS, and makes passkeys for the address people know', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'content-type': 'application/json', origin: HTTPS }
    const post = (path: string, json: unknown) =>
      fetch(`${at}${path}`, { method: 'POST', headers, body: JSON.stringify(json) })
    const account = { email: MANAGER_EMAIL, password: PASSWORD }
    const area = { token: tokenOf(hub.setUpLink ?? ''), areaName: 'Example County', name: 'Manager', agency: 'health' }
    expect((await post('/accounts/set-up', { ...area, ...account })).status).toBe(200)
    const [cookie = ''] = (await post('/api/auth/sign-in/email', account)).headers.getSetCookie()
    expect(cookie).toMatch(/^__Secure-.*session_token=.*HttpOnly; Secure; SameSite=Lax$/)
    const me = await via({ 'x-forwarded-proto': 'https', cookie: cookie.split(';')[0] ?? '' }, '/accounts/me')
    expect(me.status).toBe(200)
    const options = await via({ 'x-forwarded-proto': 'https' }, '/api/auth/passkey/generate-authenticate-options')
    expect(await options.json()).toMatchObject({ rpId: 'audits.example.org' })
  })

  it('refuses what came to the proxy by plain HTTP, and a proxy that does not say', async () => {
    for (const headers of [{ 'x-forwarded-proto': 'http' }, { 'x-forwarded-proto': 'https, http' }, {}]) {
      const answer = await via(headers as Record<string, string>)
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([403, 'InsecureTransport'])
    }
    expect((await via({}, '/')).status).toBe(403)
  })

  it('answers its health to this machine without', async () => {
    expect((await via({}, '/hub/health')).status).toBe(200)
    expect((await via({ 'x-forwarded-proto': 'http' }, '/hub/health')).status).toBe(403)
  })

  it('believes a proxy at the given address alone', async () => {
    const port = 40_000 + Math.floor(Math.random() * 20_000)
    const other = await startTestHub({ where: ':memory:', origin: HTTPS, port, trustProxy: ['192.0.2.1'] })
    const answer = await fetch(`http://127.0.0.1:${port}/hub/health`, { headers: { 'x-forwarded-proto': 'https' } })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('by its proxy alone')
    await other.close()
  })
})

describe('a hub without HTTPS on this machine', () => {
  it('refuses to be put behind a proxy that it was not told of', async () => {
    const hub = await startTestHub({ where: ':memory:' })
    for (const name of ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded']) {
      const answer = await hub.ask('/hub/about', { headers: { [name]: 'https' } })
      expect([answer.status, answer.type]).toEqual([403, 'InsecureTransport'])
      expect(answer.text).toContain('--origin')
    }
    expect((await hub.get('/hub/about')).headers.get('strict-transport-security')).toBeNull()
    await hub.close()
  })
})

describe('a page opened by the number of this machine', () => {
  it('is led to the name that passkeys and links know', async () => {
    const hub = await startTestHub({ where: ':memory:' })
    const { port } = new URL(hub.url)
    const answer = await fetch(`http://127.0.0.1:${port}/join?x=1`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${hub.url}/join?x=1`])
    expect((await fetch(`http://127.0.0.1:${port}/hub/health`)).status).toBe(200)
    await hub.close()
  })
})

describe('a hub that ends', () => {
  it('answers first what it was asked', async () => {
    const hub = await startTestHub({ where: ':memory:' })
    const place = await setUpArea(hub)
    const signingIn = hub.post('/api/auth/sign-in/email', { email: MANAGER_EMAIL, password: PASSWORD })
    const pulling = hub.post('/sync/pull', pullOf(place.area, 'd-1'), place.manager)
    // Both have reached the hub once one of them is answered; a password takes longer.
    await pulling
    const closing = hub.close()
    expect((await signingIn).status).toBe(200)
    const from = performance.now()
    await closing
    expect(performance.now() - from).toBeLessThan(2_000)
    await expect(hub.get('/hub/about')).rejects.toThrow()
  })
})

describe('a hub with a certificate', () => {
  // Made for these tests, for localhost, with: openssl req -x509 -newkey ec …
  const folder = join(import.meta.dirname, 'certificate')
  const cert = join(folder, 'cert.pem')

  it('speaks HTTPS and nothing else on its port', async () => {
    const hub = await startHub({ where: ':memory:', port: 0, logLevel: 'silent', cert, key: join(folder, 'key.pem') })
    expect(hub.url).toMatch(/^https:\/\/localhost:\d+$/)
    const answer = await new Promise<{ status?: number; hsts?: string }>((resolve, reject) => {
      get(`${hub.url}/hub/about`, { ca: readFileSync(cert) }, (reply) => {
        reply.resume()
        const hsts = reply.headers['strict-transport-security']
        resolve({ ...(reply.statusCode && { status: reply.statusCode }), ...(hsts && { hsts }) })
      }).on('error', reject)
    })
    expect(answer).toEqual({ status: 200, hsts: 'max-age=31536000' })
    await expect(fetch(hub.url.replace('https', 'http'))).rejects.toThrow()
    await hub.close()
  })
})

describe('the secret of a hub', () => {
  it('is a file for its owner alone, and the same at the next start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-secret-'))
    await (await startTestHub({ where: folder })).close()
    const secret = readFileSync(join(folder, 'secret'), 'utf8')
    expect(secret).toHaveLength(43)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
    await (await startTestHub({ where: folder })).close()
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(secret)
    rmSync(folder, { recursive: true })
  })
})
