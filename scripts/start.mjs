/**
 * `npm start`: installs what is missing, builds, serves the app on this machine and prints its address. With `-- --demo`
 * the address is that of a fictional county, which makes itself there and can be thrown away.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from './lib/build.mjs'
import { checkNode, installPackages } from './lib/install.mjs'
import { serve } from './lib/serve.mjs'

const FIRST_PORT = 4173
const PORTS_TRIED = 20

checkNode()
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
installPackages(root)
buildIfNeeded(root)

const asked = Number(process.argv[process.argv.indexOf('--port') + 1]) || Number(process.env.PORT) || 0
const { url } = await serveOnFreePort(join(root, 'dist', 'app'), asked)
const isDemo = process.argv.includes('--demo')
console.log(isDemo ? `Plumbline with a fictional county is ready: ${url}demo?start` : `Plumbline is ready: ${url}`)
console.log('Open the address in a browser. It works without a network from then on. Stop with Ctrl+C.')

async function serveOnFreePort(folder, port) {
  if (port) return serve(folder, port).catch((cause) => stop(port, cause))
  for (let next = FIRST_PORT; next < FIRST_PORT + PORTS_TRIED; next += 1) {
    try {
      return await serve(folder, next)
    } catch (cause) {
      if (cause.code !== 'EADDRINUSE') stop(next, cause)
    }
  }
  return stop(FIRST_PORT, { code: 'EADDRINUSE' })
}

function stop(port, cause) {
  const why = cause.code === 'EADDRINUSE' ? 'another program uses it' : String(cause.message ?? cause.code)
  console.error(`The app cannot be served on port ${port}: ${why}. Name another with: npm start -- --port 8080`)
  process.exit(1)
}
