/**
 * better-auth as this hub uses it: passwords, passkeys, bearer tokens and the sign-in of organisations. Accounts are made by
 * links and invitations alone.
 *
 * Effects: the database; the network only to the providers of the configuration. It logs nothing of its own and reports to
 * nobody. Traps: dependencies.md 5, 3 to 6.
 */
import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { bearer, genericOAuth } from 'better-auth/plugins'
import type { HubDb } from '../db/schema'
import { type InvitedRules, refuseUninvited, takeOver } from './organisation'
import type { Provider } from './providers'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 200
const DAY_S = 86_400

export interface AuthOptions {
  readonly db: HubDb
  readonly secret: string
  /** `https://audits.example.gov.uk`, without a trailing slash. */
  readonly origin: string
  readonly providers: readonly Provider[]
  readonly invited: InvitedRules
}

export type Auth = ReturnType<typeof makeAuth>

/** Migrations must have run (migrate-accounts.ts). */
export function makeAuth(options: AuthOptions) {
  return betterAuth(authOptions(options))
}

/** What decides the tables: the same for migrations and for the instance. */
export function tableOptions(db: HubDb) {
  return {
    database: { db: db.kysely, type: db.dialect },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions
}

function authOptions(options: AuthOptions) {
  const { db, origin } = options
  return {
    ...tableOptions(db),
    appName: 'Plumbline',
    secret: options.secret,
    baseURL: origin,
    basePath: '/api/auth',
    session: { expiresIn: 90 * DAY_S, updateAge: DAY_S },
    // Limits are the hub's own (http/limits.ts), for every process of it alike.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: origin.startsWith('https://'),
      ipAddress: { disableIpTracking: true },
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    onAPIError: { errorURL: `${origin}/sign-in`, onError: passFaultOn },
    account: {
      updateAccountOnSignIn: false,
      // The provider must say that the address is verified; what the account had before is taken away (organisation.ts).
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    databaseHooks: {
      user: {
        create: {
          // Without a context it is the hub itself that makes the account, for a link it has checked.
          before: async (user, context) => {
            if (context && (await refuseUninvited(options.invited, user))) throw notInvited()
          },
        },
      },
      account: {
        create: {
          before: async (account) => {
            if (account.providerId === 'credential') return
            await takeOver(options.invited, account.userId)
            // Nothing is ever asked of the provider again.
            return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } }
          },
        },
      },
      session: {
        create: {
          after: async (session, context) => {
            if (context?.path === '/callback/:id') await options.invited.join(session.userId)
          },
        },
      },
    },
    plugins: [
      bearer(),
      passkey({ rpID: new URL(origin).hostname, rpName: 'Plumbline', origin }),
      genericOAuth({ config: options.providers.map(oauthConfig) }),
    ],
  } satisfies BetterAuthOptions
}

/** A refusal is better-auth's to answer. A fault is the server's, which writes it down without its message. */
function passFaultOn(fault: unknown): void {
  if (!(fault instanceof APIError)) throw fault
}

function notInvited(): APIError {
  return new APIError('FORBIDDEN', { code: 'NotInvited', message: 'Nobody has invited this address.' })
}

function oauthConfig(provider: Provider) {
  return {
    providerId: provider.id,
    discoveryUrl: provider.discoveryUrl,
    clientId: provider.clientId,
    ...(provider.clientSecret !== null && { clientSecret: provider.clientSecret }),
    scopes: [...provider.scopes],
    pkce: true,
    requireIdTokenVerification: true,
    ...(provider.emailIsVerified && { mapProfileToUser: () => ({ emailVerified: true }) }),
  }
}
