/**
 * How often the hub may be asked: tight where passwords and links are tried, generous where devices sync.
 *
 * Effects: counts in the memory of this process. Every process of a database counts for itself.
 */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { err, ok, type Result } from '../../core/result'
import { type Problem, TOO_OFTEN } from './problem'

const MINUTE_MS = 60_000

/** At most so many requests in a minute; an account's tries in a quarter of an hour. */
export interface Limits {
  /** Of one address, whatever it asks: an office behind one address is many people. */
  readonly address: number
  /** Of one address, where passwords, passkeys and links are tried. */
  readonly tries: number
  /** At one account, from wherever. */
  readonly account: number
  /** Of one session; of one address that has none. */
  readonly session: number
  /** Event streams of one session at the same time. */
  readonly streams: number
}

export const LIMITS: Limits = { address: 12_000, tries: 60, account: 20, session: 900, streams: 6 }

export interface LimitChecks {
  readonly address: (request: FastifyRequest) => Promise<Result<true, Problem>>
  readonly tries: (request: FastifyRequest) => Promise<Result<true, Problem>>
  readonly account: (request: FastifyRequest, email: string) => Promise<Result<true, Problem>>
  readonly session: (request: FastifyRequest) => Promise<Result<true, Problem>>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Which account a request is about, hashed: what its tries are counted by. */
    limitKey: string
  }
}

/** @param app with @fastify/rate-limit, `global: false`. */
export function limitChecks(app: FastifyInstance, limits: Limits): LimitChecks {
  // Without a key of its own the plugin counts by address, an IPv6 network as one.
  const check = (max: number, timeWindow: number, keyGenerator?: (request: FastifyRequest) => string) => {
    const count = app.createRateLimit({ max, timeWindow, ...(keyGenerator && { keyGenerator }) })
    return async (request: FastifyRequest): Promise<Result<true, Problem>> => {
      const counted = await count(request)
      return counted.isAllowed || !counted.isExceeded ? ok(true) : err(TOO_OFTEN)
    }
  }
  const account = check(limits.account, 15 * MINUTE_MS, (request) => request.limitKey)
  return {
    address: check(limits.address, MINUTE_MS),
    tries: check(limits.tries, MINUTE_MS),
    account: (request, email) => {
      request.limitKey = hash(email.trim().toLowerCase())
      return account(request)
    },
    session: check(limits.session, MINUTE_MS, ({ headers, ip }) => hash(headers.authorization ?? ip)),
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
