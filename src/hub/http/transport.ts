/**
 * How the hub may be reached: HTTPS with a certificate of its own, HTTPS that ends at a trusted proxy, or plain HTTP on this
 * machine alone. Anything else is refused with a sentence that says how to do it right.
 *
 * Pure. Rule: sync.md, "Transport and sign-in": service workers, passkeys and `crypto.subtle` need HTTPS, and marks of
 * children's plans must not cross a network in the open.
 */
import { err, ok, type Result } from '../../core/result'
import { type Addresses, holds, LOOPBACK, parseAddresses } from './addresses'

export interface TransportOptions {
  readonly host: string
  /** `https://audits.example.gov.uk`, as people type it. */
  readonly origin?: string
  readonly hasCertificate: boolean
  /** Addresses whose X-Forwarded-* headers are believed. */
  readonly trustProxy?: readonly string[]
}

export interface Transport {
  readonly mode: 'certificate' | 'proxy' | 'loopback'
  /** Without a trailing slash; `null`: on this machine, by the port that is taken. */
  readonly origin: string | null
  readonly proxies: Addresses
}

/** @returns how to listen, or the sentence why not. */
export function planTransport(options: TransportOptions): Result<Transport, string> {
  const origin = options.origin === undefined ? ok(null) : readOrigin(options.origin)
  if (!origin.ok) return origin
  const proxies = parseAddresses(options.trustProxy ?? ['loopback'])
  if (!proxies.ok) return err(`--trust-proxy: ${proxies.error}`)
  const plan = { origin: origin.value, proxies: proxies.value }
  const isLoopback = LOOPBACK.includes(options.host)
  const isHttps = origin.value?.startsWith('https://') ?? false
  if (options.hasCertificate) {
    if (origin.value !== null && !isHttps) return err('With --cert the address begins with https://: change --origin.')
    if (origin.value === null && !isLoopback) {
      return err('Say with --origin https://… how people reach the hub: links and passkeys belong to that address.')
    }
    return ok({ ...plan, mode: 'certificate' })
  }
  if (isHttps && (isLoopback || options.trustProxy !== undefined)) return ok({ ...plan, mode: 'proxy' })
  if (isLoopback && options.trustProxy === undefined && (origin.value === null || isLocal(origin.value))) {
    return ok({ ...plan, mode: 'loopback' })
  }
  return err(howToDoItRight(isLoopback, options.trustProxy !== undefined))
}

function howToDoItRight(isLoopback: boolean, hasProxy: boolean): string {
  const ways =
    'Give --cert FILE --key FILE --origin https://…, or leave --host at 127.0.0.1, put a proxy with HTTPS before it and give --origin https://….'
  if (hasProxy) return 'With --trust-proxy, say with --origin https://… how people reach the proxy.'
  if (isLoopback) return `Other machines reach a hub by HTTPS only. ${ways}`
  return `Plain HTTP is for this machine alone: what auditors write must not cross a network in the open. ${ways} A proxy on another machine is named with --trust-proxy ADDRESS.`
}

function readOrigin(text: string): Result<string, string> {
  const url = URL.canParse(text) ? new URL(text) : null
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash
  if (!isOrigin || url.username !== '')
    return err('--origin is an address without a path, for example https://audits.example.gov.uk.')
  return ok(url.origin)
}

const isLocal = (origin: string) => /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)

export interface Arrival {
  /** Address of the other end of the connection. */
  readonly remote: string | undefined
  /** `X-Forwarded-Proto`. */
  readonly forwardedProto: string | undefined
  /** Any header that a proxy adds is there. */
  readonly isForwarded: boolean
  readonly isHealth: boolean
}

/** @returns the sentence why a request is not answered, or nothing. */
export function refuseArrival(transport: Transport, arrival: Arrival): string | null {
  switch (transport.mode) {
    case 'certificate':
      return null
    case 'loopback':
      return arrival.isForwarded
        ? 'The hub does not know the proxy before it. Start it with --origin https://… (and --trust-proxy ADDRESS when the proxy runs on another machine).'
        : null
    case 'proxy':
      return refuseFromProxy(transport, arrival)
  }
}

function refuseFromProxy(transport: Transport, arrival: Arrival): string | null {
  if (!holds(transport.proxies, arrival.remote)) return 'The hub is reached by its proxy alone.'
  if (arrival.forwardedProto === 'https') return null
  if (arrival.forwardedProto === undefined) {
    return arrival.isHealth ? null : 'The proxy must say X-Forwarded-Proto: https; the hub answers nothing else.'
  }
  return 'Plain HTTP is refused: use the https:// address.'
}
