/** A hub's account endpoints as the screens see them: answers by path, and what was asked. Only the network is replaced. */
import { vi } from 'vitest'
import type { About, HubDevice, LinkAnswer, Me } from '../../src/wire/accounts'

export interface Asked {
  readonly path: string
  readonly body: unknown
  readonly token: string | null
}

type Answer = unknown | ((body: unknown) => unknown)

/** A refusal as a hub gives it. */
export function refusal(status: number, type: string, message = ''): Response {
  return new Response(JSON.stringify({ type, message }), { status, headers: { 'content-type': 'application/json' } })
}

/** Paths without an answer are as if there were no network. */
export function fakeHub(answers: Readonly<Record<string, Answer>>): readonly Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (input: string | URL | Request, init: RequestInit = {}) => {
    const request = input instanceof Request ? input : null
    const path = new URL(request?.url ?? String(input), 'http://localhost').pathname
    const text = request ? await request.clone().text() : typeof init.body === 'string' ? init.body : ''
    const body: unknown = text === '' ? null : JSON.parse(text)
    const header = new Headers(init.headers ?? request?.headers).get('authorization')
    asked.push({ path, body, token: header?.replace('Bearer ', '') ?? null })
    const answer = answers[path]
    if (answer === undefined) throw new TypeError('Failed to fetch')
    const given: unknown = typeof answer === 'function' ? answer(body) : answer
    if (given instanceof Response) return given.clone()
    return new Response(JSON.stringify(given), { headers: { 'content-type': 'application/json' } })
  })
  return asked
}

export const ABOUT: About = {
  product: 'plumbline',
  version: '0.1.0',
  protocol: { least: 1, most: 1 },
  needsSetUp: false,
  providers: [],
}

export const TOKEN = 'session-token-of-a-member'

export function link(more: Partial<LinkAnswer> = {}): LinkAnswer {
  return {
    type: 'invite',
    areaName: 'Marchshire',
    memberName: 'An auditor',
    email: 'auditor@example.org',
    hasAccount: false,
    expiresAt: '2999-01-01T12:00:00.000Z',
    ...more,
  }
}

export function hubDevice(more: Partial<HubDevice> = {}): HubDevice {
  return {
    id: 'd-1',
    name: 'Edge on Windows',
    seenAt: '2026-03-02T10:00:00.000Z',
    waiting: { count: 0, oldestAt: null },
    revoked: false,
    ...more,
  }
}

export function place(more: Partial<Me['places'][number]> = {}): Me['places'][number] {
  return {
    area: 'area1',
    areaName: 'Marchshire',
    memberId: 'member1',
    member: { name: 'An auditor', agency: 'health', roles: ['auditor'], active: true },
    devices: [],
    ...more,
  }
}

export function me(places: Me['places'] = [place()]): Me {
  return {
    token: TOKEN,
    user: { id: 'u1', name: 'An auditor', email: 'auditor@example.org', hasPassword: true, passkeys: 0 },
    places,
  }
}
