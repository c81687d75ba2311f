/**
 * Requests that are wrong in at least one way, for every endpoint of the hub: what a broken program, a proxy or somebody
 * with bad intentions sends. Built so that none of them may change anything.
 */
import fc from 'fast-check'

export interface WrongRequest {
  readonly method: string
  readonly path: string
  readonly who: 'nobody' | 'made-up' | 'auditor' | 'manager'
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
}

const JSON_TYPE = { 'content-type': 'application/json' }
const NOWHERE = 'f'.repeat(32)
/** Stands for the area of the senders, whose id is known once there is a hub. */
export const OWN_AREA = 'the-area-of-the-senders'

/** The messages as they should be, of an area that is nobody's, so that a member's session opens nothing by them. */
const MESSAGES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '/sync/push': {
    protocol: 1,
    area: NOWHERE,
    device: 'd-1',
    ops: [{ opId: 'o-1', n: 1, at: '2026-03-02T10:15:00.000Z', kind: 'rating.set', base: 0, data: {} }],
  },
  '/sync/pull': {
    protocol: 1,
    area: NOWHERE,
    device: 'd-1',
    epoch: null,
    limit: 100,
    cursors: { auditors: 3 },
    known: 0,
    waiting: { count: 0, oldestAt: null },
  },
  '/accounts/set-up': { token: 'a'.repeat(43), areaName: 'A', name: 'N', agency: 'health', email: 'x@example.org' },
  '/accounts/link': { token: 'a'.repeat(43) },
  '/accounts/accept': { token: 'a'.repeat(43), email: 'x@example.org', password: 'a long enough password' },
  '/accounts/reset': { token: 'a'.repeat(43), password: 'a long enough password' },
  '/accounts/devices/register': { area: NOWHERE, device: 'd-1', name: 'Browser' },
  '/accounts/devices/revoke': { area: NOWHERE, device: 'd-1' },
  '/accounts/invite': { area: NOWHERE, memberId: 'm-1', email: 'x@example.org' },
  '/accounts/reset-link': { area: NOWHERE, memberId: 'm-1' },
  '/accounts/close': { area: NOWHERE, memberId: 'm-1' },
  '/api/auth/sign-in/social': { provider: 'nobody', callbackURL: '/' },
  '/api/auth/passkey/verify-registration': {
    response: {
      id: 'AA',
      rawId: 'AA',
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON: 'AA', attestationObject: 'AA' },
    },
  },
  '/api/auth/passkey/verify-authentication': {
    response: {
      id: 'AA',
      rawId: 'AA',
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' },
    },
  },
  '/api/auth/passkey/delete-passkey': { id: 'p-1' },
  '/api/auth/passkey/update-passkey': { id: 'p-1', name: 'N' },
}
/** A whole message of these would be tried at the cost of a hash, so they are only ever sent broken. */
const ONLY_BROKEN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '/api/auth/sign-in/email': { email: 'x@example.org', password: 'p' },
  '/api/auth/change-password': { currentPassword: 'p', newPassword: 'a long enough password' },
}
const READS = [
  '/hub/about',
  '/hub/health',
  '/accounts/me',
  `/accounts/members?area=${NOWHERE}`,
  `/sync/poke?area=${NOWHERE}`,
  `/blobs/${'0'.repeat(64)}?area=${NOWHERE}`,
  '/api/auth/get-session',
  '/api/auth/passkey/list-user-passkeys',
  '/api/auth/callback/county',
  '/',
  '/settings',
  '/assets/index.js',
  '/sw.js',
]

const who = fc.constantFrom('nobody', 'made-up', 'auditor', 'manager')

/** Halves of characters and NUL, which no database keeps, and what is longer than any id, name or address. */
const unstorable = fc.constantFrom('\0', 'a\0b', '\ud800', 'a\udfff', 'x'.repeat(300), 'x'.repeat(5_000))
/** Text of every bad sort: controls, right-to-left marks, quotes, paths. */
const badText = fc.oneof(
  { weight: 3, arbitrary: unstorable },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\u202e',
      '\ufeff',
      "' or 1=1 --",
      '"><script>',
      '../../etc/passwd',
      '%00',
      '__proto__',
      'constructor',
      '',
      ' ',
    ),
  },
)
const badNumber = fc.constantFrom(-1, -0, 0.5, 1e308, -1e308, 2 ** 53, 2 ** 63, Number.MAX_SAFE_INTEGER, 5e-324)
const badValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: badText },
  { weight: 2, arbitrary: badNumber },
  { weight: 1, arbitrary: fc.constantFrom(true, null, undefined) },
  { weight: 1, arbitrary: fc.jsonValue({ depthSize: 'medium' }) },
)

