/**
 * Finds a Chromium for the browser tests, and installs Debian's where that is possible. Says what is missing otherwise.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** @returns {string} the path of a Chromium; stops with a sentence when there is none. */
export function findBrowser() {
  const named = process.env.PLUMBLINE_CHROMIUM
  if (named) return existsSync(named) ? named : missing(`PLUMBLINE_CHROMIUM names ${named}, which is not there.`)
  return found() ?? install() ?? missing('No Chromium, Chrome or Edge was found and none could be installed.')
}

function found() {
  return PLACES.find((place) => existsSync(place))
}

function install() {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  console.error('Installing Chromium from the system’s packages (once)…')
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
  ]) {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args]
    const run = spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env })
    if (run.status !== 0) return undefined
  }
  return found()
}

function missing(what) {
  console.error(
    `${what} The browser tests need one: install Chromium, or name one with PLUMBLINE_CHROMIUM=/path/to/chromium.`,
  )
  process.exit(1)
}
