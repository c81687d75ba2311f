import { afterEach, describe, expect, it, vi } from 'vitest'
import { createHttpTransport, PATIENCE_MS } from '../../../src/sync/http-transport'
import { stateOfRefusal } from '../../../src/sync/status-of-refusal'
import type { HubRefusal } from '../../../src/sync/transport'
import { waitMs } from '../../../src/sync/waiting'
import type { PullRequest, PushRequest } from '../../../src/wire/protocol'

const PUSH: PushRequest = { protocol: 1, area: 'a', device: 'd', ops: [] }
const PULL: PullRequest = {
  protocol: 1,
  area: 'a',
  device: 'd',
  epoch: null,
  limit: 10,
  cursors: {},
  known: 0,
  waiting: { count: 0, oldestAt: null },
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A hub that answers everything in one way. */
function answering(status: number, body: unknown): ReturnType<typeof vi.fn<typeof fetch>> {
  const asked = vi.fn<typeof fetch>(
    async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
  )
  vi.stubGlobal('fetch', asked)
  return asked
}

const transport = createHttpTransport(async () => 'the-token')
const refusalOf = async (status: number, body: unknown): Promise<unknown> => {
  answering(status, body)
  const answer = await transport.pull(PULL)
  return answer.ok ? 'answered' : answer.error
}

describe('the hub over HTTPS', () => {
  it('is asked with the token of the session, and with no cookie', async () => {
    const asked = answering(200, { last: 4, results: [] })
    expect(await transport.push(PUSH)).toEqual({ ok: true, value: { last: 4, results: [] } })
    const [path, how] = asked.mock.calls[0] ?? []
    expect(path).toBe('/sync/push')
    expect(how?.credentials).toBe('omit')
    expect(new Headers(how?.headers).get('authorization')).toBe('Bearer the-token')
    expect(JSON.parse(String(how?.body))).toEqual(PUSH)
  })

  it('is not asked at all where nobody is signed in', async () => {
    const asked = answering(200, {})
    expect(await createHttpTransport(async () => undefined).pull(PULL)).toEqual({
      ok: false,
      error: { type: 'SignedOut' },
    })
    expect(asked).not.toHaveBeenCalled()
  })

  it('says why it did not do it, each in one word for the program and one sentence for the person', async () => {
    const said = { type: 'x', message: 'The disk is full.' }
    expect(await refusalOf(401, said)).toEqual({ type: 'SignedOut' })
    for (const type of ['Revoked', 'Forbidden']) expect(await refusalOf(403, { type })).toEqual({ type: 'Revoked' })
    expect(await refusalOf(403, { ...said, type: 'InsecureTransport' })).toEqual({
      type: 'Rejected',
      message: said.message,
    })
    expect(await refusalOf(426, said)).toEqual({ type: 'ClientTooOld' })
    for (const status of [429, 500, 502, 503]) {
      expect(await refusalOf(status, said)).toEqual({ type: 'Busy', message: 'The disk is full.' })
    }
    for (const status of [400, 404, 409, 413]) {
      expect(await refusalOf(status, said)).toEqual({ type: 'Rejected', message: 'The disk is full.' })
    }
    expect(await refusalOf(503, 'no JSON')).toEqual({ type: 'Busy' })
    expect(await refusalOf(200, { epoch: 4 })).toEqual({ type: 'Rejected', message: '' })
  })

  it('is no hub where a network answers with a page of its own', async () => {
    expect(await refusalOf(200, '<html>Sign in to the Wi-Fi</html>')).toEqual({ type: 'Offline' })
  })

  it('names the conflict of a push', async () => {
    answering(409, { type: 'Gap', expected: 7 })
    expect(await transport.push(PUSH)).toEqual({ ok: false, error: { type: 'Gap', expected: 7 } })
    answering(409, { type: 'Forked' })
    expect(await transport.push(PUSH)).toEqual({ ok: false, error: { type: 'Forked' } })
    answering(409, { type: 'MissingBlobs', hashes: ['aa'] })
    expect(await transport.push(PUSH)).toMatchObject({ ok: false, error: { type: 'Rejected' } })
  })

  it('is given up when nothing comes for twenty seconds, and not while something comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const encoder = new TextEncoder()
    let give: (text: string | null) => void = () => undefined
    vi.stubGlobal('fetch', async (_path: string, how: RequestInit) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          give = (text) => (text === null ? controller.close() : controller.enqueue(encoder.encode(text)))
          how.signal?.addEventListener('abort', () => controller.error(new Error('aborted')))
        },
      })
      return new Response(body)
    })
    const slow = transport.push(PUSH)
    for (const part of ['{"last":', '1,', '"results":', '[]}']) {
      await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1_000)
      give(part)
    }
    await vi.advanceTimersByTimeAsync(1)
    give(null)
    expect(await slow).toEqual({ ok: true, value: { last: 1, results: [] } })
    const silent = transport.push(PUSH)
    await vi.advanceTimersByTimeAsync(PATIENCE_MS + 1_000)
    expect(await silent).toEqual({ ok: false, error: { type: 'Offline' } })
  })

  it('takes and gives blobs by the hash of their content', async () => {
    const asked = answering(200, {})
    expect(await transport.putBlob('a b', 'ff00', new Uint8Array([1, 2]))).toEqual({ ok: true, value: true })
    expect(asked.mock.calls[0]?.[0]).toBe('/blobs/ff00?area=a%20b')
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ method: 'PUT', body: new Uint8Array([1, 2]) })
    vi.stubGlobal('fetch', async () => new Response(new Uint8Array([3, 4])))
    expect(await transport.getBlob('a', 'ff00')).toEqual({ ok: true, value: new Uint8Array([3, 4]) })
    answering(404, { type: 'NotFound' })
    expect(await transport.getBlob('a', 'ff00')).toEqual({ ok: true, value: null })
  })
})

describe('what a person is told', () => {
  it('is a state of its own for each reason', () => {
    const all: readonly HubRefusal[] = [
      { type: 'Offline' },
      { type: 'SignedOut' },
      { type: 'Revoked' },
      { type: 'ClientTooOld' },
      { type: 'Busy', message: 'm' },
      { type: 'Rejected', message: 'm' },
    ]
    expect(new Set(all.map((refusal) => stateOfRefusal(refusal).state)).size).toBe(all.length)
  })
})

describe('a hub that does not answer', () => {
  it('is asked again later and later, up to five minutes, and not by everybody at once', () => {
    expect([1, 2, 3].map((failures) => waitMs(failures, 1))).toEqual([2_000, 4_000, 8_000])
    expect(waitMs(1, 0)).toBe(1_000)
    expect(waitMs(40, 1)).toBe(300_000)
    expect(waitMs(40, 0)).toBe(150_000)
  })
})