const deep = fc
  .tuple(fc.constantFrom('[', '{"a":'), fc.constantFrom(50, 1_000, 20_000))
  .map(([open, depth]) => Buffer.from(open.repeat(depth)))
const poisoned = fc.constantFrom(
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":{}}}',
  '{"a":1,"a":2}',
  '[]',
  '"text"',
  '1',
  'null',
  '',
  ' ',
  '\ufeff{}',
  '{"n":1e999}',
  'NaN',
  "{'a':1}",
  '{"a":1}{"b":2}',
)

/** A message that lacks a field, or holds something else in its place; also inside what it holds. */
function broken(message: object): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.constantFrom(...placesIn(message)), badValue)
    .map(([place, value]) => encoded(replaced(message, place, value)))
}

/**
 * A message of the area that its sender belongs to, broken where it names something: nothing else than the text in that
 * place keeps it from being done.
 */
function nearlyRight(message: object): fc.Arbitrary<Uint8Array> {
  const own = { ...message, area: OWN_AREA }
  const named = placesIn(own).filter((place) => NAMES.test(place.at(-1) ?? ''))
  const bad = fc.oneof(unstorable, fc.constantFrom(1, true, [], {}))
  return fc.tuple(fc.constantFrom(...named), bad).map(([place, value]) => encoded(replaced(own, place, value)))
}

const NAMES = /^(area|device|opId|kind|memberId|email|name)$/

type Place = readonly string[]

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]): Place[] => [[key], ...placesIn(one).map((rest) => [key, ...rest])])
}

function replaced(value: unknown, [key = '', ...rest]: Place, by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by
  const copy: Record<string, unknown> = { ...value }
  copy[key] = rest.length === 0 ? by : replaced(copy[key], rest, by)
  return Array.isArray(value) ? Object.values(copy) : copy
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '')

function cutShort(message: unknown): fc.Arbitrary<Uint8Array> {
  const whole = encoded(message)
  return fc.integer({ min: 0, max: whole.length - 1 }).map((length) => whole.subarray(0, length))
}

const wrongType = fc
  .constantFrom(
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/xml',
    'application',
    '/',
    'json',
    'application/octet-stream',
    'application/json, text/plain',
  )
  .map((type) => ({ 'content-type': type }))

/** Headers that a hub on this machine must not be confused by. */
const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 20, arbitrary: fc.constant({}) },
  fc.constantFrom('null', 'https://example.net', 'http://localhost', 'file://', '*').map((origin) => ({ origin })),
  fc
    .constantFrom(
      'Basic YTpi',
      'Bearer',
      'Bearer ',
      'bearer a.b',
      'Bearer a.b.c',
      'Bearer %',
      'Bearer %ff%',
      `Bearer ${'x'.repeat(4_000)}`,
      'Bearer \u00ff\u00fe',
      ';',
    )
    .map((authorization) => ({ authorization })),
  fc
    .constantFrom(
      'better-auth.session_token=x',
      'better-auth.session_token=x.y',
      'better-auth.session_token=%',
      '=;=;',
      `a=${'b'.repeat(3_000)}`,
      'better-auth.better-auth-passkey=x.y',
    )
    .map((cookie) => ({ cookie })),
  fc.constantFrom('gzip', 'br', 'deflate', 'identity', 'nothing').map((encoding) => ({ 'content-encoding': encoding })),
  fc.constantFrom('gzip;q=0', '*;q=0', 'x'.repeat(300), 'br;q=x').map((encoding) => ({ 'accept-encoding': encoding })),
  fc.constantFrom('bytes=0-0', 'bytes=9-1', 'bytes=-999999999999999', 'lines=1').map((range) => ({ range })),
  fc.constantFrom('GET', 'DELETE', 'CONNECT').map((method) => ({ 'x-http-method-override': method })),
  fc.constantFrom('https', 'http, https').map((proto) => ({ 'x-forwarded-proto': proto, 'x-forwarded-for': '1, 2' })),
  fc.constantFrom('"', 'W/"x", *', 'x').map((tag) => ({ 'if-none-match': tag, 'if-modified-since': tag })),
)

