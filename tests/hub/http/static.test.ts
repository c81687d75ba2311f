/** The app as the hub serves it: the same files under the same headers as without a hub, and no way out of its folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../../scripts/lib/serve.mjs'
import { startTestHub, type TestHub } from './running'

const SAME = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
  'cache-control',
  'content-type',
]

describe('the app on a hub', () => {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-app-'))
  const folder = join(root, 'app')
  let hub: TestHub
  let alone: { url: string; close: () => Promise<void> }

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(root, 'outside.txt'), 'outside')
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Plumbline</title>')
    writeFileSync(join(folder, 'sw.js'), '// service worker')
    writeFileSync(join(folder, 'manifest.webmanifest'), '{}')
    writeFileSync(join(folder, 'assets', 'index-1a2b.js'), `// ${'app '.repeat(1000)}`)
    writeFileSync(join(folder, 'assets', 'font-1a2b.ttf'), 'font')
    writeFileSync(join(folder, 'assets', 'icon-1a2b.svg'), '<svg/>')
    hub = await startTestHub({ where: ':memory:', appFolder: folder })
    alone = await serve(folder, 0)
  })
  afterAll(async () => {
    await hub.close()
    await alone.close()
    rmSync(root, { recursive: true })
  })

  it('has the headers that it has without a hub', async () => {
    const pages = ['/', '/index.html', '/sw.js', '/cycles/some-id', '/assets/index-1a2b.js', '/assets/font-1a2b.ttf']
    for (const path of [...pages, '/assets/icon-1a2b.svg', '/manifest.webmanifest']) {
      const [here, there] = [await fetch(`${hub.url}${path}`), await fetch(new URL(path, alone.url))]
      expect([path, here.status]).toEqual([path, there.status])
      for (const name of SAME) {
        const [is, was] = [here, there].map(({ headers }) =>
          headers.get(name)?.toLowerCase().replace('; charset=utf-8', ''),
        )
        expect([path, name, is]).toEqual([path, name, was])
      }
    }
  })

  it('answers a page of the app for an address of it, and 404 for a file or an endpoint that is not there', async () => {
    expect((await hub.get('/settings/people')).text).toContain('<title>Plumbline')
    for (const path of ['/assets/gone.js', '/api/auth/nothing', '/sync/nothing', '/blobs', '/accounts/x', '/hub/x']) {
      const answer = await hub.get(path)
      expect([path, answer.status, answer.type]).toEqual([path, 404, 'NotFound'])
    }
    expect((await hub.ask('/settings', { method: 'POST', json: {} })).status).toBe(404)
    expect((await hub.ask('/', { method: 'DELETE' })).status).toBe(404)
  })

  it('gives nothing outside its folder, however the path is written', async () => {
    for (const path of [
      '/../outside.txt',
      '/%2e%2e/outside.txt',
      '/..%2foutside.txt',
      '/assets/..%2f..%2foutside.txt',
      '/..%5coutside.txt',
      '/%00',
      '/%',
      '//outside.txt',
      '/assets/%2e%2e%2f%2e%2e%2foutside.txt',
    ]) {
      const { status, body } = await raw(hub.url, path)
      expect([path, body.includes('outside')]).toEqual([path, false])
      expect([path, status < 500]).toEqual([path, true])
    }
  })

  it('compresses for who can read it, and nothing of an API is ever kept', async () => {
    for (const encoding of ['br', 'gzip']) {
      const answer = await fetch(`${hub.url}/assets/index-1a2b.js`, { headers: { 'accept-encoding': encoding } })
      expect(answer.headers.get('content-encoding')).toBe(encoding)
      expect(await answer.text()).toContain('app app')
    }
    for (const path of ['/hub/about', '/hub/health', '/accounts/me', '/api/auth/get-session', '/sync/nothing']) {
      expect([path, (await hub.get(path)).headers.get('cache-control')]).toEqual([path, 'no-store'])
    }
  })

  it('lets no script run that is not its own, and no page frame it', async () => {
    const policy = (await hub.get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/)
  })
})

/** `fetch` tidies a path before it sends it. */
function raw(url: string, path: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method: 'GET' }, (reply) => {
      let body = ''
      reply.setEncoding('utf8')
      reply.on('data', (part: string) => {
        body += part
      })
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}
