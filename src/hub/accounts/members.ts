/**
 * Who is a member of which area, as the records say it, and which account acts as whom.
 *
 * Effects: reads the database. A member's row is changed by ops alone; membership is what ties an account to it.
 */
import { Area, Member } from '../../core/access/member'
import type { Hub } from '../hub'

/** The member's row, or `null` when there is none. */
export async function memberOf(hub: Hub, area: string, member: string): Promise<Member | null> {
  const row = await recordBody(hub, area, `member/${member}`)
  return row === null ? null : Member.parse(row)
}

/** Whether this member is active and a manager. */
export async function isManager(hub: Hub, area: string, member: string): Promise<boolean> {
  const row = await memberOf(hub, area, member)
  return row?.active === true && row.roles.includes('manager')
}

export interface ListedMember {
  readonly id: string
  readonly member: Member
}

/** Every member of the area, active or not. */
export async function membersOf(hub: Hub, area: string): Promise<readonly ListedMember[]> {
  const rows = await hub.db.kysely
    .selectFrom('record')
    .select(['key', 'body'])
    .where('area', '=', area)
    .where('kind', '=', 'member')
    .execute()
  return rows.map(({ key, body }) => ({ id: key.slice('member/'.length), member: Member.parse(JSON.parse(body)) }))
}

export async function areaNameOf(hub: Hub, area: string): Promise<string> {
  const row = await recordBody(hub, area, `area/${area}`)
  return row === null ? '' : Area.parse(row).name
}

async function recordBody(hub: Hub, area: string, key: string): Promise<unknown> {
  const row = await hub.db.kysely
    .selectFrom('record')
    .select('body')
    .where('area', '=', area)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? JSON.parse(row.body) : null
}

export interface Membership {
  readonly area: string
  readonly member: string
}

/** The areas of an account, oldest first. */
export async function membershipsOf(hub: Hub, userId: string): Promise<readonly Membership[]> {
  return hub.db.kysely
    .selectFrom('membership')
    .select(['area', 'member'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .execute()
}

/** As whom an account acts in an area, or `null`. */
export async function memberOfUser(hub: Hub, area: string, userId: string): Promise<string | null> {
  const row = await hub.db.kysely
    .selectFrom('membership')
    .select('member')
    .where('area', '=', area)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.member ?? null
}

/** The account of a member, or `null` while they have none. */
export async function userOfMember(hub: Hub, area: string, member: string): Promise<string | null> {
  const row = await hub.db.kysely
    .selectFrom('membership')
    .select('user_id')
    .where('area', '=', area)
    .where('member', '=', member)
    .executeTakeFirst()
  return row?.user_id ?? null
}

/** @returns false when the member has an account already, or the account is another member of the area. */
export async function addMembership(hub: Hub, membership: Membership & { userId: string }): Promise<boolean> {
  const { area, member, userId } = membership
  const added = await hub.db.kysely
    .insertInto('membership')
    .values({ area, member, user_id: userId, at: hub.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
}
