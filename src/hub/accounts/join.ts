/**
 * What a one-time link is for, and taking an invitation with it.
 *
 * Effects: the database. The holder of an invitation becomes the member it names and nobody else.
 */
import { err, ok, type Result } from '../../core/result'
import type { AcceptRequest, LinkAnswer } from '../../wire/accounts'
import { accountFor } from './account'
import type { Accounts } from './accounts'
import { findLink, giveBack, redeem } from './link'
import { addMembership, areaNameOf, memberOf } from './members'
import type { AccountRefusal } from './refusal'
import { type Session, startSession } from './sessions'

export async function describeLink(accounts: Accounts, token: string): Promise<Result<LinkAnswer, AccountRefusal>> {
  const { hub } = accounts
  const found = await findLink(hub, token)
  if (!found.ok) return found
  const { type, area, member, email, expires_at } = found.value
  const row = member === null ? null : await memberOf(hub, area, member)
  const { internalAdapter } = await accounts.auth().$context
  const account = email === null ? null : await internalAdapter.findUserByEmail(email)
  return ok({
    type,
    areaName: type === 'set-up' ? null : await areaNameOf(hub, area),
    memberName: row?.name ?? null,
    email,
    hasAccount: account !== null,
    expiresAt: expires_at,
  })
}

/** @returns the token of the new member's session. */
export async function accept(
  accounts: Accounts,
  request: AcceptRequest,
  session: Session | null,
): Promise<Result<string, AccountRefusal>> {
  const { hub } = accounts
  const found = await findLink(hub, request.token)
  if (!found.ok) return found
  const link = found.value
  if (link.type !== 'invite' || link.member === null) return err('LinkUnknown')
  if (link.email !== null && link.email.toLowerCase() !== request.email.toLowerCase()) return err('OtherAddress')
  const row = await memberOf(hub, link.area, link.member)
  if (!row?.active) return err('LinkExpired')
  if (!(await redeem(hub, link))) return err('LinkUsed')
  try {
    const userId = await accountFor(accounts, { ...request, password: request.password, name: row.name, session })
    const isIn = userId.ok && (await addMembership(hub, { area: link.area, member: link.member, userId: userId.value }))
    if (!isIn) await giveBack(hub, link)
    if (!userId.ok) return userId
    return isIn ? ok(await sessionFor(accounts, userId.value, session)) : err('AlreadyMember')
  } catch (fault) {
    await giveBack(hub, link)
    throw fault
  }
}

/** Somebody who is signed in to the account already goes on with that session. */
async function sessionFor(accounts: Accounts, userId: string, session: Session | null): Promise<string> {
  return session?.userId === userId ? session.token : startSession(accounts, userId)
}
