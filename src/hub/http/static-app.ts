/**
 * The built app: its files, and its one page for every address that is not the API's.
 *
 * Effects: reads the disk. Rule: scripts/lib/serve.mjs does the same without a hub.
 */
import { extname, sep } from 'node:path'
import serveStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from './asking'
import { isApi } from './headers'
import { NOT_FOUND } from './problem'

/**
 * @param folder of the built app; `null` serves the API alone.
 */
export async function serveApp(app: FastifyInstance, folder: string | null): Promise<void> {
  if (folder !== null) {
    await app.register(serveStatic, {
      root: folder,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Named by their content, files under assets never change; everything else is asked for again each time.
        const isLasting = path.includes(`${sep}assets${sep}`)
        if (path.endsWith('.js')) reply.header('content-type', 'text/javascript; charset=utf-8')
        reply.header('cache-control', isLasting ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !isApi(path) && extname(path) === ''
    return isPage && folder !== null ? reply.sendFile('index.html') : refuse(reply, NOT_FOUND)
  })
}
