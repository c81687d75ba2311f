/**
 * The HTTP side of the hub: the order in which a request is looked at before a route sees it, and what every answer carries.
 *
 * Effects: the network. 1. how it arrived (transport.ts); 2. where the page that sent it comes from; 3. how often; 4. its
 * body. Each refusal is a sentence (problem.ts).
 */
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Accounts } from '../accounts/accounts'
import type { DiskState } from '../admin/disk'
import type { Hub } from '../hub'
import { accountRoutes } from './account-routes'
import { holds } from './addresses'
import { refuse } from './asking'
import { authRoutes } from './auth-routes'
import { blobRoutes } from './blob-routes'
import { passingFault } from './database-fault'
import { HEADERS, HSTS, isApi } from './headers'
import { hubRoutes } from './hub-routes'
import { readJsonBody } from './json-body'
import { type Limits, limitChecks } from './limits'
import { logFault, logOptions, logRequests } from './log'
import { pokeRoute } from './poke-route'
import { malformed, type Problem, problem } from './problem'
import type { Serving } from './serving'
import { serveApp } from './static-app'
import { syncRoutes } from './sync-routes'
import { refuseArrival, type Transport } from './transport'

const MOST_BYTES = 64 * 1024
const FOREIGN = problem(403, 'ForeignOrigin', 'Another site may not act for a member here.')

export interface Tls {
  readonly cert: Buffer
  readonly key: Buffer
}

export interface ServerOptions {
  readonly hub: Hub
  readonly transport: Transport
  readonly tls: Tls | null
  /** Resolves once the address is known and accounts are open: requests wait for it. */
  readonly opening: () => Promise<Accounts>
  readonly appFolder: string | null
  readonly limits: Limits
  readonly disk: () => DiskState
  readonly version: string
  readonly log: { readonly level: string; readonly addresses: boolean }
}

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { transport, tls } = options
  const app: FastifyInstance = Fastify({
    serverFactory: (handler) =>
      tls ? createTlsServer({ ...tls, minVersion: 'TLSv1.2' }, handler) : createServer(handler),
    ...logOptions(options.log.level),
    bodyLimit: MOST_BYTES,
    routerOptions: { maxParamLength: 200 },
    trustProxy: transport.mode === 'proxy' ? (address: string) => holds(transport.proxies, address) : false,
    frameworkErrors: (fault, _request, reply) =>
      void refuse(reply, requestProblem(fault) ?? malformed('Not understood.')),
  })
  let accounts: Accounts | null = null
  app.decorateRequest('area', null)
  app.decorateRequest('limitKey', '')
  logRequests(app, options.log)
  await app.register(rateLimit, { global: false })
  await app.register(compress, {
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  const limits = limitChecks(app, options.limits)

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    if (transport.mode !== 'loopback') reply.header('strict-transport-security', HSTS)
    if (isApi(request.url)) reply.header('cache-control', 'no-store')
    const refused = arrivalProblem(transport, request)
    if (refused) return refuse(reply, refused)
    accounts ??= await options.opening()
    if (isForeign(accounts.origin, request)) return refuse(reply, FOREIGN)
    if (transport.mode === 'loopback' && isElsewhere(accounts.origin, request)) {
      return reply.redirect(`${accounts.origin}${request.url}`)
    }
    const limited = await limits.address(request)
    if (!limited.ok) return refuse(reply, limited.error)
  })

  readBodies(app)
  app.setErrorHandler(async (fault, request, reply) => answerFault(fault, request, reply))
  const serving: Serving = {
    hub: options.hub,
    accounts: () => {
      if (!accounts) throw new Error('the hub does not listen yet')
      return accounts
    },
    limits,
    streams: options.limits.streams,
    disk: options.disk,
    version: options.version,
  }
  hubRoutes(app, serving)
  authRoutes(app, serving)
  accountRoutes(app, serving)
  syncRoutes(app, serving)
  blobRoutes(app, serving)
  pokeRoute(app, serving)
  await serveApp(app, options.appFolder)
  return app
}

function arrivalProblem(transport: Transport, request: FastifyRequest): Problem | null {
  const { headers } = request
  const proto = headers['x-forwarded-proto']
  const sentence = refuseArrival(transport, {
    remote: request.socket.remoteAddress,
    forwardedProto: typeof proto === 'string' ? proto : undefined,
    isForwarded: ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded'].some(
      (name) => name in headers,
    ),
    isHealth: request.url === '/hub/health',
  })
  return sentence === null ? null : problem(403, 'InsecureTransport', sentence)
}

/** Browsers say where a page that writes comes from; programs that say nothing have no cookies to misuse. */
function isForeign(own: string, { method, headers }: FastifyRequest): boolean {
  const { origin } = headers
  return method !== 'GET' && method !== 'HEAD' && origin !== undefined && origin !== own
}

/** A page opened as 127.0.0.1 is led to the name that links, passkeys and the check above know. */
function isElsewhere(own: string, { method, headers, url }: FastifyRequest): boolean {
  return method === 'GET' && !isApi(url) && headers.host === new URL(own).host.replace('localhost', '127.0.0.1')
}

function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const isPush = request.routeOptions.url === '/sync/push'
    const json = readJsonBody(typeof body === 'string' ? Buffer.from(body) : body, isPush ? 'any' : 'plain')
    if (json.ok) done(null, json.value)
    else done(Object.assign(new Error(json.error), { statusCode: 400, code: 'PLUMBLINE_BODY' }))
  })
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
}

async function answerFault(fault: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const known = requestProblem(fault) ?? passingFault(fault)
  if (known) return refuse(reply, known)
  logFault(request.log, fault, request.routeOptions.url ?? 'none')
  return reply
    .code(500)
    .type('application/json')
    .send({ type: 'Fault', message: 'The hub failed here. Nothing was changed.' })
}

/** A fault of the request itself, as Fastify and the reading of bodies tell it. */
function requestProblem(fault: unknown): Problem | null {
  if (typeof fault !== 'object' || fault === null || !('statusCode' in fault)) return null
  const { statusCode } = fault
  if (statusCode === 413) return problem(413, 'TooLarge', 'The message is larger than the hub takes.')
  if (statusCode === 415) return problem(415, 'Malformed', 'The hub takes JSON here, or bytes for a blob.')
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode >= 500) return null
  const isOwn = 'code' in fault && fault.code === 'PLUMBLINE_BODY' && fault instanceof Error
  return malformed(isOwn ? fault.message : 'The request is not understood.')
}
