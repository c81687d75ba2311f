/**
 * Makes the account for a link, or finds the one that its holder proves to have.
 *
 * Effects: the database, through better-auth's own functions. A password costs one hash whether the address has an account
 * or not, so that the time of an answer says nothing.
 */
import { err, ok, type Result } from '../../core/result'
import type { Accounts } from './accounts'
import type { Auth } from './auth'
import type { Session } from './sessions'

export interface Applicant {
  readonly name: string
  readonly email: string
  readonly password: string | undefined
  /** The session the request came with, if any. */
  readonly session: Session | null
}

/** `SignInFirst`: the address has an account, and the request does not prove that it is the sender's. */
export async function accountFor(accounts: Accounts, applicant: Applicant): Promise<Result<string, 'SignInFirst'>> {
  const { internalAdapter, password } = await accounts.auth().$context
  const email = applicant.email.toLowerCase()
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true })
  if (found) {
    if (applicant.session?.userId === found.user.id) return ok(found.user.id)
    const known = found.accounts.find(({ providerId }) => providerId === 'credential')?.password
    return (await isPassword(password, known, applicant.password)) ? ok(found.user.id) : err('SignInFirst')
  }
  const hash = applicant.password === undefined ? null : await password.hash(applicant.password)
  const user = await internalAdapter.createUser(
    { name: applicant.name, email, emailVerified: false },
    { method: 'email-password' },
  )
  if (hash !== null) await setPassword(accounts, user.id, hash)
  return ok(user.id)
}

type Passwords = Awaited<Auth['$context']>['password']

/** Costs one hash when a password is given, whatever the account has. */
async function isPassword(
  passwords: Passwords,
  known: string | null | undefined,
  given: string | undefined,
): Promise<boolean> {
  if (given === undefined) return false
  if (known) return passwords.verify({ hash: known, password: given })
  await passwords.hash(given)
  return false
}

/** Sets the password of an account, which may not have had one. */
export async function setPassword(accounts: Accounts, userId: string, hash: string): Promise<void> {
  const { internalAdapter } = await accounts.auth().$context
  const held = await internalAdapter.findAccounts(userId)
  if (held.some(({ providerId }) => providerId === 'credential')) await internalAdapter.updatePassword(userId, hash)
  else await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash })
}
