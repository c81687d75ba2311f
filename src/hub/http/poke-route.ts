/**
 * Tells a waiting device that something in its area changed, by an event stream that never says what: "pull when
 * convenient".
 *
 * Effects: open connections. A stream ends with the session it began with, and with the hub.
 */
import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { AreaQuery, callerOf, read, refuse } from './asking'
import { TOO_OFTEN } from './problem'
import type { Serving } from './serving'

const HEARTBEAT_MS = 25_000
/** A device that reads nothing any more. */
const MOST_UNREAD_BYTES = 16 * 1024

export function pokeRoute(app: FastifyInstance, { hub, accounts, limits, streams }: Serving): void {
  /** By session: a browser holds one, a few while tabs change over. */
  const open = new Map<string, Set<PassThrough>>()

  app.get('/sync/poke', { compress: false, exposeHeadRoute: false }, async (request, reply) => {
    const limited = await limits.session(request)
    if (!limited.ok) return refuse(reply, limited.error)
    const query = read(AreaQuery, request.query)
    if (!query.ok) return refuse(reply, query.error)
    const { area } = query.value
    const caller = await callerOf(accounts(), request, area)
    if (!caller.ok) return refuse(reply, caller.error)
    const { session } = caller.value
    const own = open.get(session) ?? new Set()
    if (own.size >= streams) return refuse(reply, TOO_OFTEN)

    const stream = new PassThrough()
    open.set(session, own.add(stream))
    const say = (line: string): void => {
      if (stream.writableLength > MOST_UNREAD_BYTES) stream.destroy()
      else stream.write(line)
    }
    const stopListening = hub.db.onChange((changed) => {
      if (changed === area) say('data: {}\n\n')
    })
    const beat = setInterval(() => {
      say(': \n\n')
      callerOf(accounts(), request, area).then(
        (still) => still.ok || stream.end(),
        () => stream.end(),
      )
    }, HEARTBEAT_MS)
    stream.once('close', () => {
      stopListening()
      clearInterval(beat)
      own.delete(stream)
      if (own.size === 0) open.delete(session)
    })
    request.raw.once('close', () => stream.destroy())
    say(': \n\n')
    // Asks nginx to pass each line on at once.
    return reply.header('x-accel-buffering', 'no').type('text/event-stream').send(stream)
  })

  app.addHook('preClose', async () => {
    for (const own of open.values()) for (const stream of own) stream.end()
  })
}
