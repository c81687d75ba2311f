/** What the exchange with a device says when something is wrong: which status, which type, and not a word of anybody's. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import Database from 'libsql'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { passingFault } from '../../../src/hub/http/database-fault'
import { MANAGER_EMAIL, PASSWORD, pullOf, setUpArea, type TestArea } from '../accounts/area'
import { forEachDatabase } from '../databases'
import { startTestHub, type TestHub } from './running'

forEachDatabase('the exchange with a device', (database) => {
  let hub: TestHub
  let place: TestArea

  beforeAll(async () => {
    hub = await startTestHub({ where: await database.fresh() })
    place = await setUpArea(hub)
  })
  afterAll(() => hub.close())

  const push = (more: object) =>
    hub.post('/sync/push', { protocol: 1, area: place.area, device: 'd-1', ops: [], ...more }, place.manager)

  it('names what is wrong with a message without repeating it', async () => {
    const secret = 'words of a record'
    const op = { opId: secret, n: secret, at: 1, kind: 'note.set', base: 0, data: { note: secret } }
    const answer = await push({ ops: [op] })
    expect([answer.status, answer.type]).toEqual([400, 'Malformed'])
    expect(answer.text).toContain('ops[0].n')
    expect(answer.text).not.toContain(secret)
    const cut = await hub.ask('/sync/push', {
      body: `{"secret": "${secret}`,
      token: place.manager,
      headers: { 'content-type': 'application/json' },
    })
    expect([cut.status, cut.text.includes(secret)]).toEqual([400, false])
    const keyed = await hub.post(
      '/sync/pull',
      { ...pullOf(place.area, 'd-1'), cursors: { [secret]: 'x' } },
      place.manager,
    )
    expect([keyed.status, keyed.text.includes(secret)]).toEqual([400, false])
  })

  it('tells an app that is too old or too new for the hub', async () => {
    const old = await push({ protocol: 0 })
    expect([old.status, old.json]).toMatchObject([426, { type: 'ClientTooOld', least: 1 }])
    expect((await push({ protocol: 2 })).type).toBe('HubTooOld')
  })

  it('takes a gap, a copied profile and missing blobs for what they are', async () => {
    const op = (n: number, opId: string) => ({
      opId,
      n,
      at: new Date().toISOString(),
      kind: 'nothing.known',
      base: 0,
      data: {},
    })
    const gap = await push({ device: 'd-gap', ops: [op(2, 'gap-2')] })
    expect([gap.status, gap.json]).toEqual([409, { type: 'Gap', expected: 1 }])
    expect((await push({ device: 'd-gap', ops: [op(1, 'gap-1')] })).status).toBe(200)
    const forked = await push({ device: 'd-gap', ops: [op(1, 'another')] })
    expect([forked.status, forked.json]).toEqual([409, { type: 'Forked' }])
  })

  it('reads nothing larger than it says', async () => {
    const large = await push({ ops: [], filler: 'x'.repeat(5 * 1024 * 1024) })
    expect([large.status, large.type]).toEqual([413, 'TooLarge'])
    const pulled = await hub.post(
      '/sync/pull',
      { ...pullOf(place.area, 'd-1'), filler: 'x'.repeat(70_000) },
      place.manager,
    )
    expect(pulled.status).toBe(413)
    expect((await push({ ops: [], filler: 'x'.repeat(3 * 1024 * 1024) })).status).toBe(200)
  })

  it('reads JSON as it is, and bytes for blobs alone', async () => {
    const body = gzipSync(JSON.stringify(pullOf(place.area, 'd-1')))
    for (const headers of [
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      { 'content-type': 'application/octet-stream' },
    ]) {
      const answer = await hub.ask('/sync/pull', {
        body,
        token: place.manager,
        headers: headers as Record<string, string>,
      })
      expect([400, 415]).toContain(answer.status)
    }
    const pulled = await fetch(`${hub.url}/sync/pull`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${place.manager}`,
        'accept-encoding': 'gzip',
      },
      body: JSON.stringify(pullOf(place.area, 'd-1')),
    })
    expect(pulled.headers.get('content-encoding')).toBe('gzip')
    expect(await pulled.json()).toMatchObject({ acked: 0 })
  })

  it('keeps a blob for its area, under the name of its content alone', async () => {
    const bytes = Buffer.from('sealed')
    const hash = createHash('sha256').update(bytes).digest('hex')
    const octets = { 'content-type': 'application/octet-stream' }
    const put = (name: string, token = place.manager, headers: Record<string, string> = octets) =>
      hub.ask(`/blobs/${name}?area=${place.area}`, { method: 'PUT', body: bytes, token, headers })
    expect((await put(hash)).json).toEqual({})
    expect((await put(hash)).status).toBe(200)
    const wrong = await put('0'.repeat(64))
    expect([wrong.status, wrong.type]).toEqual([400, 'Malformed'])
    expect((await put('short')).status).toBe(400)
    expect((await put(hash, place.manager, { 'content-type': 'application/json' })).status).toBe(400)
    const auditor = await place.join('m-blob', 'blob@example.org')
    expect((await put(hash, auditor)).status).toBe(403)
    // No row names it yet: nobody may read it, which looks like there being none.
    const unread = await hub.get(`/blobs/${hash}?area=${place.area}`, place.manager)
    const none = await hub.get(`/blobs/${'1'.repeat(64)}?area=${place.area}`, place.manager)
    expect([unread.status, unread.text]).toEqual([404, none.text])
    const large = await hub.ask(`/blobs/${hash}?area=${place.area}`, {
      method: 'PUT',
      body: new Uint8Array(9 * 1024 * 1024),
      token: place.manager,
      headers: octets,
    })
    expect(large.status).toBe(413)
  })

  it('says that it is well without a word about anybody', async () => {
    const health = await hub.get('/hub/health')
    expect(Object.keys(health.json as object).sort()).toEqual(['database', 'disk', 'ok', 'time', 'version'])
    expect(health.json).toMatchObject({ ok: true, database: database.dialect, version: '0.1.0' })
  })

  it('answers a fault of its own without a word of the database, and goes on', async () => {
    const own = await database.fresh()
    const broken = await startTestHub({ where: own })
    const { area, manager } = await setUpArea(broken)
    const db = await database.open(own)
    await sql`drop table membership`.execute(db.kysely)
    const answer = await broken.post('/sync/pull', pullOf(area, 'd-1'), manager)
    expect(answer.status).toBe(500)
    expect(answer.json).toEqual({ type: 'Fault', message: 'The hub failed here. Nothing was changed.' })
    expect((await broken.get('/hub/about')).status).toBe(200)
    await db.close()
    await broken.close()
  })
})

describe('a database that cannot now', () => {
  it('is told from a bug', () => {
    const said = (code: string) => passingFault(Object.assign(new Error('…'), { code }))?.status ?? null
    for (const code of [
      'SQLITE_BUSY',
      'SQLITE_FULL',
      'ENOSPC',
      '53100',
      '53300',
      '57P01',
      '40001',
      'ECONNREFUSED',
      '08006',
    ]) {
      expect([code, said(code)]).toEqual([code, 503])
    }
    for (const code of ['SQLITE_CONSTRAINT', '23505', '42P01', '22P02', 'ERR_INVALID_ARG_TYPE']) {
      expect([code, said(code)]).toEqual([code, null])
    }
  })
})

describe('a database that another program writes to without end', () => {
  it('makes nothing fail: what could not be saved is asked for again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-busy-'))
    const hub = await startTestHub({ where: folder })
    const { area, manager } = await setUpArea(hub)
    const other = new Database(join(folder, 'plumbline.db'))
    other.exec('begin immediate')
    const push = () => hub.post('/sync/push', { protocol: 1, area, device: 'd-1', ops: [] }, manager)
    const busy = await push()
    expect([busy.status, busy.type, busy.headers.get('retry-after')]).toEqual([503, 'Busy', '5'])
    const account = { email: MANAGER_EMAIL, password: PASSWORD }
    expect((await hub.post('/api/auth/sign-in/email', account)).type).toBe('Busy')
    expect((await hub.get('/accounts/me', manager)).status).toBe(200)
    other.exec('rollback')
    other.close()
    expect((await push()).status).toBe(200)
    expect((await hub.post('/api/auth/sign-in/email', account)).status).toBe(200)
    await hub.close()
    rmSync(folder, { recursive: true })
  })
})

describe('the log of a hub', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('says what was asked and how it went, and nothing of who or what', async () => {
    const lines: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
    const hub = await startTestHub({ where: ':memory:', logLevel: 'debug' })
    const place = await setUpArea(hub)
    await place.join('m-logged', 'logged@example.org', { name: 'Somebody Whose Name Is Logged' })
    await hub.get(`/accounts/members?area=${place.area}&more=a-query-string`, place.manager)
    await hub.post('/api/auth/sign-in/email', { email: 'logged@example.org', password: 'not the password' })
    await hub.close()
    const log = lines.join('')
    expect(log).toContain('"method":"POST","route":"/sync/push","status":200')
    expect(log).toContain(`"area":"${place.area}"`)
    expect(log).toContain('"event":"/accounts/invite"')
    for (const word of [
      place.manager,
      MANAGER_EMAIL,
      'logged@example.org',
      'Somebody Whose',
      'a-query-string',
      'not the password',
      '127.0.0.1"',
    ]) {
      expect([word, log.includes(word)]).toEqual([word, false])
    }
  })
})
