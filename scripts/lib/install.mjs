/**
 * Installs the packages of the lock file when they are missing or out of date. Node built-ins only: nothing may be there yet.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const LEAST_NODE = [20, 19]

/** Stops with a sentence when Node is too old for the packages. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [leastMajor, leastMinor] = LEAST_NODE
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return
  console.error(
    `Plumbline needs Node ${leastMajor}.${leastMinor} or later; this is Node ${process.versions.node}. Install a newer Node and run the command again.`,
  )
  process.exit(1)
}

/** @param {string} root folder of the project */
export function installPackages(root) {
  const stamp = join(root, 'node_modules', '.plumbline-installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.error('Installing packages (once)…')
  // Not `npm ci`: it refuses a lock file that lacks the optional parts of other platforms, which a lock written against a
  // partial copy of the registry does. `--no-save` installs the versions of the lock and leaves both files as they are.
  const done = npm(root, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
  if (done !== 0) {
    console.error(
      'The packages could not be installed. Check that the npm registry can be reached, then run the command again. Nothing else was changed.',
    )
    process.exit(1)
  }
  writeFileSync(stamp, lock)
}

/** Runs npm with the Node that runs this script; returns its exit code. */
export function npm(root, args) {
  const cli = process.env.npm_execpath
  const found = cli?.endsWith('.js') || cli?.endsWith('.cjs')
  const [command, first] = found ? [process.execPath, [cli]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  const run = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !found && process.platform === 'win32',
  })
  return run.status ?? 1
}