const writing: fc.Arbitrary<WrongRequest> = fc
  .constantFrom(...Object.entries({ ...MESSAGES, ...ONLY_BROKEN }))
  .chain(([path, message]) => {
    const wholeIsHarmless = path in MESSAGES
    const body = fc.oneof(
      { weight: 5, arbitrary: broken(message) },
      ...('area' in message ? [{ weight: 5, arbitrary: nearlyRight(message) }] : []),
      cutShort(message),
      poisoned.map((text) => Buffer.from(text)),
      deep,
      fc.uint8Array({ maxLength: 300 }),
      fc.jsonValue().map(encoded),
    )
    const sent = fc.oneof(
      { weight: 8, arbitrary: fc.tuple(body, fc.constant(JSON_TYPE)) },
      fc.tuple(fc.constant(encoded(message)), wrongType),
      ...(wholeIsHarmless ? [fc.tuple(fc.constant(encoded(message)), fc.constant(JSON_TYPE))] : []),
    )
    const method = fc.oneof({ weight: 9, arbitrary: fc.constant('POST') }, fc.constantFrom('PUT', 'PATCH', 'DELETE'))
    return fc.record({ who, odd: oddHeaders, sent, method }).map(
      ({ sent: [bytes, type], odd, ...asked }): WrongRequest => ({
        ...asked,
        path,
        headers: { ...type, ...odd },
        body: bytes,
      }),
    )
  })

const oddPath = fc.oneof(
  fc.constantFrom(
    '/..',
    '/%2e%2e',
    '//',
    '/%',
    '/%00',
    '/%ff',
    ';x',
    '?area',
    '?area=',
    '?area=a&area=b',
    '?area[]=a',
    '?area[a]=b',
    `?area=${'x'.repeat(3_000)}`,
    '?area=%00',
    '?area=%ff',
    '?area=%ed%a0%80',
    '?__proto__=x',
    '/\\..',
    '#x',
    '?%',
  ),
  badText.map((text) => `/${encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '')).slice(0, 2_000)}`),
  badText.map((text) => `?area=${encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '')).slice(0, 2_000)}`),
)

const reading: fc.Arbitrary<WrongRequest> = fc
  .record({
    path: fc.constantFrom(...READS, ...Object.keys(MESSAGES)),
    odd: oddPath,
    who,
    headers: oddHeaders,
    method: fc.constantFrom('GET', 'GET', 'HEAD', 'OPTIONS', 'DELETE'),
  })
  .map(({ path, odd, ...asked }): WrongRequest => {
    const start = odd.startsWith('?') ? (path.split('?')[0] ?? '') : path
    return { ...asked, path: `${start}${odd}`, body: null }
  })

const blobs: fc.Arbitrary<WrongRequest> = fc
  .record({
    name: fc.oneof(
      fc.constant('0'.repeat(64)),
      badText.map((text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '')).slice(0, 300)),
    ),
    who,
    headers: fc.oneof(wrongType, fc.constant({ 'content-type': 'application/octet-stream' })),
    body: fc.uint8Array({ maxLength: 200 }),
  })
  .map(
    ({ name, who: sender, headers, body }): WrongRequest => ({
      method: 'PUT',
      path: `/blobs/${name}?area=${NOWHERE}`,
      who: sender,
      headers,
      body,
    }),
  )

export const wrongRequest: fc.Arbitrary<WrongRequest> = fc.oneof(
  { weight: 6, arbitrary: writing },
  { weight: 3, arbitrary: reading },
  { weight: 1, arbitrary: blobs },
)

/** Text that is hardly HTTP: sent as it is, on a connection of its own. */
export const rawRequest: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary-ascii', maxLength: 200 }),
  fc.constantFrom(
    'GET / HTTP/1.1\r\n\r\n',
    'GET /hub/about HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
    'GET http://example.net/hub/about HTTP/1.1\r\nHost: example.net\r\n\r\n',
    'GET /hub/about HTTP/9.9\r\nHost: a\r\n\r\n',
    `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    'POST /sync/push HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}',
    'POST /sync/push HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /sync/push HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
    'POST /sync/push HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"cut',
    'POST /sync/push HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n',
    'TRACE / HTTP/1.1\r\nHost: a\r\n\r\n',
    'CONNECT example.net:443 HTTP/1.1\r\nHost: a\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET /hub/about HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    'GET /hub/about HTTP/1.1\r\nHost: a\r\nExpect: 200-ok\r\n\r\n',
    'GET /hub/about HTTP/1.1\r\nHost: a\r\n X: folded\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ),
)
