/**
 * What the hub writes down of each request: method, the pattern of the address, status, time taken and the area. Never a
 * body, a token, an e-mail address, a name or what follows the question mark.
 *
 * Effects: standard error, by pino. Where a request came from is written only when the configuration asks for it.
 */
import { type FastifyBaseLogger, type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { codeOf } from '../db/refused'

/** Standard error, because standard output is the command line's one JSON line. */
export function logOptions(level: string): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  const timestamp = () => `,"time":"${new Date().toISOString()}"`
  return {
    logger: { level, base: null, stream: process.stderr, timestamp },
    logController: new LogController({ disableRequestLogging: true }),
  }
}

export function logRequests(app: FastifyInstance, { addresses }: { readonly addresses: boolean }): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(request.area !== null && { area: request.area }),
      ...(addresses && { address: request.ip }),
    })
  })
}

/** A fault with the way to it. Its message is left out: a database repeats in it what it was given. */
export function logFault(log: FastifyBaseLogger, fault: unknown, route: string): void {
  const stack = fault instanceof Error ? (fault.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '))
  log.error({
    event: 'fault',
    route,
    name: fault instanceof Error ? fault.name : typeof fault,
    code: codeOf(fault),
    frames,
  })
}
