/**
 * Links that a manager hands to a member of the area: an invitation for somebody without an account, a new password for
 * somebody who cannot get in, and what a leaver's account loses.
 *
 * Effects: the database, and a line in the hub's log. A manager sets nobody's password where the account opens another area
 * as well: that area's managers did not agree to it.
 */
import { err, ok, type Result } from '../../core/result'
import type { CloseAccountRequest, MemberLinkRequest, ResetRequest } from '../../wire/accounts'
import type { Caller, Hub } from '../hub'
import { setPassword } from './account'
import type { Accounts } from './accounts'
import { revokeDevicesOf } from './devices'
import { findLink, type MadeLink, makeLink, redeem, voidLinks } from './link'
import { isManager, memberOf, membershipsOf, userOfMember } from './members'
import type { AccountRefusal } from './refusal'
import { endSessions, startSession } from './sessions'

type Asked = Omit<MemberLinkRequest, 'area'>

export async function invite(
  accounts: Accounts,
  caller: Caller,
  { memberId, email }: Asked,
): Promise<Result<MadeLink, AccountRefusal>> {
  const { hub, origin } = accounts
  const allowed = await mayManage(hub, caller, memberId)
  if (!allowed.ok) return allowed
  if ((await userOfMember(hub, caller.area, memberId)) !== null) return err('AlreadyMember')
  const to = { area: caller.area, member: memberId, email: email?.toLowerCase() ?? null }
  return ok(await makeLink(hub, origin, { type: 'invite', ...to }))
}

export async function resetLink(
  accounts: Accounts,
  caller: Caller,
  { memberId }: Asked,
): Promise<Result<MadeLink, AccountRefusal>> {
  const { hub, origin } = accounts
  const allowed = await mayManage(hub, caller, memberId)
  if (!allowed.ok) return allowed
  const userId = await userOfMember(hub, caller.area, memberId)
  if (userId === null) return err('NoAccount')
  const places = await membershipsOf(hub, userId)
  if (places.some(({ area }) => area !== caller.area)) return err('OtherAreas')
  return ok(await makeLink(hub, origin, { type: 'reset', area: caller.area, member: memberId, email: null }))
}

/** @returns the token of the only session the account then has. */
export async function reset(accounts: Accounts, request: ResetRequest): Promise<Result<string, AccountRefusal>> {
  const { hub } = accounts
  const found = await findLink(hub, request.token)
  if (!found.ok) return found
  const { type, area, member } = found.value
  if (type !== 'reset' || member === null) return err('LinkUnknown')
  const userId = await userOfMember(hub, area, member)
  if (userId === null) return err('LinkUnknown')
  const { password } = await accounts.auth().$context
  const hash = await password.hash(request.password)
  if (!(await redeem(hub, found.value))) return err('LinkUsed')
  await setPassword(accounts, userId, hash)
  await endSessions(hub, userId)
  return ok(await startSession(accounts, userId))
}

/** A member has left: every session ends, every device and link of theirs in the area opens nothing any more. */
export async function closeAccount(
  hub: Hub,
  caller: Caller,
  { memberId }: Omit<CloseAccountRequest, 'area'>,
): Promise<Result<true, AccountRefusal>> {
  const allowed = await mayManage(hub, caller, memberId)
  if (!allowed.ok) return allowed
  const userId = await userOfMember(hub, caller.area, memberId)
  if (userId !== null) await endSessions(hub, userId)
  await revokeDevicesOf(hub, caller.area, memberId)
  await voidLinks(hub, caller.area, memberId)
  return ok(true)
}

/** A manager may, for a member there is. */
async function mayManage(hub: Hub, { area, member }: Caller, of: string): Promise<Result<true, AccountRefusal>> {
  if (!(await isManager(hub, area, member))) return err('Forbidden')
  return (await memberOf(hub, area, of)) === null ? err('Forbidden') : ok(true)
}
