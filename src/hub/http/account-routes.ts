/**
 * Accounts, invitations and devices: the messages of wire/accounts.ts. What they do is hub/accounts.
 *
 * Effects: the database.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { err, ok, type Result } from '../../core/result'
import {
  AcceptRequest,
  CloseAccountRequest,
  LinkRequest,
  MemberLinkRequest,
  RegisterDeviceRequest,
  ResetRequest,
  RevokeDeviceRequest,
  SetUpRequest,
} from '../../wire/accounts'
import { registerDevice, revokeDevice } from '../accounts/devices'
import { accept, describeLink } from '../accounts/join'
import { closeAccount, invite, reset, resetLink } from '../accounts/member-links'
import { me, memberAccounts } from '../accounts/overview'
import type { AccountRefusal } from '../accounts/refusal'
import { readSession, type Session } from '../accounts/sessions'
import { setUp } from '../accounts/set-up'
import type { Caller } from '../hub'
import { accountProblem } from './account-problems'
import { AreaQuery, answer, bearerSession, callerIn, callerOf, read, refuse } from './asking'
import { malformed, type Problem, SIGNED_OUT } from './problem'
import type { Serving } from './serving'

const WithEmail = z.object({ email: z.string() })
/** As better-auth reads it. */
const Address = z.email()

export function accountRoutes(app: FastifyInstance, serving: Serving): void {
  const { hub, accounts } = serving

  /** With a link: tried tightly, and not yet by a member. */
  function byLink<T>(
    path: string,
    schema: z.ZodMiniType<T>,
    act: (message: T, session: Session | null) => Promise<Result<unknown, AccountRefusal>>,
  ): void {
    app.post(path, async (request, reply) => {
      const limited = await serving.limits.tries(request)
      if (!limited.ok) return refuse(reply, limited.error)
      const message = readWithAddress(schema, request.body)
      if (!message.ok) return refuse(reply, message.error)
      const session = await bearerSession(accounts(), request)
      return answer(reply, asProblem(await act(message.value, session.ok ? session.value : null)))
    })
  }

  /** As a member of the area that the message names. */
  function asMember<T extends { readonly area: string }>(
    path: string,
    schema: z.ZodMiniType<T>,
    act: (caller: Caller, message: T) => Promise<Result<unknown, AccountRefusal>>,
  ): void {
    app.post(path, async (request, reply) => {
      const asked = await member(serving, request, schema)
      if (!asked.ok) return refuse(reply, asked.error)
      const { caller, message } = asked.value
      const result = await act(caller, message)
      if (result.ok) request.log.info({ event: path, area: caller.area, by: caller.member, about: aboutWhom(message) })
      return answer(reply, asProblem(result))
    })
  }

  byLink('/accounts/set-up', SetUpRequest, async (message, session) =>
    signedIn(await setUp(accounts(), message, session)),
  )
  byLink('/accounts/link', LinkRequest, ({ token }) => describeLink(accounts(), token))
  byLink('/accounts/accept', AcceptRequest, async (message, session) =>
    signedIn(await accept(accounts(), message, session)),
  )
  byLink('/accounts/reset', ResetRequest, async (message) => signedIn(await reset(accounts(), message)))

  asMember('/accounts/devices/register', RegisterDeviceRequest, async (caller, message) =>
    done(await registerDevice(hub, caller, message)),
  )
  asMember('/accounts/devices/revoke', RevokeDeviceRequest, async (caller, { device }) =>
    done(await revokeDevice(hub, caller, device)),
  )
  asMember('/accounts/invite', MemberLinkRequest, (caller, message) => invite(accounts(), caller, message))
  asMember('/accounts/reset-link', MemberLinkRequest, (caller, message) => resetLink(accounts(), caller, message))
  asMember('/accounts/close', CloseAccountRequest, async (caller, message) =>
    done(await closeAccount(hub, caller, message)),
  )

  app.get('/accounts/me', async (request, reply) => {
    const limited = await serving.limits.session(request)
    if (!limited.ok) return refuse(reply, limited.error)
    const session = await anySession(serving, request)
    return session.ok ? reply.send(await me(hub, session.value)) : refuse(reply, session.error)
  })

  app.get('/accounts/members', async (request, reply) => {
    const limited = await serving.limits.session(request)
    if (!limited.ok) return refuse(reply, limited.error)
    const query = read(AreaQuery, request.query)
    if (!query.ok) return refuse(reply, query.error)
    const caller = await callerOf(accounts(), request, query.value.area)
    if (!caller.ok) return refuse(reply, caller.error)
    return answer(reply, asProblem(await memberAccounts(hub, caller.value)))
  })
}

async function member<T extends { readonly area: string }>(
  { accounts, limits }: Serving,
  request: FastifyRequest,
  schema: z.ZodMiniType<T>,
): Promise<Result<{ readonly caller: Caller; readonly message: T }, Problem>> {
  const limited = await limits.session(request)
  if (!limited.ok) return limited
  const session = await bearerSession(accounts(), request)
  if (!session.ok) return session
  const message = readWithAddress(schema, request.body)
  if (!message.ok) return message
  const caller = await callerIn(accounts(), request, session.value, message.value.area)
  return caller.ok ? ok({ caller: caller.value, message: message.value }) : caller
}

/** An address that signing in would not take makes no account and gets no invitation. */
function readWithAddress<T>(schema: z.ZodMiniType<T>, body: unknown): Result<T, Problem> {
  const message = read(schema, body)
  const email = WithEmail.safeParse(body)
  if (message.ok && email.success && !Address.safeParse(email.data.email).success) {
    return err(malformed('email is no address that can sign in.'))
  }
  return message
}

/** The bearer token, or better-auth's cookie: a page that comes back from an organisation has no token yet. */
async function anySession({ accounts }: Serving, request: FastifyRequest): Promise<Result<Session, Problem>> {
  const { authorization, cookie } = request.headers
  if (authorization !== undefined) return bearerSession(accounts(), request)
  const site = request.headers['sec-fetch-site']
  if (cookie === undefined || (site !== undefined && site !== 'same-origin')) return err(SIGNED_OUT)
  const session = await readSession(accounts(), new Headers({ cookie }))
  return session.ok ? session : err(SIGNED_OUT)
}

/** Random ids: what a manager did to whose access can be found again, and says nothing by itself. */
function aboutWhom(message: object): unknown {
  if ('memberId' in message) return message.memberId
  return 'device' in message ? message.device : null
}

function asProblem<T>(result: Result<T, AccountRefusal>): Result<T, Problem> {
  return result.ok ? result : err(accountProblem(result.error))
}

function signedIn(result: Result<string, AccountRefusal>): Result<{ readonly token: string }, AccountRefusal> {
  return result.ok ? ok({ token: result.value }) : result
}

function done(result: Result<true, AccountRefusal>): Result<object, AccountRefusal> {
  return result.ok ? ok({}) : result
}
