/**
 * Large sealed objects by the hash of their content. What they are is hub/sync/blobs.ts.
 *
 * Effects: the database.
 */
import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { type BlobRefusal, getBlob, MOST_BLOB_BYTES, putBlob } from '../sync/blobs'
import { AreaQuery, callerOf, read, refuse } from './asking'
import { DISK_FULL } from './database-fault'
import { FORBIDDEN, malformed, NOT_FOUND, type Problem, problem } from './problem'
import type { Serving } from './serving'

const Named = z.object({ hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })

export function blobRoutes(app: FastifyInstance, { hub, accounts, limits, disk }: Serving): void {
  app.put('/blobs/:hash', { bodyLimit: MOST_BLOB_BYTES }, async (request, reply) => {
    const limited = await limits.session(request)
    if (!limited.ok) return refuse(reply, limited.error)
    const named = read(Named, request.params)
    if (!named.ok) return refuse(reply, named.error)
    const query = read(AreaQuery, request.query)
    if (!query.ok) return refuse(reply, query.error)
    const caller = await callerOf(accounts(), request, query.value.area)
    if (!caller.ok) return refuse(reply, caller.error)
    if (!Buffer.isBuffer(request.body)) return refuse(reply, malformed('The bytes are missing.'))
    if (disk().state === 'full') return refuse(reply, DISK_FULL)
    const put = await putBlob(hub, caller.value, named.value.hash, request.body)
    return put.ok ? reply.send({}) : refuse(reply, blobProblem(put.error))
  })

  app.get('/blobs/:hash', async (request, reply) => {
    const limited = await limits.session(request)
    if (!limited.ok) return refuse(reply, limited.error)
    const named = read(Named, request.params)
    if (!named.ok) return refuse(reply, named.error)
    const query = read(AreaQuery, request.query)
    if (!query.ok) return refuse(reply, query.error)
    const caller = await callerOf(accounts(), request, query.value.area)
    if (!caller.ok) return refuse(reply, caller.error)
    const bytes = await getBlob(hub, caller.value, named.value.hash)
    return bytes === null ? refuse(reply, NOT_FOUND) : reply.type('application/octet-stream').send(Buffer.from(bytes))
  })
}

function blobProblem(refusal: BlobRefusal): Problem {
  switch (refusal.type) {
    case 'Forbidden':
      return FORBIDDEN
    case 'TooLarge':
      return problem(413, 'TooLarge', 'The message is larger than the hub takes.')
    case 'WrongHash':
      return malformed('The bytes are not those of their name.')
  }
}
