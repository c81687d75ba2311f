/**
 * Messages about accounts, invitations and devices. Signing in itself is better-auth's, under /api/auth.
 *
 * Pure schemas. Every request but those of a one-time link carries `Authorization: Bearer <token>`: cookies alone open
 * nothing here, so another site's page cannot act for a member. Tokens of links travel after the `#` of an address, which
 * browsers never send.
 */
import * as z from 'zod/mini'
import { Member } from '../core/access/member'

const Id = z.string().check(z.minLength(1), z.maxLength(200))
const Token = z.string().check(z.minLength(20), z.maxLength(400))
const Text = z.string().check(z.minLength(1), z.maxLength(200))
const Email = z.string().check(z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/))
const Password = z.string().check(z.minLength(12), z.maxLength(200))
const Time = z.string()

/** GET /hub/about, for anybody: what kind of hub this is. */
export const About = z.object({
  product: z.literal('plumbline'),
  version: z.string(),
  protocol: z.object({ least: z.number(), most: z.number() }),
  /** No area yet: the set-up link printed at the first start is waiting. */
  needsSetUp: z.boolean(),
  /** Sign-in of the organisation, for example Entra ID. */
  providers: z.array(z.object({ id: Id, label: z.string() })),
})
export type About = z.infer<typeof About>

/** POST /accounts/set-up: makes the area and its first manager. Answers SignedIn. */
export const SetUpRequest = z.object({
  token: Token,
  areaName: Text,
  name: Text,
  agency: Id,
  email: Email,
  /** Left out: a passkey is added right after. */
  password: z.optional(Password),
})
export type SetUpRequest = z.infer<typeof SetUpRequest>

/** POST /accounts/link { token }: what a one-time link is for. */
export const LinkRequest = z.object({ token: Token })
export type LinkRequest = z.infer<typeof LinkRequest>
export const LinkAnswer = z.object({
  type: z.enum(['set-up', 'invite', 'reset']),
  areaName: z.nullable(z.string()),
  memberName: z.nullable(z.string()),
  email: z.nullable(z.string()),
  /** The address has an account already (of another area): they sign in, and the invitation is added to it. */
  hasAccount: z.boolean(),
  expiresAt: Time,
})
export type LinkAnswer = z.infer<typeof LinkAnswer>

/** POST /accounts/accept: takes an invitation. Answers SignedIn. */
export const AcceptRequest = z.object({ token: Token, email: Email, password: z.optional(Password) })
export type AcceptRequest = z.infer<typeof AcceptRequest>

/** POST /accounts/reset: a new password by a link from a manager; every other session of the account ends. Answers SignedIn. */
export const ResetRequest = z.object({ token: Token, password: Password })
export type ResetRequest = z.infer<typeof ResetRequest>

/** The session token is the Bearer token of everything after. */
export const SignedIn = z.object({ token: Token })
export type SignedIn = z.infer<typeof SignedIn>

export const HubDevice = z.object({
  id: Id,
  /** For example "Edge on Windows", as the browser describes itself. */
  name: z.string(),
  seenAt: Time,
  /** What it said it still had to send when it was last seen. */
  waiting: z.object({ count: z.number(), oldestAt: z.nullable(Time) }),
  revoked: z.boolean(),
})
export type HubDevice = z.infer<typeof HubDevice>

/** GET /accounts/me. Accepts the cookie too, so that a page that comes back from an organisation's sign-in gets its token. */
export const Me = z.object({
  token: Token,
  user: z.object({ id: Id, name: z.string(), email: z.string(), hasPassword: z.boolean(), passkeys: z.number() }),
  /** The areas this account is a member of. */
  places: z.array(
    z.object({ area: Id, areaName: z.string(), memberId: Id, member: Member, devices: z.array(HubDevice) }),
  ),
})
export type Me = z.infer<typeof Me>

/** POST /accounts/devices/register: names this browser to the hub, before its first sync. 200 {}. */
export const RegisterDeviceRequest = z.object({ area: Id, device: Id, name: z.string().check(z.maxLength(100)) })
export type RegisterDeviceRequest = z.infer<typeof RegisterDeviceRequest>

/** POST /accounts/devices/revoke: one's own, or any member's for a manager. Its session ends. 200 {}. */
export const RevokeDeviceRequest = z.object({ area: Id, device: Id })
export type RevokeDeviceRequest = z.infer<typeof RevokeDeviceRequest>

/** POST /accounts/invite and /accounts/reset-link, for managers, of a member that exists: a link to hand over. */
export const MemberLinkRequest = z.object({ area: Id, memberId: Id, email: z.optional(Email) })
export type MemberLinkRequest = z.infer<typeof MemberLinkRequest>
export const MemberLink = z.object({ url: z.string(), expiresAt: Time })
export type MemberLink = z.infer<typeof MemberLink>

/** GET /accounts/members?area=…, for managers. */
export const MemberAccounts = z.object({
  members: z.array(
    z.object({
      memberId: Id,
      email: z.nullable(z.string()),
      hasAccount: z.boolean(),
      invitedUntil: z.nullable(Time),
      devices: z.array(HubDevice),
    }),
  ),
})
export type MemberAccounts = z.infer<typeof MemberAccounts>

/** POST /accounts/close, for managers: ends the sessions of a member who has left. 200 {}. The member row is an op's. */
export const CloseAccountRequest = z.object({ area: Id, memberId: Id })
export type CloseAccountRequest = z.infer<typeof CloseAccountRequest>
