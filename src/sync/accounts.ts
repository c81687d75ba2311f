/**
 * What this device asks the hub about accounts: what kind of hub it is, what a one-time link is for, who one is, which
 * devices and members there are. The messages are wire/accounts.ts.
 *
 * Effects: fetch, to the address the app came from and to no other. Answers are parsed here; a refusal is a value, so that
 * every screen says what happened and what to do.
 */
import * as z from 'zod/mini'
import { err, ok, type Result } from '../core/result'
import {
  About,
  type AcceptRequest,
  type CloseAccountRequest,
  LinkAnswer,
  Me,
  MemberAccounts,
  MemberLink,
  type MemberLinkRequest,
  type RegisterDeviceRequest,
  type ResetRequest,
  type RevokeDeviceRequest,
  type SetUpRequest,
  SignedIn,
} from '../wire/accounts'
import { HubProblem } from '../wire/protocol'

/** Refusals that the hub names; each has its sentence in text/accounts.ts. */
const NAMED = [
  /** Of a one-time link. */
  'LinkUnknown',
  'LinkUsed',
  'LinkExpired',
  /** The address has an account already, or the password is not its password. */
  'SignInFirst',
  'OtherAddress',
  'AlreadyMember',
  'NoAccount',
  'OtherAreas',
  /** This device's access was taken away. */
  'Revoked',
  'DeviceTaken',
] as const

/** Why the hub did not do it. Nothing was changed. */
export type AccountRefusal =
  | { readonly type: (typeof NAMED)[number] }
  /** No network, or the hub does not answer. */
  | { readonly type: 'Offline' }
  /** Not signed in, or no longer. */
  | { readonly type: 'SignedOut' }
  /** Signed in, and not allowed to. */
  | { readonly type: 'NotAllowed' }
  /** Too many tries, or the hub is busy: again in a minute. */
  | { readonly type: 'Busy' }
  /** Anything else, in the hub's own sentence. */
  | { readonly type: 'Rejected'; readonly message: string }

/** Longer than this, and a person is told that the hub does not answer. */
const PATIENCE_MS = 20_000

interface Ask {
  readonly token?: string
  /** Given: a POST. */
  readonly body?: unknown
  readonly patienceMs?: number
}

async function ask<T>(
  path: string,
  schema: z.ZodMiniType<T>,
  { token, body, patienceMs = PATIENCE_MS }: Ask = {},
): Promise<Result<T, AccountRefusal>> {
  let response: Response
  try {
    response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    })
  } catch {
    return err({ type: 'Offline' })
  }
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) return err(refusalOf(response.status, answer))
  const parsed = schema.safeParse(answer)
  // A page that is no hub answers with a page.
  return parsed.success ? ok(parsed.data) : err({ type: 'Rejected', message: '' })
}

function refusalOf(status: number, answer: unknown): AccountRefusal {
  const problem = HubProblem.safeParse(answer)
  const type = NAMED.find((name) => problem.success && problem.data.type === name)
  if (type !== undefined) return { type }
  if (status === 401) return { type: 'SignedOut' }
  if (status === 403) return { type: 'NotAllowed' }
  if (status === 429 || status >= 502) return { type: 'Busy' }
  return { type: 'Rejected', message: problem.success ? (problem.data.message ?? '') : '' }
}

const Done = z.looseObject({})

/** Asked of the address the app came from; anything but a hub refuses. */
export function aboutHub(patienceMs?: number): Promise<Result<About, AccountRefusal>> {
  return ask('/hub/about', About, patienceMs === undefined ? {} : { patienceMs })
}

export function readLink(token: string): Promise<Result<LinkAnswer, AccountRefusal>> {
  return ask('/accounts/link', LinkAnswer, { body: { token } })
}

export function setUpHub(request: SetUpRequest): Promise<Result<SignedIn, AccountRefusal>> {
  return ask('/accounts/set-up', SignedIn, { body: request })
}

/** @param session of somebody who has an account already. */
export function acceptInvitation(request: AcceptRequest, session?: string): Promise<Result<SignedIn, AccountRefusal>> {
  return ask('/accounts/accept', SignedIn, { body: request, ...(session !== undefined && { token: session }) })
}

export function resetPassword(request: ResetRequest): Promise<Result<SignedIn, AccountRefusal>> {
  return ask('/accounts/reset', SignedIn, { body: request })
}

/** @param token left out right after a sign-in: the browser's own cookie speaks for it then. */
export function whoAmI(token?: string): Promise<Result<Me, AccountRefusal>> {
  return ask('/accounts/me', Me, token === undefined ? {} : { token })
}

export function registerDevice(
  token: string,
  request: RegisterDeviceRequest,
): Promise<Result<unknown, AccountRefusal>> {
  return ask('/accounts/devices/register', Done, { token, body: request })
}

/** Ends what one device may do; its session too. */
export function revokeDevice(token: string, request: RevokeDeviceRequest): Promise<Result<unknown, AccountRefusal>> {
  return ask('/accounts/devices/revoke', Done, { token, body: request })
}

/** For managers: a link to hand over to a member who has no account yet. */
export function inviteMember(token: string, request: MemberLinkRequest): Promise<Result<MemberLink, AccountRefusal>> {
  return ask('/accounts/invite', MemberLink, { token, body: request })
}

/** For managers: a link by which a member chooses a new password. */
export function resetLink(token: string, request: MemberLinkRequest): Promise<Result<MemberLink, AccountRefusal>> {
  return ask('/accounts/reset-link', MemberLink, { token, body: request })
}

/** For managers: who has an account, who is invited, and which devices they use. */
export function memberAccounts(token: string, area: string): Promise<Result<MemberAccounts, AccountRefusal>> {
  return ask(`/accounts/members?area=${encodeURIComponent(area)}`, MemberAccounts, { token })
}

/** For managers: ends every session of a member who has left. */
export function closeAccount(token: string, request: CloseAccountRequest): Promise<Result<unknown, AccountRefusal>> {
  return ask('/accounts/close', Done, { token, body: request })
}
