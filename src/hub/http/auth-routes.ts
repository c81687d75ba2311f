/**
 * better-auth behind a list: the endpoints this product uses, each with the message it takes. Everything else it offers does
 * not exist here.
 *
 * Effects: the database, and organisations' providers over the network. Rule: dependencies.md 5, traps 4 and 6.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../accounts/auth'
import { read, refuse } from './asking'
import { NOT_FOUND, problem } from './problem'
import type { Serving } from './serving'

const SILENT = problem(503, 'Busy', 'The sign-in of the organisation does not answer now. Try again in a minute.')

const Short = z.string().check(z.minLength(1), z.maxLength(200))
const Email = z.string().check(z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/))
/** A page of this app, so that a sign-in never leads elsewhere. */
const Page = z.string().check(z.maxLength(300), z.regex(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/))
const Base64Url = z.string().check(z.maxLength(20_000), z.regex(/^[A-Za-z0-9_=-]*$/))

/** As browsers make them: WebAuthn level 3, RegistrationResponseJSON and AuthenticationResponseJSON. */
const credential = <T extends z.core.$ZodLooseShape>(response: T) =>
  z.object({
    id: Base64Url,
    rawId: Base64Url,
    type: z.literal('public-key'),
    authenticatorAttachment: z.optional(z.nullable(z.enum(['platform', 'cross-platform']))),
    clientExtensionResults: z.object({}),
    response: z.object(response),
  })
const Registration = credential({
  clientDataJSON: Base64Url,
  attestationObject: Base64Url,
  transports: z.optional(z.array(Short).check(z.maxLength(10))),
})
const Authentication = credential({
  clientDataJSON: Base64Url,
  authenticatorData: Base64Url,
  signature: Base64Url,
  userHandle: z.optional(z.nullable(Base64Url)),
})

const POSTS = {
  '/sign-in/email': z.object({ email: Email, password: Short, rememberMe: z.optional(z.boolean()) }),
  '/sign-in/social': z.object({
    provider: Short,
    callbackURL: z.optional(Page),
    errorCallbackURL: z.optional(Page),
    newUserCallbackURL: z.optional(Page),
    disableRedirect: z.optional(z.boolean()),
  }),
  '/sign-out': z.object({}),
  '/change-password': z.object({
    currentPassword: Short,
    newPassword: z.string().check(z.minLength(SHORTEST_PASSWORD), z.maxLength(LONGEST_PASSWORD)),
    revokeOtherSessions: z.optional(z.boolean()),
  }),
  '/passkey/verify-registration': z.object({ response: Registration, name: z.optional(Short) }),
  '/passkey/verify-authentication': z.object({ response: Authentication }),
  '/passkey/delete-passkey': z.object({ id: Short }),
  '/passkey/update-passkey': z.object({ id: Short, name: Short }),
}

const Named = z.object({ name: z.optional(Short) })
const GETS = {
  '/get-session': z.object({}),
  '/passkey/generate-register-options': Named,
  '/passkey/generate-authenticate-options': z.object({}),
  '/passkey/list-user-passkeys': z.object({}),
}

/** What a provider sends back with a person. */
const Returned = z.object({
  code: z.optional(z.string().check(z.maxLength(8_000))),
  state: z.optional(z.string().check(z.maxLength(1_000))),
  error: z.optional(z.string().check(z.maxLength(200))),
  error_description: z.optional(z.string().check(z.maxLength(1_000))),
  iss: z.optional(z.string().check(z.maxLength(500))),
})
const ProviderPath = z.object({ provider: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,30}$/)) })

/** Where a password, a passkey or a person from elsewhere is tried. */
const TRIES: ReadonlySet<string> = new Set([
  '/sign-in/email',
  '/sign-in/social',
  '/passkey/verify-authentication',
  '/change-password',
])
const PASSED_ON = [
  'authorization',
  'cookie',
  'origin',
  'referer',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]

export function authRoutes(app: FastifyInstance, serving: Serving): void {
  const { limits, accounts } = serving

  for (const [path, schema] of Object.entries(POSTS)) {
    app.post(`/api/auth${path}`, async (request, reply) => {
      const limited = TRIES.has(path) ? await limits.tries(request) : await limits.session(request)
      if (!limited.ok) return refuse(reply, limited.error)
      const message = read<object>(schema, request.body)
      if (!message.ok) return refuse(reply, message.error)
      if ('email' in message.value) {
        const account = await limits.account(request, String(message.value.email))
        if (!account.ok) return refuse(reply, account.error)
      }
      if ('provider' in message.value && (await accounts().isSilent(String(message.value.provider)))) {
        return refuse(reply, SILENT)
      }
      return passOn(serving, request, reply, { path, body: JSON.stringify(message.value) })
    })
  }

  for (const [path, schema] of Object.entries(GETS)) {
    app.get(`/api/auth${path}`, async (request, reply) => {
      const limited = await limits.session(request)
      if (!limited.ok) return refuse(reply, limited.error)
      const query = read<object>(schema, request.query)
      return query.ok ? passOn(serving, request, reply, { path, query: query.value }) : refuse(reply, query.error)
    })
  }

  app.get('/api/auth/callback/:provider', async (request, reply) => {
    const limited = await limits.tries(request)
    if (!limited.ok) return refuse(reply, limited.error)
    const to = read(ProviderPath, request.params)
    if (!to.ok) return refuse(reply, NOT_FOUND)
    const query = read(Returned, request.query)
    if (!query.ok) return refuse(reply, query.error)
    return passOn(serving, request, reply, { path: `/callback/${to.value.provider}`, query: query.value })
  })
}

interface Passed {
  readonly path: string
  readonly query?: object
  readonly body?: string
}

async function passOn(
  { accounts }: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
  { path, query = {}, body }: Passed,
): Promise<FastifyReply> {
  const { origin, auth } = accounts()
  const headers = new Headers(body === undefined ? {} : { 'content-type': 'application/json' })
  for (const name of PASSED_ON) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const url = `${origin}/api/auth${path}?${new URLSearchParams(Object.entries(query))}`
  const answered = await auth().handler(
    new Request(url, { method: request.method, headers, ...(body !== undefined && { body }) }),
  )
  return copy(reply, path, answered)
}

async function copy(reply: FastifyReply, path: string, answered: Response): Promise<FastifyReply> {
  const location = answered.headers.get('location')
  if (location !== null) reply.header('location', location)
  for (const cookie of answered.headers.getSetCookie()) reply.header('set-cookie', cookie)
  const text = await answered.text()
  // better-auth says 500 when it cannot read what a browser or a program sent as a passkey.
  const status = answered.status === 500 && path.startsWith('/passkey/verify-') ? 400 : answered.status
  if (text === '') return reply.code(status).send()
  return reply
    .code(status)
    .type('application/json')
    .send(status < 400 ? text : asProblem(text))
}

/** Its code as the `type` that every problem of the hub has. */
function asProblem(text: string): object {
  const said = z.looseObject({ code: z.optional(z.string()), message: z.optional(z.string()) }).safeParse(parse(text))
  const { code = 'Refused', message = '' } = said.success ? said.data : {}
  return { type: code, code, message }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
