/** Pokes say that something changed and never what; they end with the session and with the hub. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setUpArea, type TestArea } from '../accounts/area'
import { forEachDatabase } from '../databases'
import { startTestHub, type TestHub } from './running'

forEachDatabase('pokes', (database) => {
  let hub: TestHub
  let place: TestArea
  let auditor = ''

  beforeAll(async () => {
    hub = await startTestHub({ where: await database.fresh(), limits: { streams: 2 } })
    place = await setUpArea(hub)
    auditor = await place.join('m-poked', 'poked@example.org')
  })
  afterAll(() => hub.close())

  function open(token: string, signal?: AbortSignal): Promise<Response> {
    const headers = { authorization: `Bearer ${token}` }
    return fetch(`${hub.url}/sync/poke?area=${place.area}`, { headers, ...(signal && { signal }) })
  }

  /** Reads until the text holds `needle`, or the stream ends. */
  async function readUntil(answer: Response, needle: string): Promise<string> {
    let text = ''
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const part = await reader?.read()
      if (!part || part.done) return text
      text += part.value
      if (text.includes(needle)) return text
    }
  }

  it('reach a waiting member, empty', async () => {
    const stop = new AbortController()
    const answer = await open(auditor, stop.signal)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const waiting = readUntil(answer, 'data')
    await place.setMember('m-another')
    expect((await waiting).replaceAll(': \n\n', '')).toBe('data: {}\n\n')
    stop.abort()
  })

  it('reach members of the area alone', async () => {
    expect((await hub.get(`/sync/poke?area=${place.area}`)).status).toBe(401)
    expect((await hub.get('/sync/poke?area=another', auditor)).status).toBe(403)
    expect((await hub.get('/sync/poke', auditor)).status).toBe(400)
  })

  it('have a few streams for a session, freed when they close', async () => {
    const stops = [new AbortController(), new AbortController()]
    for (const stop of stops) expect((await open(place.manager, stop.signal)).status).toBe(200)
    expect((await hub.get(`/sync/poke?area=${place.area}`, place.manager)).status).toBe(429)
    for (const stop of stops) stop.abort()
    await expect
      .poll(async () => {
        const stop = new AbortController()
        const { status } = await open(place.manager, stop.signal)
        stop.abort()
        return status
      })
      .toBe(200)
  })

  it('end with the hub, which does not wait for them', async () => {
    const stopping = await startTestHub({ where: await database.fresh() })
    const { area, manager } = await setUpArea(stopping)
    const answer = await fetch(`${stopping.url}/sync/poke?area=${area}`, {
      headers: { authorization: `Bearer ${manager}` },
    })
    const ended = readUntil(answer, 'never')
    const from = performance.now()
    await stopping.close()
    expect(performance.now() - from).toBeLessThan(3_000)
    expect(await ended).toBe(': \n\n')
  })
})
