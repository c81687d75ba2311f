/**
 * `node tests/bench/scaling.mjs`: how a hub on PostgreSQL grows, for docs/scaling.md. Fills a database of its own with the
 * fictional county repeated, measures it through the hub's own push and pull, prints JSON and drops it.
 *
 * `--stages area,region,england` which of them (all): one area of five years, ten of them, 153 areas of one month.
 * PLUMBLINE_TEST_DATABASE names a server; otherwise one is started. Machines differ: carry over ratios.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { build } from 'vite'
import { startPostgres } from '../../scripts/lib/postgres.mjs'

/** A year of audits of an area: 60 plans a month, each graded by two. */
const AUDITS_A_YEAR = 60 * 2 * 12
const PLANS = 4_183

const STAGES = [
  { name: 'area', areas: 1, years: 5 },
  { name: 'region', areas: 10, years: 5 },
  { name: 'england', areas: 153, years: 1 / 12 },
]

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const outDir = join(root, 'node_modules', '.plumbline-bench')
await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: { ssr: join(root, 'tests/bench/scaling-hub.ts'), outDir, target: 'node20' },
})
const hubCode = await import(pathToFileURL(join(outDir, 'scaling-hub.js')).href)
const { openHubDb, fillFirst, repeatYears, repeatArea, hubOf, indexesOf, sizesOf } = hubCode
const { measureBeside, measureFloor, measurePulls, measurePushes, measureTogether } = hubCode

const named = process.argv[process.argv.indexOf('--stages') + 1]?.split(',')
const wanted = STAGES.filter(({ name }) => !process.argv.includes('--stages') || named?.includes(name))
const postgres = await startPostgres()
const answers = []
for (const stage of wanted) answers.push(await onDatabase((url) => measure(stage, url)))
await postgres.stop()
rmSync(outDir, { recursive: true, force: true })
const answer = { node: process.version, cores: cpus().length, stages: answers }
writeFileSync(join(root, 'test-results', 'scaling.json'), `${JSON.stringify(answer, null, 2)}\n`)
console.log(JSON.stringify(answer))

async function measure({ name, areas, years }, url) {
  const db = await openHubDb(url)
  const started = Date.now()
  const filled = await fillFirst(db, 'area-1', PLANS)
  const years1 = Math.max(0, Math.round((years * AUDITS_A_YEAR) / filled.auditsAYear) - 1)
  await repeatYears(db, 'area-1', years1)
  const names = Array.from({ length: areas }, (_, i) => `area-${i + 1}`)
  for (const area of names.slice(1)) await repeatArea(db, 'area-1', area)
  say(name, 'filled', started)
  await db.kysely.connection().execute(async (one) => {
    const { sql } = await import('kysely')
    await sql`vacuum analyze`.execute(one)
    await sql`checkpoint`.execute(one)
  })
  say(name, 'vacuumed', started)
  const sizes = await sizesOf(db)
  const indexes = await indexesOf(db)
  const hub = hubOf(db)
  const floor = await measureFloor(db)
  const pulls = await measurePulls(hub, names.slice(0, 10), filled, 60)
  say(name, 'pulled', started)
  const pushes = await measurePushes(hub, names, filled, 100)
  const together = []
  for (const devices of [1, 8, 64]) together.push(await measureTogether(hub, names, filled, devices, 8))
  const sameArea = await measureTogether(hub, names.slice(0, 1), filled, 64, 8)
  const beside = areas > 1 ? await measureBeside(hub, names, filled, 64, 8) : null
  say(name, 'pushed', started)
  await db.close()
  const audits = filled.auditsAYear * (years1 + 1)
  return { name, areas, auditsPerArea: audits, sizes, indexes, floor, pulls, pushes, together, sameArea, beside }
}

async function onDatabase(work) {
  const name = `plumbline_scaling_${process.pid}`
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`create database ${name} template template0`)
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  try {
    return await work(url.href)
  } finally {
    await client.query(`drop database ${name} with (force)`)
    await client.end()
  }
}

function say(stage, what, started) {
  console.error(`${stage}: ${what} after ${Math.round((Date.now() - started) / 1000)} s`)
}
