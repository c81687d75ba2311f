/**
 * What anybody may know of a hub: that it is one, and that it is well. No figure says anything about a person.
 *
 * Effects: asks the database and the disk.
 */
import type { FastifyInstance } from 'fastify'
import type { About } from '../../wire/accounts'
import { LEAST_PROTOCOL, PROTOCOL } from '../../wire/protocol'
import { needsSetUp } from '../accounts/set-up'
import { refuse } from './asking'
import { problem } from './problem'
import type { Serving } from './serving'

const UNWELL = problem(503, 'Busy', 'The database of the hub does not answer.')

export function hubRoutes(app: FastifyInstance, { hub, accounts, disk, version }: Serving): void {
  app.get(
    '/hub/about',
    async (): Promise<About> => ({
      product: 'plumbline',
      version,
      protocol: { least: LEAST_PROTOCOL, most: PROTOCOL },
      needsSetUp: await needsSetUp(hub),
      providers: accounts().providers.map(({ id, label }) => ({ id, label })),
    }),
  )

  app.get('/hub/health', async (_request, reply) => {
    const isWell = await needsSetUp(hub).then(
      () => true,
      () => false,
    )
    if (!isWell) return refuse(reply, UNWELL)
    return { ok: true, time: hub.now(), database: hub.db.dialect, disk: disk(), version }
  })
}
