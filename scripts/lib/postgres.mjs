/**
 * A real PostgreSQL for the tests of the hub: the one that PLUMBLINE_TEST_DATABASE names, or a server of its own in a
 * temporary folder, from the programs of this machine or, on Debian, from the system's packages. Says what is missing
 * otherwise.
 *
 * Its own server keeps `fsync` on, sorts texts as English does (the hub must not depend on that), listens on this machine
 * alone under a random password, and is stopped and deleted at the end, however the end comes.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const READY_MS = 60_000

/**
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} a user that may make databases; stops the program with a
 * sentence when there is none.
 */
export async function startPostgres() {
  const named = process.env.PLUMBLINE_TEST_DATABASE
  if (named) return { url: named, stop: async () => {} }
  const programs = found() ?? install()
  if (!programs) {
    console.error(
      'No PostgreSQL was found and none could be installed. The tests of the hub need one: install PostgreSQL, or name a server with PLUMBLINE_TEST_DATABASE=postgres://user:password@host/database (its user must be allowed to make databases).',
    )
    process.exit(1)
  }
  return await startOwn(programs)
}

/** The folder of `initdb` and `postgres`, the newest version first. */
function found() {
  const versions = '/usr/lib/postgresql'
  const debian = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...debian.map((version) => join(versions, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/bin',
    '/usr/local/bin',
  ]
  return folders.find((folder) => ['initdb', 'postgres', 'pg_isready'].every((name) => existsSync(join(folder, name))))
}

function install() {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  console.error('Installing PostgreSQL from the system’s packages (once)…')
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
  ]) {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args]
    const run = spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env })
    if (run.status !== 0) return undefined
  }
  return found()
}

async function startOwn(programs) {
  const user = ownUser()
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-postgres-'))
  const [cluster, sockets, secret, log] = ['data', 'sockets', 'password', 'log'].map((name) => join(folder, name))
  const password = randomBytes(18).toString('base64url')
  writeFileSync(secret, password, { mode: 0o600 })
  mkdirSync(sockets, { mode: 0o700 })
  if (user.uid !== undefined) for (const path of [folder, sockets, secret]) chownSync(path, user.uid, user.gid)
  const options = { ...user, cwd: folder, stdio: ['ignore', 'ignore', openSync(log, 'a')] }

  const made = spawnSync(join(programs, 'initdb'), [...initArgs(programs), '--pwfile', secret, '-D', cluster], options)
  if (made.status !== 0) fail('PostgreSQL could not make its files', folder, log)

  const port = await freePort()
  const settings = ['-D', cluster, '-k', sockets, '-h', '127.0.0.1', '-p', String(port), '-N', '200']
  const server = spawn(join(programs, 'postgres'), settings, options)
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  // The last chance: nothing asynchronous runs any more. SIGQUIT ends the server and its processes at once.
  const atExit = () => {
    server.kill('SIGQUIT')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
    remove()
  }
  const onSignal = () => process.exit(130)
  process.once('exit', atExit)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, onSignal)

  const ready = () =>
    spawnSync(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0
  const until = Date.now() + READY_MS
  while (!ready()) {
    if (server.exitCode !== null || Date.now() > until) fail('PostgreSQL did not start', folder, log)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      process.removeListener('exit', atExit)
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(signal, onSignal)
      server.kill('SIGINT')
      await ended
      remove()
    },
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian's package made for it. */
function ownUser() {
  if (process.getuid?.() !== 0) return {}
  const id = (which) => Number(spawnSync('id', [which, 'postgres'], { encoding: 'utf8' }).stdout)
  const [uid, gid] = [id('-u'), id('-g')]
  if (uid > 0) return { uid, gid }
  console.error('PostgreSQL does not run as root, and this machine has no user `postgres` to run it as.')
  process.exit(1)
}

function initArgs(programs) {
  const version = spawnSync(join(programs, 'initdb'), ['--version'], { encoding: 'utf8' }).stdout
  const major = Number(/\d+/.exec(version)?.[0])
  const english = major >= 15 ? ['--locale-provider=icu', '--icu-locale=en-GB'] : []
  return ['-U', 'postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', ...english]
}

function fail(what, folder, log) {
  console.error(`${what}:\n${readFileSync(log, 'utf8')}`)
  rmSync(folder, { recursive: true, force: true })
  process.exit(1)
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
