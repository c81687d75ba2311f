/**
 * Signing in and what belongs to one's own account: password, passkeys, the organisation's sign-in. All of it is
 * better-auth's, under /api/auth; this names what the screens need and turns its errors into refusals.
 *
 * Effects: fetch, passkey dialogs of the browser, leaving the page for the organisation's sign-in. Loaded only when asked for.
 */
import { passkeyClient } from '@better-auth/passkey/client'
import { createAuthClient } from 'better-auth/client'
import { err, ok, type Result } from '../core/result'

export type SignInRefusal =
  | { readonly type: 'Offline' }
  /** Address or password is wrong; which of the two is not said. */
  | { readonly type: 'WrongPassword' }
  /** The dialog was closed, or the device has no such passkey. */
  | { readonly type: 'PasskeyCancelled' }
  /** This device or browser cannot make or use passkeys here. */
  | { readonly type: 'NoPasskeys' }
  | { readonly type: 'PasskeyKnown' }
  | { readonly type: 'SignedOut' }
  /** The session is too old for a change of account: sign in again first. */
  | { readonly type: 'SignInAgain' }
  | { readonly type: 'Busy' }
  | { readonly type: 'Rejected'; readonly message: string }

export interface Passkey {
  readonly id: string
  readonly name: string
  /** ISO 8601. */
  readonly createdAt: string
}

const client = createAuthClient({
  baseURL: window.location.origin,
  plugins: [passkeyClient()],
  sessionOptions: { refetchOnWindowFocus: false },
  // The fetch of the moment, not the one there was when this was loaded.
  fetchOptions: { customFetchImpl: (input, init) => fetch(input, init) },
})

interface Problem {
  readonly status?: number
  readonly code?: string | undefined
  readonly message?: string | undefined
}

interface Answer<T> {
  readonly data: T | null
  readonly error: Problem | null
}

/** What the library answers or throws, as a value. */
async function asked<T>(request: () => Promise<Answer<T>>): Promise<Result<T, SignInRefusal>> {
  try {
    const { data, error } = await request()
    if (error) return err(refusalOf(error))
    if (data === null) return err({ type: 'Rejected', message: '' })
    return ok(data)
  } catch {
    return err({ type: 'Offline' })
  }
}

const CANCELLED: ReadonlySet<string> = new Set(['AUTH_CANCELLED', 'ERROR_CEREMONY_ABORTED', 'PASSKEY_NOT_FOUND'])

function refusalOf({ status = 0, code = '', message = '' }: Problem): SignInRefusal {
  if (CANCELLED.has(code)) return { type: 'PasskeyCancelled' }
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return { type: 'PasskeyKnown' }
  if (code === 'INVALID_EMAIL_OR_PASSWORD' || code === 'INVALID_PASSWORD' || code === 'INVALID_EMAIL') {
    return { type: 'WrongPassword' }
  }
  if (code === 'SESSION_NOT_FRESH') return { type: 'SignInAgain' }
  if (status === 401) return { type: 'SignedOut' }
  if (status === 429 || status >= 502) return { type: 'Busy' }
  return { type: 'Rejected', message }
}

/** The session's own header: a page that was opened long ago has no cookie any more. */
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

export function signInWithPassword(email: string, password: string): Promise<Result<unknown, SignInRefusal>> {
  return asked(() => client.signIn.email({ email, password }))
}

export async function signInWithPasskey(): Promise<Result<unknown, SignInRefusal>> {
  if (!hasPasskeys()) return err({ type: 'NoPasskeys' })
  return asked(() => client.signIn.passkey())
}

/**
 * Leaves the page. The organisation sends the browser back to `/sign-in?back` with the hub's cookie, or with `?error=…`.
 * Invitations to the address it vouches for are taken on the way.
 */
export function signInAt(provider: string): Promise<Result<unknown, SignInRefusal>> {
  return asked(() => client.signIn.social({ provider, callbackURL: '/sign-in?back', errorCallbackURL: '/sign-in' }))
}

/** Whether this browser can use passkeys at this address. */
export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in window
}

/** @param name by which its owner tells it from others. */
export async function addPasskey(token: string, name: string): Promise<Result<unknown, SignInRefusal>> {
  if (!hasPasskeys()) return err({ type: 'NoPasskeys' })
  return asked(() => client.passkey.addPasskey({ name, fetchOptions: bearer(token) }))
}

export async function listPasskeys(token: string): Promise<Result<readonly Passkey[], SignInRefusal>> {
  const listed = await asked(() => client.passkey.listUserPasskeys({ fetchOptions: bearer(token) }))
  if (!listed.ok) return listed
  return ok(
    listed.value.map(({ id, name, createdAt }) => ({
      id,
      name: name ?? '',
      createdAt: new Date(createdAt).toISOString(),
    })),
  )
}

export function removePasskey(token: string, id: string): Promise<Result<unknown, SignInRefusal>> {
  return asked(() => client.passkey.deletePasskey({ id, fetchOptions: bearer(token) }))
}

/** Every other session of the account ends: on a lost device nobody goes on. */
export function changePassword(
  token: string,
  passwords: { readonly currentPassword: string; readonly newPassword: string },
): Promise<Result<{ readonly token: string | null }, SignInRefusal>> {
  return asked(() => client.changePassword({ ...passwords, revokeOtherSessions: true, fetchOptions: bearer(token) }))
}

/** Ends this browser's session; what is on the device is not touched. */
export function endSession(token: string): Promise<Result<unknown, SignInRefusal>> {
  return asked(() => client.signOut({ fetchOptions: bearer(token) }))
}
