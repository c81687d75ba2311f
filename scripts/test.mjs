/**
 * `npm test`: installs what is missing, a browser and PostgreSQL included, then checks types, lint, boundaries, dead code,
 * rules, hub and screens, builds, and drives the built app in real Chromium. `--long` runs the long suites whole.
 *
 * Every check runs even after one has failed, so that one run shows everything. Nothing is skipped in silence.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './lib/browser.mjs'
import { checkNode, installPackages } from './lib/install.mjs'
import { startPostgres } from './lib/postgres.mjs'

checkNode()
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
installPackages(root)
const chromium = findBrowser()
const postgres = await startPostgres()
const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const env = {
  ...process.env,
  PLUMBLINE_CHROMIUM: chromium,
  PLUMBLINE_TEST_DATABASE: postgres.url,
  PLUMBLINE_LONG: process.argv.includes('--long') ? '1' : '',
  FORCE_COLOR: '0',
}

const bin = (name) => join('node_modules', '.bin', name)
const report = (name) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join('test-results', `${name}.json`)}`,
]

/** Steps of one row run side by side, rows one after the other. */
const ROWS = [
  [
    { name: 'types', command: [bin('tsc'), '--noEmit'] },
    { name: 'lint', command: [bin('biome'), 'ci', '--error-on-warnings'] },
  ],
  [
    { name: 'promises and switches', command: [bin('eslint'), 'src', 'tests', '--max-warnings=0'] },
    { name: 'boundaries', command: ['node', join('scripts', 'boundaries.mjs')] },
    { name: 'dead code', command: [bin('knip')] },
  ],
  [
    { name: 'rules and screens', command: [bin('vitest'), 'run', ...report('unit')], counts: 'unit' },
    { name: 'build', command: ['npm', 'run', '--silent', 'build', '--', '--logLevel', 'warn'] },
  ],
  [
    {
      name: 'browser',
      command: [bin('vitest'), 'run', '--config', 'vitest.browser.config.ts', ...report('browser')],
      counts: 'browser',
    },
  ],
]

const done = []
for (const row of ROWS) done.push(...(await Promise.all(row.map(run))))
await postgres.stop()

console.log('')
for (const { name, ok, seconds } of done) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
const totals = done
  .map(countOf)
  .reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }))
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = done.every(({ ok }) => ok) ? 0 : 1

/** A step without tests of its own counts as one. A step that broke before its tests ran counts as a failure. */
function countOf({ counts, ok }) {
  if (!counts) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(join(results, `${counts}.json`), 'utf8'))
    return { passed: numPassedTests, failed: Math.max(numFailedTests, ok ? 0 : 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function run({ name, command, counts }) {
  const started = Date.now()
  const [program, ...args] = command
  return new Promise((resolve) => {
    const output = []
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    child.stdout.on('data', (data) => output.push(data))
    child.stderr.on('data', (data) => output.push(data))
    const end = (ok) => {
      const seconds = Math.round((Date.now() - started) / 1000)
      console.log(`\n── ${name} ${ok ? 'ok' : 'FAILED'} (${seconds} s)`)
      process.stdout.write(Buffer.concat(output))
      resolve({ name, ok, seconds, counts })
    }
    child.on('error', (cause) => {
      output.push(Buffer.from(`${cause}\n`))
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}
