/** A hub on loopback for the tests, and requests to it as a browser or a program would make them. */
import * as z from 'zod/mini'
import { type HubOptions, startHub } from '../../../src/hub/main'

/** As no person asks. */
const NO_LIMITS = { address: 1e9, tries: 1e9, account: 1e9, session: 1e9 }

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** `null` when the text is no JSON. */
  readonly json: unknown
  /** `type` of a problem, or `null`. */
  readonly type: string | null
  /** The answer under its schema; fails when it is another. */
  readonly as: <T>(schema: z.ZodMiniType<T>) => T
}

export interface Sent {
  readonly method?: string
  readonly token?: string | undefined
  readonly json?: unknown
  readonly body?: string | Uint8Array
  readonly headers?: Record<string, string>
}

export interface TestHub {
  readonly url: string
  readonly setUpLink: string | null
  readonly ask: (path: string, sent?: Sent) => Promise<Reply>
  readonly post: (path: string, json: unknown, token?: string) => Promise<Reply>
  readonly get: (path: string, token?: string) => Promise<Reply>
  readonly close: () => Promise<void>
}

export async function startTestHub(options: HubOptions): Promise<TestHub> {
  const hub = await startHub({
    port: 0,
    logLevel: 'silent',
    ...options,
    limits: { ...NO_LIMITS, ...options.limits },
  })
  const ask = async (path: string, sent: Sent = {}): Promise<Reply> => {
    const { method = sent.json === undefined && sent.body === undefined ? 'GET' : 'POST', token, json, headers } = sent
    const body = json === undefined ? sent.body : JSON.stringify(json)
    const answer = await fetch(`${hub.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        // As browsers do.
        ...(method !== 'GET' && { origin: hub.url }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: body as BodyInit }),
    })
    const text = await answer.text()
    const value = parsed(text)
    const problem = z.looseObject({ type: z.string() }).safeParse(value)
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: value,
      type: problem.success ? problem.data.type : null,
      as: (schema) => schema.parse(value),
    }
  }
  return {
    url: hub.url,
    setUpLink: hub.setUpLink,
    ask,
    post: (path, json, token) => ask(path, { method: 'POST', json, token }),
    get: (path, token) => ask(path, { token }),
    close: hub.close,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What stands after `#<type>=` in a link. */
export function tokenOf(link: string): string {
  return new URL(link).hash.replace(/^#[a-z-]+=/, '')
}
