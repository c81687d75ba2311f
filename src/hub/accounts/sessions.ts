/**
 * Who is signed in: the session of a bearer token, or of better-auth's cookie where a page comes back from an organisation.
 *
 * Effects: the database. A session lasts 90 days from its last use; ending it is deleting it.
 */
import { err, ok, type Result } from '../../core/result'
import type { Hub } from '../hub'
import type { Accounts } from './accounts'
import { accountTables } from './tables'

export interface Session {
  readonly id: string
  readonly token: string
  readonly userId: string
}

/** @param headers `authorization` alone, or `cookie` alone: what the endpoint accepts. */
export async function readSession(accounts: Accounts, headers: Headers): Promise<Result<Session, 'SignedOut'>> {
  const found = await accounts
    .auth()
    .api.getSession({ headers })
    .catch((fault: unknown) => unhidden(accounts.hub, fault))
  return found ? ok({ id: found.session.id, token: found.session.token, userId: found.user.id }) : err('SignedOut')
}

/** better-auth hides what the database said: asked once more, the database says it itself. */
async function unhidden(hub: Hub, fault: unknown): Promise<never> {
  await accountTables(hub.db.kysely).selectFrom('session').select('id').limit(1).execute()
  throw fault
}

/** @returns the token of a new session. */
export async function startSession(accounts: Accounts, userId: string): Promise<string> {
  const { internalAdapter } = await accounts.auth().$context
  return (await internalAdapter.createSession(userId)).token
}

/** Ends every session of an account, or every one but `except`. */
export async function endSessions(hub: Hub, userId: string, except?: string): Promise<void> {
  await accountTables(hub.db.kysely)
    .deleteFrom('session')
    .where('userId', '=', userId)
    .$if(except !== undefined, (query) => query.where('token', '!=', except ?? ''))
    .execute()
}

export async function endSession(hub: Hub, id: string): Promise<void> {
  await accountTables(hub.db.kysely).deleteFrom('session').where('id', '=', id).execute()
}
