/**
 * Starts a hub: its database, its accounts, its server; and ends it so that nothing that was accepted is lost.
 *
 * Effects: disk, network, clock and chance: the composition root of the server.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createSecureContext } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { version } from '../../package.json'
import { type Accounts, openAccounts } from './accounts/accounts'
import { type HubConfig, NO_CONFIG, readConfig } from './accounts/providers'
import { setUpLink } from './accounts/set-up'
import { diskState } from './admin/disk'
import { isPostgresUrl, openHubDb } from './db/open'
import { codeOf } from './db/refused'
import type { HubDb } from './db/schema'
import { LIMITS, type Limits } from './http/limits'
import { buildServer, type Tls } from './http/server'
import { planTransport, type Transport } from './http/transport'
import type { Hub } from './hub'
import { addFrameworks } from './sync/create-area'

const DEFAULT_PORT = 4180
const CLOSING_MS = 10_000

/** Why a program cannot listen, by the code of the system. */
const NOT_LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program uses this port. Name another with --port.',
  EACCES: 'This user may not listen on this port. Name one above 1023 with --port, or put a proxy before the hub.',
  EADDRNOTAVAIL: 'This machine does not have the address of --host.',
  ENOTFOUND: 'This machine does not have the address of --host.',
}

export interface HubOptions {
  /** A folder for SQLite, or `postgres://…`. */
  readonly where: string
  readonly host?: string
  /** 0 takes a free one. */
  readonly port?: number
  readonly origin?: string
  /** Paths of PEM files. */
  readonly cert?: string
  readonly key?: string
  readonly trustProxy?: readonly string[]
  /** Path of the configuration file. */
  readonly config?: string
  /** The built app; left out, the API is served alone. */
  readonly appFolder?: string
  readonly limits?: Partial<Limits>
  /** Of pino; `silent` for tests. */
  readonly logLevel?: string
  readonly now?: () => string
}

export interface RunningHub {
  /** As people open it, without a trailing slash. */
  readonly url: string
  /** While there is no area: what makes the first. */
  readonly setUpLink: string | null
  /** Answers what was asked, ends event streams, closes the database. */
  readonly close: () => Promise<void>
}

/** Why a hub does not start, in words for whoever starts it. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}

/** @throws StartRefused, or DatabaseRefused of db/refused.ts, with a sentence. */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  const host = options.host ?? '127.0.0.1'
  const tls = readTls(options)
  const { origin, trustProxy } = options
  const planned = planTransport({
    host,
    hasCertificate: tls !== null,
    ...(origin !== undefined && { origin }),
    ...(trustProxy && { trustProxy }),
  })
  if (!planned.ok) throw new StartRefused(planned.error)
  const config =
    options.config === undefined ? { ok: true as const, value: NO_CONFIG } : await readConfig(options.config)
  if (!config.ok) throw new StartRefused(config.error)

  const db = await openHubDb(options.where)
  try {
    return await serve(db, { ...options, host }, { transport: planned.value, tls, config: config.value })
  } catch (fault) {
    await db.close()
    throw fault
  }
}

interface Checked {
  readonly transport: Transport
  readonly tls: Tls | null
  readonly config: HubConfig
}

async function serve(
  db: HubDb,
  options: HubOptions & { host: string },
  { transport, tls, config }: Checked,
): Promise<RunningHub> {
  const hub: Hub = {
    db,
    now: options.now ?? (() => new Date().toISOString()),
    newId: () => randomBytes(16).toString('hex'),
  }
  await addFrameworks(hub)
  const isOnDisk = !isPostgresUrl(options.where) && options.where !== ':memory:'
  const folder = isOnDisk ? options.where : null
  let open: (accounts: Accounts) => void = () => undefined
  const opening = new Promise<Accounts>((resolve) => {
    open = resolve
  })
  const app = await buildServer({
    hub,
    transport,
    tls,
    opening: () => opening,
    appFolder: options.appFolder ?? null,
    limits: { ...LIMITS, ...options.limits },
    disk: () => diskState(folder),
    version,
    log: { level: options.logLevel ?? 'info', addresses: config.logAddresses },
  })
  try {
    await app.listen({ host: options.host, port: options.port ?? DEFAULT_PORT })
    const origin = transport.origin ?? localOrigin(app.server.address(), tls !== null)
    const accounts = await openAccounts({
      hub,
      origin,
      providers: config.providers,
      folder,
      onSilent: (provider) => app.log.warn({ event: 'provider-silent', provider }),
    })
    open(accounts)
    const link = await setUpLink(hub, origin)
    return { url: origin, setUpLink: link?.url ?? null, close: () => close(app, db) }
  } catch (fault) {
    await app.close()
    const why = NOT_LISTENING[codeOf(fault)]
    throw why === undefined ? fault : new StartRefused(why)
  }
}

/** What was asked is answered; a request that does not come to its end in time is not waited for. */
async function close(app: FastifyInstance, db: HubDb): Promise<void> {
  const patience = setTimeout(() => app.server.closeAllConnections(), CLOSING_MS)
  // A connection whose last request was answered only now waits for the next one.
  const idle = setInterval(() => app.server.closeIdleConnections(), 100)
  await app.close()
  clearTimeout(patience)
  clearInterval(idle)
  await db.close()
}

/** `localhost`, because passkeys know no numbers. */
function localOrigin(address: AddressInfo | string | null, isTls: boolean): string {
  const port = typeof address === 'object' && address !== null ? address.port : DEFAULT_PORT
  return `${isTls ? 'https' : 'http'}://localhost:${port}`
}

function readTls({ cert, key }: HubOptions): Tls | null {
  if (cert === undefined && key === undefined) return null
  if (cert === undefined || key === undefined) throw new StartRefused('--cert and --key belong together.')
  try {
    const tls = { cert: readFileSync(cert), key: readFileSync(key) }
    createSecureContext(tls)
    return tls
  } catch (fault) {
    const isFile = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'].includes(codeOf(fault))
    throw new StartRefused(
      isFile
        ? 'The certificate or its key cannot be read. Check the paths and the permissions.'
        : 'The certificate and the key do not belong together, or are no PEM files.',
    )
  }
}
