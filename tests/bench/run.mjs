/**
 * `npm run bench`: the measured goals, each beside its floor in the same run, as JSON and as a table. Machines differ, so
 * only ratios should be carried over.
 *
 * `--records N` audits present (10 000), `--clicks N` (200), `--starts N` browser starts (10). `--hub`: the measures of the hub
 * alone, with `--batches N` pushes of each device (40).
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../../scripts/lib/browser.mjs'
import { buildIfNeeded } from '../../scripts/lib/build.mjs'
import { checkNode, installPackages, npm } from '../../scripts/lib/install.mjs'

checkNode()
const root = process.cwd()
installPackages(root)
if (
  npm(join(root, 'tests/bench'), ['install', '--no-audit', '--no-fund', '--loglevel=error', '--no-package-lock']) !== 0
) {
  console.error('The peers of the bench could not be installed.')
  process.exit(1)
}
buildIfNeeded(root)
rmSync('dist/bench-app', { recursive: true, force: true })
cpSync('dist/app', 'dist/bench-app', { recursive: true })
for (const config of ['tests/bench/vite.page.config.ts', 'tests/bench/vite.minimal.config.ts']) {
  const built = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'error'],
    { stdio: 'inherit' },
  )
  if (built.status !== 0) process.exit(1)
}
process.env.PLUMBLINE_CHROMIUM = findBrowser()

const option = (name, usual) => Number(process.argv[process.argv.indexOf(`--${name}`) + 1]) || usual
const rows = process.argv.includes('--hub') ? await measureOfHub() : await measureOfApp()

async function measureOfHub() {
  const { measureHub } = await import('./hub.mjs')
  return measureHub({ audits: option('records', 10_000), batches: option('batches', 40) })
}

async function measureOfApp() {
  const { measureAll } = await import('./measures.mjs')
  return measureAll({
    records: option('records', 10_000),
    clicks: option('clicks', 200),
    starts: option('starts', 10),
  })
}

mkdirSync('test-results', { recursive: true })
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const answer = { version, node: process.version, rows }
writeFileSync('test-results/bench.json', `${JSON.stringify(answer, null, 2)}\n`)
console.log(JSON.stringify(answer))
console.log('')
const cells = rows.map(({ goal, what, value, floor, ratio, unit, limit, met }) => [
  goal,
  what,
  `${value} ${unit}`,
  `${floor ?? '–'} ${floor === null ? '' : unit}`,
  ratio === null ? '–' : `${ratio} ×`,
  limit,
  met ? 'met' : 'MISSED',
])
const table = [['goal', 'what', 'here', 'floor', 'ratio', 'limit', ''], ...cells]
const widths = table[0].map((_, column) => Math.max(...table.map((row) => String(row[column]).length)))
for (const row of table) console.log(row.map((cell, column) => String(cell).padEnd(widths[column])).join('  '))
