/**
 * The first start: the link that is printed, and the area with its first manager that it makes.
 *
 * Effects: the database. One use: of two people who open a set-up link at the same moment, one makes the area.
 */
import { AGENCIES } from '../../core/access/member'
import { err, ok, type Result } from '../../core/result'
import type { SetUpRequest } from '../../wire/accounts'
import type { Hub } from '../hub'
import { createArea } from '../sync/create-area'
import { accountFor } from './account'
import type { Accounts } from './accounts'
import { findLink, giveBack, type MadeLink, makeLink, redeem } from './link'
import { addMembership } from './members'
import type { AccountRefusal } from './refusal'
import { type Session, startSession } from './sessions'

/** Whether the hub has no area yet. */
export async function needsSetUp(hub: Hub): Promise<boolean> {
  return (await hub.db.kysely.selectFrom('area').select('area').limit(1).executeTakeFirst()) === undefined
}

/** A new link while there is no area, else `null`. Links printed before stay valid until one is used. */
export async function setUpLink(hub: Hub, origin: string): Promise<MadeLink | null> {
  return (await needsSetUp(hub)) ? makeLink(hub, origin, { type: 'set-up' }) : null
}

/** @returns the token of the first manager's session. */
export async function setUp(
  accounts: Accounts,
  request: SetUpRequest,
  session: Session | null,
): Promise<Result<string, AccountRefusal>> {
  const { hub } = accounts
  const link = await findLink(hub, request.token)
  if (!link.ok) return link
  if (link.value.type !== 'set-up') return err('LinkUnknown')
  if (!AGENCIES.some(({ id }) => id === request.agency)) return err('UnknownAgency')
  if (!(await redeem(hub, link.value))) return err('LinkUsed')
  try {
    const userId = await accountFor(accounts, { ...request, password: request.password, session })
    if (!userId.ok) {
      await giveBack(hub, link.value)
      return userId
    }
    const { areaName, name, agency } = request
    const made = { area: hub.newId(), member: hub.newId() }
    await createArea(hub, { ...made, areaName, name, agency, hubOrigin: accounts.origin })
    await addMembership(hub, { ...made, userId: userId.value })
    return ok(await startSession(accounts, userId.value))
  } catch (fault) {
    await giveBack(hub, link.value)
    throw fault
  }
}
