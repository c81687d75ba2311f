/**
 * Everything about accounts that a running hub holds: better-auth's instance, the sign-in of organisations, the address.
 *
 * Effects: the database, and the providers' own descriptions over the network. A provider that does not answer is left out
 * and asked again when somebody wants it, so that its bad day is not the hub's.
 */
import type { Hub } from '../hub'
import { type Auth, makeAuth } from './auth'
import { migrateAccounts } from './migrate-accounts'
import { invitedRules } from './organisation'
import type { Provider } from './providers'
import { keepOrigin, readSecret } from './settings'

const ASK_AGAIN_MS = 30_000
const ANSWER_MS = 5_000

export interface Accounts {
  readonly hub: Hub
  /** Without a trailing slash. */
  readonly origin: string
  readonly providers: readonly Provider[]
  readonly auth: () => Auth
  /** Whether a provider of the configuration cannot be used now; asks it again when it could not a while ago. */
  readonly isSilent: (provider: string) => Promise<boolean>
}

export interface AccountsOptions {
  readonly hub: Hub
  readonly origin: string
  readonly providers: readonly Provider[]
  /** Where the secret is kept; `null` in the database. */
  readonly folder: string | null
  /** A provider could not be asked, by its id. */
  readonly onSilent: (provider: string) => void
}

export async function openAccounts(options: AccountsOptions): Promise<Accounts> {
  const { hub, origin, providers } = options
  await migrateAccounts(hub.db)
  await keepOrigin(hub.db, origin)
  const secret = await readSecret(hub.db, options.folder)
  const invited = invitedRules(hub)
  let answering: readonly Provider[] = []
  let askedAt = 0
  let auth = makeAuth({ db: hub.db, secret, origin, providers: [], invited })

  const now = () => Date.parse(hub.now())

  async function askProviders(): Promise<void> {
    if (answering.length === providers.length || now() - askedAt < ASK_AGAIN_MS) return
    askedAt = now()
    const answers = await Promise.all(providers.map(isAnswering))
    answering = providers.filter((_, i) => answers[i])
    for (const { id } of providers.filter((_, i) => !answers[i])) options.onSilent(id)
    auth = makeAuth({ db: hub.db, secret, origin, providers: answering, invited })
    await auth.$context
  }

  await auth.$context
  await askProviders()
  const isSilent = async (provider: string): Promise<boolean> => {
    await askProviders()
    return providers.some(({ id }) => id === provider) && !answering.some(({ id }) => id === provider)
  }
  return { hub, origin, providers, auth: () => auth, isSilent }
}

async function isAnswering(provider: Provider): Promise<boolean> {
  try {
    const answer = await fetch(provider.discoveryUrl, { signal: AbortSignal.timeout(ANSWER_MS) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
