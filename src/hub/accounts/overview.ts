/**
 * What an account sees of itself, and what a manager sees of the accounts of an area.
 *
 * Effects: reads the database.
 */
import { err, ok, type Result } from '../../core/result'
import type { Me, MemberAccounts } from '../../wire/accounts'
import type { Caller, Hub } from '../hub'
import { devicesOf } from './devices'
import { areaNameOf, isManager, memberOf, membershipsOf, membersOf } from './members'
import type { AccountRefusal } from './refusal'
import type { Session } from './sessions'
import { accountTables } from './tables'

/** An area whose member has left is not a place any more. */
export async function me(hub: Hub, session: Session): Promise<Me> {
  const kysely = accountTables(hub.db.kysely)
  const { userId, token } = session
  const user = await kysely
    .selectFrom('user')
    .select(['id', 'name', 'email'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const ways = await kysely.selectFrom('account').select('providerId').where('userId', '=', userId).execute()
  const passkeys = await kysely.selectFrom('passkey').select('id').where('userId', '=', userId).execute()
  const places: Me['places'] = []
  for (const { area, member: memberId } of await membershipsOf(hub, userId)) {
    const member = await memberOf(hub, area, memberId)
    if (!member?.active) continue
    const devices = (await devicesOf(hub, area, memberId)).get(memberId) ?? []
    places.push({ area, areaName: await areaNameOf(hub, area), memberId, member, devices: [...devices] })
  }
  const hasPassword = ways.some(({ providerId }) => providerId === 'credential')
  return { token, user: { ...user, hasPassword, passkeys: passkeys.length }, places }
}

export async function memberAccounts(hub: Hub, caller: Caller): Promise<Result<MemberAccounts, AccountRefusal>> {
  const { area } = caller
  if (!(await isManager(hub, area, caller.member))) return err('Forbidden')
  const devices = await devicesOf(hub, area)
  const emails = await emailsByMember(hub, area)
  const invited = await invitationsByMember(hub, area)
  const members = (await membersOf(hub, area)).map(({ id }) => ({
    memberId: id,
    email: emails.get(id) ?? invited.get(id)?.email ?? null,
    hasAccount: emails.has(id),
    invitedUntil: invited.get(id)?.until ?? null,
    devices: [...(devices.get(id) ?? [])],
  }))
  return ok({ members })
}

async function emailsByMember(hub: Hub, area: string): Promise<ReadonlyMap<string, string>> {
  const rows = await accountTables(hub.db.kysely)
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.user_id')
    .select(['membership.member', 'user.email'])
    .where('membership.area', '=', area)
    .execute()
  return new Map(rows.map(({ member, email }) => [member, email]))
}

interface Invitation {
  readonly email: string | null
  readonly until: string
}

async function invitationsByMember(hub: Hub, area: string): Promise<ReadonlyMap<string, Invitation>> {
  const rows = await hub.db.kysely
    .selectFrom('link')
    .select(['member', 'email', 'expires_at'])
    .where('area', '=', area)
    .where('type', '=', 'invite')
    .where('used_at', 'is', null)
    .where('expires_at', '>', hub.now())
    .execute()
  return new Map(
    rows.flatMap(({ member, email, expires_at }) => (member === null ? [] : [[member, { email, until: expires_at }]])),
  )
}
