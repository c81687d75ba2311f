/**
 * The configuration file of a hub (`--config FILE`): sign-in of organisations by OpenID Connect, and what the log says.
 *
 * Effects: reads the file and the files of secrets it names. Faults are sentences; no secret is ever repeated.
 */
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import { err, ok, type Result } from '../../core/result'

const Url = z.url({ protocol: /^https?$/ })

const WrittenProvider = z
  .strictObject({
    /** Stands in the address that the organisation is told to send people back to. */
    id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
    label: z.string().min(1).max(60),
    issuer: Url.optional(),
    discoveryUrl: Url.optional(),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1).optional(),
    clientSecretFile: z.string().min(1).optional(),
    scopes: z.array(z.string().min(1)).default(['openid', 'profile', 'email']),
    /** Its addresses are its own staff's, and it sends no `email_verified`. */
    emailIsVerified: z.boolean().default(false),
  })
  .refine(
    (one) => (one.issuer === undefined) !== (one.discoveryUrl === undefined),
    'needs either issuer or discoveryUrl',
  )
  .refine((one) => one.clientSecret === undefined || one.clientSecretFile === undefined, 'has two client secrets')
  .refine((one) => isSafe(one.issuer ?? one.discoveryUrl ?? ''), 'must be reached by https://')

const HubConfig = z.strictObject({
  providers: z.array(WrittenProvider).default([]),
  /** Whether the log says from which address a request came. */
  logAddresses: z.boolean().default(false),
})

export interface Provider {
  readonly id: string
  readonly label: string
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string | null
  readonly scopes: readonly string[]
  readonly emailIsVerified: boolean
}

export interface HubConfig {
  readonly providers: readonly Provider[]
  readonly logAddresses: boolean
}

export const NO_CONFIG: HubConfig = { providers: [], logAddresses: false }

/** @returns the configuration, or one sentence that says what to change in the file. */
export async function readConfig(path: string): Promise<Result<HubConfig, string>> {
  const text = await readText(path)
  if (text === null) return err(`The configuration file ${path} cannot be read.`)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err(`The configuration file ${path} is not JSON.`)
  }
  const config = HubConfig.safeParse(json)
  if (!config.success) return err(`The configuration file ${path}: ${sentenceOf(config.error)}`)
  const ids = config.data.providers.map(({ id }) => id)
  if (new Set(ids).size < ids.length) return err(`The configuration file ${path}: two providers have the same id.`)
  const providers: Provider[] = []
  for (const { issuer, clientSecret, clientSecretFile, ...rest } of config.data.providers) {
    const secret = clientSecretFile ? await readText(resolve(dirname(path), clientSecretFile)) : (clientSecret ?? null)
    if (clientSecretFile && secret === null) {
      return err(`The file of the client secret of provider "${rest.id}" cannot be read.`)
    }
    const discoveryUrl = rest.discoveryUrl ?? `${issuer?.replace(/\/$/, '')}/.well-known/openid-configuration`
    providers.push({ ...rest, discoveryUrl, clientSecret: secret?.trim() ?? null })
  }
  return ok({ providers, logAddresses: config.data.logAddresses })
}

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}

/** Plain HTTP is for a provider on this machine alone. */
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return true
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function sentenceOf(error: z.ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'it is not understood.'
  if (issue.code === 'unrecognized_keys') return `"${issue.keys.join('", "')}" is not known.`
  const place = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  const what = issue.code === 'custom' ? issue.message : 'is missing or not as it should be'
  return `${place.replace(/^\./, '') || 'it'} ${what}.`
}
