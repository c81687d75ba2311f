/**
 * The hub over HTTPS, at the address the app came from: each exchange carries the Bearer token, each answer is read under its
 * schema, each failure is a value.
 *
 * Effects: fetch, timers. Endpoints: hub/http; messages: wire/protocol.ts.
 */
import type * as z from 'zod/mini'
import { err, ok, type Result } from '../core/result'
import { HubProblem, PullAnswer, PushAnswer, PushConflict } from '../wire/protocol'
import type { HubRefusal, Transport } from './transport'

/** A hub that is silent for so long does not answer. */
export const PATIENCE_MS = 20_000
/** The slowest line that is worth waiting for when bytes go up, in bytes per millisecond. */
const SLOWEST_UPLOAD = 16

interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly body?: string | Uint8Array<ArrayBuffer>
}

interface Answer {
  readonly status: number
  readonly bytes: Uint8Array
}

/** @param token asked before each exchange; `undefined`: nobody is signed in. */
export function createHttpTransport(token: () => Promise<string | undefined>): Transport {
  const exchange = async (path: string, ask: Ask): Promise<Result<Answer, HubRefusal>> => {
    const bearer = await token()
    return bearer === undefined ? err({ type: 'SignedOut' }) : send(path, bearer, ask)
  }
  const post = (path: string, message: unknown) => exchange(path, { method: 'POST', body: JSON.stringify(message) })
  const blobPath = (area: string, hash: string) => `/blobs/${hash}?area=${encodeURIComponent(area)}`
  return {
    async push(request) {
      const answer = await post('/sync/push', request)
      if (!answer.ok) return answer
      const conflict = answer.value.status === 409 ? PushConflict.safeParse(jsonOf(answer.value.bytes)) : null
      return conflict?.success ? err(conflict.data) : read(PushAnswer, answer.value)
    },
    async pull(request) {
      const answer = await post('/sync/pull', request)
      return answer.ok ? read(PullAnswer, answer.value) : answer
    },
    async putBlob(area, hash, bytes) {
      const answer = await exchange(blobPath(area, hash), { method: 'PUT', body: new Uint8Array(bytes) })
      if (!answer.ok) return answer
      return isDone(answer.value) ? ok(true) : err(refusalOf(answer.value))
    },
    async getBlob(area, hash) {
      const answer = await exchange(blobPath(area, hash), { method: 'GET' })
      if (!answer.ok) return answer
      if (answer.value.status === 404) return ok(null)
      return isDone(answer.value) ? ok(answer.value.bytes) : err(refusalOf(answer.value))
    },
  }
}

/** Opens the stream that says when to pull. @throws when there is none. */
export async function openPokes(area: string, token: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}` }
  const response = await fetch(`/sync/poke?area=${encodeURIComponent(area)}`, { headers, signal, cache: 'no-store' })
  if (!response.ok || !response.body) throw new Error(`the hub opens no stream: ${response.status}`)
  return response.body
}

async function send(path: string, token: string, { method, body }: Ask): Promise<Result<Answer, HubRefusal>> {
  const stop = new AbortController()
  const uploadMs = (body?.length ?? 0) / SLOWEST_UPLOAD
  let timer = setTimeout(() => stop.abort(), PATIENCE_MS + uploadMs)
  const onBytes = () => {
    clearTimeout(timer)
    timer = setTimeout(() => stop.abort(), PATIENCE_MS)
  }
  try {
    const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
    const response = await fetch(path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body }),
      signal: stop.signal,
      cache: 'no-store',
      credentials: 'omit',
    })
    return ok({ status: response.status, bytes: await bytesOf(response, onBytes) })
  } catch {
    return err({ type: 'Offline' })
  } finally {
    clearTimeout(timer)
  }
}

/** Much may come over a slow line: it counts as silence only when nothing comes any more. */
async function bytesOf(response: Response, onBytes: () => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const reader = response.body?.getReader()
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) break
    onBytes()
    chunks.push(part.value)
  }
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

const isDone = ({ status }: Answer) => status >= 200 && status < 300

function read<T>(schema: z.ZodMiniType<T>, answer: Answer): Result<T, HubRefusal> {
  if (!isDone(answer)) return err(refusalOf(answer))
  const message = jsonOf(answer.bytes)
  // A network that answers with a page of its own is no hub.
  if (message === undefined) return err({ type: 'Offline' })
  const parsed = schema.safeParse(message)
  return parsed.success ? ok(parsed.data) : err({ type: 'Rejected', message: '' })
}

function refusalOf({ status, bytes }: Answer): HubRefusal {
  const problem = HubProblem.safeParse(jsonOf(bytes))
  const message = problem.success ? problem.data.message : undefined
  if (status === 401) return { type: 'SignedOut' }
  // Other kinds of 403 are about how the hub is reached, and their sentence says so.
  const isTakenAway = problem.success && ['Revoked', 'Forbidden'].includes(problem.data.type)
  if (status === 403 && isTakenAway) return { type: 'Revoked' }
  if (status === 426) return { type: 'ClientTooOld' }
  if (status === 429 || status >= 500) return { type: 'Busy', ...(message !== undefined && { message }) }
  return { type: 'Rejected', message: message ?? '' }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
