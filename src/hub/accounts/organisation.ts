/**
 * Who may come in by the sign-in of an organisation: somebody with a pending invitation to the same verified address, or
 * somebody whose account it already is.
 *
 * Effects: the database. The first time an organisation vouches for the address of an account that somebody else may have
 * made under it, what opened the account before (password, passkeys, sessions) stops working: otherwise whoever made it
 * could act as the person who really has the address.
 */
import type { Hub } from '../hub'
import { invitationsTo, redeem } from './link'
import { addMembership } from './members'
import { accountTables } from './tables'

export interface InvitedRules {
  readonly hub: Hub
  /** Takes the invitations to the account's address. */
  readonly join: (userId: string) => Promise<void>
}

export function invitedRules(hub: Hub): InvitedRules {
  return { hub, join: (userId) => joinInvited(hub, userId) }
}

/** @returns whether an account for this person must not be made. */
export async function refuseUninvited(
  { hub }: InvitedRules,
  user: { email: string; emailVerified: boolean },
): Promise<boolean> {
  return !user.emailVerified || (await invitationsTo(hub, user.email)).length === 0
}

/** Ends everything that opened the account before its organisation vouched for the address. */
export async function takeOver({ hub }: InvitedRules, userId: string): Promise<void> {
  const kysely = accountTables(hub.db.kysely)
  const others = await kysely
    .selectFrom('account')
    .select('providerId')
    .where('userId', '=', userId)
    .where('providerId', '!=', 'credential')
    .execute()
  if (others.length > 0) return
  await kysely.deleteFrom('account').where('userId', '=', userId).execute()
  await kysely.deleteFrom('passkey').where('userId', '=', userId).execute()
  await kysely.deleteFrom('session').where('userId', '=', userId).execute()
}

async function joinInvited(hub: Hub, userId: string): Promise<void> {
  const user = await accountTables(hub.db.kysely)
    .selectFrom('user')
    .select(['email', 'emailVerified'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user?.emailVerified) return
  for (const link of await invitationsTo(hub, user.email)) {
    if (await redeem(hub, link)) await addMembership(hub, { area: link.area, member: link.member, userId })
  }
}
