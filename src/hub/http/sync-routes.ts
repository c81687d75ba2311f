/**
 * The exchange of a device with its hub: push and pull. The messages are wire/protocol.ts, what they do is hub/sync.
 *
 * Effects: the database.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { err, ok, type Result } from '../../core/result'
import {
  LEAST_PROTOCOL,
  MOST_OP_BYTES,
  PROTOCOL,
  PullRequest,
  type PushConflict,
  PushRequest,
} from '../../wire/protocol'
import { admitDevice } from '../accounts/devices'
import type { Caller } from '../hub'
import { hasPlainIds } from '../sync/asked-op'
import { pullText } from '../sync/pull'
import { push } from '../sync/push'
import type { PushRefusal } from '../sync/refusal'
import { bearerSession, callerIn, read, refuse } from './asking'
import { DISK_FULL } from './database-fault'
import { FORBIDDEN, malformed, type Problem, problem, REVOKED } from './problem'
import type { Serving } from './serving'

const Spoken = z.looseObject({ protocol: z.number() })

export function syncRoutes(app: FastifyInstance, serving: Serving): void {
  const { hub, disk } = serving

  app.post('/sync/push', { bodyLimit: MOST_OP_BYTES }, async (request, reply) => {
    const from = await sender(serving, request, PushRequest)
    if (!from.ok) return refuse(reply, from.error)
    if (disk().state === 'full') return refuse(reply, DISK_FULL)
    const pushed = await push(hub, from.value.caller, from.value.message)
    return pushed.ok ? reply.send(pushed.value) : refuse(reply, syncProblem(pushed.error))
  })

  app.post('/sync/pull', async (request, reply) => {
    const from = await sender(serving, request, PullRequest)
    if (!from.ok) return refuse(reply, from.error)
    if (from.value.message.protocol < PROTOCOL) return refuse(reply, tooOld(PROTOCOL))
    const pulled = await pullText(hub, from.value.caller, from.value.message)
    return pulled.ok ? reply.type('application/json').send(pulled.value) : refuse(reply, syncProblem(pulled.error))
  })
}

/** The message under its schema, and the member whose device sent it. */
async function sender<T extends { readonly area: string; readonly device: string }>(
  { hub, accounts, limits }: Serving,
  request: FastifyRequest,
  schema: z.ZodMiniType<T>,
): Promise<Result<{ readonly caller: Caller; readonly message: T }, Problem>> {
  const limited = await limits.session(request)
  if (!limited.ok) return limited
  const session = await bearerSession(accounts(), request)
  if (!session.ok) return session
  const spoken = read(Spoken, request.body)
  if (spoken.ok && spoken.value.protocol < LEAST_PROTOCOL) return err(tooOld(LEAST_PROTOCOL))
  if (spoken.ok && spoken.value.protocol > PROTOCOL)
    return err(problem(400, 'HubTooOld', 'The hub is to be updated first.'))
  const message = read(schema, request.body)
  if (!message.ok) return message
  const { area, device } = message.value
  if (!hasPlainIds(area, device)) return err(malformed('An id has another form.'))
  const caller = await callerIn(accounts(), request, session.value, area)
  if (!caller.ok) return caller
  const admitted = await admitDevice(hub, caller.value, device)
  return admitted.ok ? ok({ caller: caller.value, message: message.value }) : err(REVOKED)
}

function tooOld(least: number): Problem {
  return {
    status: 426,
    body: { type: 'ClientTooOld', least, message: 'Reload the app: the hub takes a newer one only.' },
  }
}

function syncProblem(refusal: PushConflict | PushRefusal): Problem {
  switch (refusal.type) {
    case 'Gap':
    case 'Forked':
    case 'MissingBlobs':
      return { status: 409, body: refusal }
    case 'Revoked':
      return REVOKED
    case 'UnknownArea':
      return FORBIDDEN
    case 'Malformed':
      return malformed('An id or a time has another form.')
  }
}
