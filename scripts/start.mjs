/**
 * `npm start`: installs what is missing, builds, serves the app on this machine and prints its address. With `-- --demo`
 * the address is that of a fictional county, which makes itself there and can be thrown away. With `-- --hub` it runs a hub
 * for several people and devices instead; every option of the command `hub` may follow.
 */
import { spawn } from 'node:child_process'
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

if (process.argv.includes('--hub')) runHub(process.argv.slice(2).filter((arg) => arg !== '--hub'))
else await runApp()

/** In a process of its own, so that it ends as the command line's hub does: requests answered, database closed. */
function runHub(options) {
  const hub = spawn(process.execPath, [join(root, 'dist', 'cli', 'plumbline.js'), 'hub', ...options], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => hub.kill(signal))
  hub.on('exit', (code) => process.exit(code ?? 1))
}

async function runApp() {
  const asked = Number(process.argv[process.argv.indexOf('--port') + 1]) || Number(process.env.PORT) || 0
  const { url } = await serveOnFreePort(join(root, 'dist', 'app'), asked)
  const isDemo = process.argv.includes('--demo')
  console.log(isDemo ? `Plumbline with a fictional county is ready: ${url}demo?start` : `Plumbline is ready: ${url}`)
  console.log('Open the address in a browser. It works without a network from then on. Stop with Ctrl+C.')
}

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
