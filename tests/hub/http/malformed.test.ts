/**
 * A hundred thousand malformed requests (a tenth without PLUMBLINE_LONG): each is answered with what was wrong, none with a
 * fault of the hub, and nothing is written.
 */
import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HubDb } from '../../../src/hub/db/schema'
import { setUpArea } from '../accounts/area'
import { forEachDatabase } from '../databases'
import { OWN_AREA, rawRequest, type WrongRequest, wrongRequest } from './malformed-requests'
import { startTestHub, type TestHub } from './running'

/** On each of the two databases. */
const REQUESTS = process.env.PLUMBLINE_LONG ? 50_000 : 5_000
const AT_ONCE = 25

forEachDatabase('malformed requests', (database) => {
  let hub: TestHub
  let db: HubDb
  let tokens: Record<WrongRequest['who'], string | null>
  let area = ''
  let before = ''

  beforeAll(async () => {
    const where = await database.fresh()
    hub = await startTestHub({ where })
    const place = await setUpArea(hub)
    area = place.area
    const auditor = await place.join('m-auditor', 'auditor@example.org')
    tokens = { nobody: null, 'made-up': 'made-up-token-of-nobody-0000000000', auditor, manager: place.manager }
    db = await database.open(where)
    before = await contentOf(db)
  })
  afterAll(async () => {
    await hub.close()
  })

  function addressed(body: Uint8Array): Buffer {
    const bytes = Buffer.from(body)
    return bytes.includes(OWN_AREA) ? Buffer.from(bytes.toString('latin1').replaceAll(OWN_AREA, area), 'latin1') : bytes
  }

  async function send({
    method,
    path,
    who,
    headers,
    body,
  }: WrongRequest): Promise<{ status: number; location: string | null }> {
    const token = tokens[who]
    const stop = new AbortController()
    const answer = await fetch(`${hub.url}${path}`, {
      method,
      redirect: 'manual',
      signal: stop.signal,
      headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== null && { body: new Uint8Array(addressed(body)) }),
    })
    if (answer.headers.get('content-type') === 'text/event-stream') stop.abort()
    else await answer.arrayBuffer()
    return { status: answer.status, location: answer.headers.get('location') }
  }

  it('are answered with what is wrong', async () => {
    const seen = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(fc.array(wrongRequest, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (requests) => {
        const answers = await Promise.all(requests.map(send))
        answers.forEach(({ status, location }, i) => {
          seen.set(status, (seen.get(status) ?? 0) + 1)
          const asked = requests[i]
          const isRead = asked?.method === 'GET' || asked?.method === 'HEAD'
          const isRight =
            isRead &&
            (status === 200 || status === 304 || (status === 302 && location?.startsWith(`${hub.url}/sign-in?`)))
          if (!isRight && !(status >= 400 && status < 500))
            throw new Error(`${status} for ${asked?.method} ${asked?.path}`)
        })
      }),
      { numRuns: REQUESTS / AT_ONCE },
    )
    // The generators reach every refusal, not one of them alone.
    for (const status of [400, 401, 403, 404, 415])
      expect([status, (seen.get(status) ?? 0) > REQUESTS / 1_000]).toEqual([status, true])
  }, 1_800_000)

  it('that are hardly HTTP are answered, or the connection ends', async () => {
    await fc.assert(
      fc.asyncProperty(rawRequest, async (text) => {
        const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(await exchange(hub.url, text))?.[1] ?? 400)
        if (status >= 500 && status !== 501 && status !== 505) throw new Error(String(status))
      }),
      { numRuns: REQUESTS / 25 },
    )
  }, 600_000)

  it('write nothing, and the hub goes on', async () => {
    expect(await contentOf(db)).toBe(before)
    expect((await hub.get('/accounts/me', tokens.manager ?? '')).status).toBe(200)
    await db.close()
  })
})

/** Everything in the database but what using a session or asking for a challenge writes by right. */
async function contentOf(db: HubDb): Promise<string> {
  const hash = createHash('sha256')
  const tables = await db.kysely.introspection.getTables()
  for (const { name } of tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (name === 'verification') continue
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db.kysely)
    const lines = rows.map(({ updatedAt, expiresAt, ...row }) =>
      JSON.stringify(name === 'session' ? row : { ...row, updatedAt, expiresAt }),
    )
    hash.update(JSON.stringify([name, lines.sort()]))
  }
  return hash.digest('hex')
}

/** What comes back within a moment for text sent as it is. */
function exchange(url: string, text: string): Promise<string> {
  const { port } = new URL(url)
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(Number(port), '127.0.0.1', () => socket.end(text, 'latin1'))
    socket.setTimeout(500, () => socket.destroy())
    socket.on('data', (part) => {
      said += part.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(said))
  })
}
