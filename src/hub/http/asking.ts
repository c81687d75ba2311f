/**
 * Who asks, and what: the session of a request, the member it acts as, and its message under a schema.
 *
 * Effects: the database. `/sync`, `/blobs` and `/accounts` take the bearer token alone, so that another site's page, which
 * can only make a browser send cookies, cannot act for a member.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { err, ok, type Result } from '../../core/result'
import type { Accounts } from '../accounts/accounts'
import { memberOfUser } from '../accounts/members'
import { readSession, type Session } from '../accounts/sessions'
import type { Caller } from '../hub'
import { FORBIDDEN, misfit, type Problem, SIGNED_OUT } from './problem'

declare module 'fastify' {
  interface FastifyRequest {
    /** The area a request is about, once the asker was found to be a member of it: for the log. */
    area: string | null
  }
}

/** What an answer is: the value of 200, or a problem. */
export async function answer(reply: FastifyReply, result: Result<unknown, Problem>): Promise<FastifyReply> {
  return result.ok ? reply.send(result.value) : refuse(reply, result.error)
}

export async function refuse(reply: FastifyReply, { status, body }: Problem): Promise<FastifyReply> {
  if (status === 429 || status === 503) reply.header('retry-after', '5')
  return reply.code(status).type('application/json').send(body)
}

/** The message under its schema, or a 400 that says what is wrong without repeating it. */
export function read<T>(schema: z.ZodMiniType<T>, message: unknown): Result<T, Problem> {
  const parsed = schema.safeParse(message)
  return parsed.success ? ok(parsed.data) : err(misfit(parsed.error.issues))
}

/** The session of the bearer token. */
export async function bearerSession(accounts: Accounts, request: FastifyRequest): Promise<Result<Session, Problem>> {
  const { authorization } = request.headers
  if (authorization === undefined) return err(SIGNED_OUT)
  const session = await readSession(accounts, new Headers({ authorization }))
  return session.ok ? session : err(SIGNED_OUT)
}

/** As whom a session acts in an area; the same refusal whether the area is another's or nobody's. */
export async function callerIn(
  accounts: Accounts,
  request: FastifyRequest,
  session: Session,
  area: string,
): Promise<Result<Caller, Problem>> {
  const member = await memberOfUser(accounts.hub, area, session.userId)
  if (member === null) return err(FORBIDDEN)
  request.area = area
  return ok({ area, member, session: session.id })
}

/** Both at once: what most endpoints begin with. */
export async function callerOf(
  accounts: Accounts,
  request: FastifyRequest,
  area: string,
): Promise<Result<Caller, Problem>> {
  const session = await bearerSession(accounts, request)
  return session.ok ? callerIn(accounts, request, session.value, area) : session
}

const Area = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[\x20-\x7e]+$/))
export const AreaQuery = z.object({ area: Area })
