/**
 * The measures of the hub, on SQLite and on a PostgreSQL, over HTTP on loopback: pushes beside the same rows written by SQL
 * alone, pulls beside a bare server that sends the same rows, start, memory. PLUMBLINE_TEST_DATABASE names a PostgreSQL;
 * otherwise one is started.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { build } from 'vite'
import { startPostgres } from '../../scripts/lib/postgres.mjs'
import { quantile, row } from './rows.mjs'

const DEVICES = 4
const OPS = 100
const DRAFTS = 100
const PAGE = 1_000
const PERSON = { areaName: 'Marchshire', name: 'One', agency: 'education', email: 'one@example.org' }

/** @param {{ audits: number, batches: number }} sizes settled audits present, and pushes of each device */
export async function measureHub({ audits, batches }) {
  const outDir = resolve('node_modules/.plumbline-bench/hub')
  const programs = {}
  for (const name of ['hub-server', 'hub-tools']) {
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: { ssr: `tests/bench/${name}.ts`, outDir: join(outDir, name), target: 'node20' },
    })
    programs[name] = join(outDir, name, `${name}.js`)
  }
  const tools = await import(pathToFileURL(programs['hub-tools']).href)
  const sizes = { audits, batches }
  try {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-hub-'))
    const onSqlite = await measureOn(tools, programs['hub-server'], folder, 'SQLite', sizes)
    rmSync(folder, { recursive: true, force: true })
    const onPostgres = await onDatabase((url) => measureOn(tools, programs['hub-server'], url, 'PostgreSQL', sizes))
    return [...onSqlite, ...onPostgres]
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

async function measureOn(tools, program, where, name, { audits, batches }) {
  const first = await start(program, 'hub', where)
  const place = await setUp(first.url, first.setUpLink)
  await first.stop()

  const db = await tools.openHubDb(where)
  const hub = tools.hubOf(db)
  const area = await tools.fillDrafts(hub, { area: place.area, member: place.member, session: 'bench' }, DRAFTS)
  await tools.fillSettled(hub, area, audits)

  const [running, bare] = [await start(program, 'hub', where), await start(program, 'bare', where)]
  const floor = await tools.createFloor(db, where, await tools.recordsOf(db, place.area, area.drafts))
  const to = { ...place, url: running.url }
  const rows = []
  for (const spread of [4, DRAFTS]) rows.push(...(await pushes(tools, to, area, floor, { name, spread, batches })))
  rows.push(...(await pulls(to, bare.url, { name, audits })))
  await floor.close()
  await db.close()
  const mostMb = await running.memory()
  rows.push(
    row('hub', `${name}: most memory of the hub under all this`, 'MB', mostMb, null, '≤ 400 MB', (mb) => mb <= 400),
  )
  await Promise.all([running.stop(), bare.stop()])
  const starts = []
  for (let times = 0; times < 5; times += 1) starts.push(await startTimes(program, where))
  const ready = quantile(
    starts.map(({ hub: ms }) => ms),
    0.5,
  )
  const bareReady = quantile(
    starts.map(({ bare: ms }) => ms),
    0.5,
  )
  rows.push(row('hub', `${name}: start to ready`, 'ms', ready, bareReady, '≤ 3000 ms', (ms) => ms <= 3000))
  return rows
}

/** Devices push at the same time, in blocks between blocks of the floor. */
async function pushes(tools, to, { drafts, criteria }, floor, { name, spread, batches }) {
  const devices = Array.from({ length: DEVICES }, (_, i) =>
    pusher(tools, to, { drafts, criteria, spread, first: i * spread }),
  )
  const block = 5
  const [times, floors] = [[], []]
  let took = 0
  for (let done = -block; done < batches; done += block) {
    const started = performance.now()
    const all = await Promise.all(devices.map((device) => device(block)))
    const ms = performance.now() - started
    const counted = done >= 0
    if (counted) took += ms
    if (counted) times.push(...all.flat())
    for (let n = 0; n < block; n += 1) {
      const from = performance.now()
      await floor.push(spread)
      if (counted) floors.push(performance.now() - from)
    }
  }
  const perSecond = (times.length * OPS * 1000) / took
  const floorPerSecond = (floors.length * OPS * 1000) / floors.reduce((sum, ms) => sum + ms, 0)
  const what = `${name}: pushes of ${OPS} ops on ${spread} drafts, ${DEVICES} devices`
  const goal = name === 'SQLite' ? '5a' : '5c'
  return [
    row(goal, what, 'ops/s', perSecond, floorPerSecond, '≥ 0.5 × floor', (_, ratio) => ratio >= 0.5),
    row(goal, `${what}, p50 of one`, 'ms', quantile(times, 0.5), quantile(floors, 0.5), '–', () => true),
    row(goal, `${what}, p99 of one`, 'ms', quantile(times, 0.99), quantile(floors, 0.99), '≤ 60 ms', (ms) => ms <= 60),
  ]
}

function pusher(tools, { url, token, area }, { drafts, criteria, spread, first }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const device = `d-${Math.random().toString(36).slice(2)}`
  let n = 0
  return async (count) => {
    const times = []
    for (let turn = 0; turn < count; turn += 1) {
      const ops = Array.from({ length: OPS }, (_, i) => {
        n += 1
        const auditId = drafts[(first + (i % spread)) % drafts.length]
        const criterionId = criteria[(turn + i) % criteria.length]
        return tools.opOf(n, 'rating.set', { auditId, criterionId, rated: { rating: n % 2 === 0 ? 'met' : 'partly' } })
      })
      const body = JSON.stringify({ protocol: 1, area, device, ops })
      const started = performance.now()
      const { results } = JSON.parse(await post(agent, `${url}/sync/push`, token, body))
      times.push(performance.now() - started)
      if (results.some(({ outcome }) => outcome === 'refused')) throw new Error('an op of the bench was refused')
    }
    return times
  }
}

/** The whole area, page by page, by several devices at once. */
async function pulls(to, bareUrl, { name, audits }) {
  const [times, floors] = [
    { rows: 0, ms: 0, pages: [] },
    { rows: 0, ms: 0, pages: [] },
  ]
  for (let turn = 0; turn < 4; turn += 1) {
    for (const [sum, one] of [
      [times, () => pullAll(to)],
      [floors, () => pullBare(to, bareUrl)],
    ]) {
      const started = performance.now()
      const all = await Promise.all(Array.from({ length: DEVICES }, one))
      if (turn === 0) continue
      sum.ms += performance.now() - started
      for (const { rows, pages } of all) {
        sum.rows += rows
        sum.pages.push(...pages)
      }
    }
  }
  const what = `${name}: ${audits} audits pulled as rows by ${DEVICES} devices`
  const rate = ({ rows, ms }) => (rows * 1000) / ms
  const limit = '≥ 0.8 × a bare hub'
  return [
    row('5b', what, 'rows/s', rate(times), rate(floors), limit, (_, ratio) => ratio >= 0.8),
    row('5b', `${what}, p50 of a page`, 'ms', quantile(times.pages, 0.5), quantile(floors.pages, 0.5), '–', () => true),
  ]
}

async function pullAll({ url, token, area }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const device = `d-${Math.random().toString(36).slice(2)}`
  const pages = []
  let [epoch, cursors, rows] = [null, {}, 0]
  for (let more = true; more; ) {
    const waiting = { count: 0, oldestAt: null }
    const asked = { protocol: 1, area, device, epoch, limit: PAGE, cursors, known: 0, waiting }
    const started = performance.now()
    const text = await post(agent, `${url}/sync/pull`, token, JSON.stringify(asked))
    pages.push(performance.now() - started)
    const answer = JSON.parse(text)
    epoch = answer.epoch
    more = answer.scopes.some((scope) => scope.more)
    for (const scope of answer.scopes) {
      rows += scope.entries.length
      cursors[scope.id] = scope.more ? { resetAt: scope.seq } : scope.seq
    }
  }
  return { rows, pages }
}

async function pullBare({ area, token }, url) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const pages = []
  let [from, rows] = [0, 0]
  for (;;) {
    const asked = { area, scope: 'auditors', from, limit: PAGE }
    const started = performance.now()
    const text = await post(agent, `${url}/rows`, token, JSON.stringify(asked))
    pages.push(performance.now() - started)
    const page = JSON.parse(text)
    rows += page.rows.length
    from = page.seq
    if (page.rows.length < PAGE) return { rows, pages }
  }
}

function post(agent, address, token, body) {
  return new Promise((done, fail) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const sent = request(address, { method: 'POST', agent, headers }, (answer) => {
      const parts = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8')
        if (answer.statusCode === 200) done(text)
        else fail(new Error(`${answer.statusCode} ${text}`))
      })
    })
    sent.on('error', fail)
    sent.end(body)
  })
}

async function setUp(url, link) {
  const asked = { ...PERSON, token: new URL(link).hash.replace(/^#[a-z-]+=/, ''), password: 'a long enough password' }
  const made = await fetch(`${url}/accounts/set-up`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  })
  const { token } = await made.json()
  const me = await (await fetch(`${url}/accounts/me`, { headers: { authorization: `Bearer ${token}` } })).json()
  const { area, memberId } = me.places[0]
  return { token, area, member: memberId }
}

async function start(program, mode, where) {
  const child = spawn(process.execPath, [program, mode, where], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const [line] = await once(lines, 'line')
  const { url, setUpLink } = JSON.parse(line)
  return {
    url,
    setUpLink,
    memory: async () => {
      const told = once(lines, 'line')
      child.stdin.write('memory\n')
      return JSON.parse((await told)[0]).mostMb
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** From the start of the process to its first answer. */
async function startTimes(program, where) {
  const times = {}
  for (const [mode, path] of [
    ['hub', '/hub/about'],
    ['bare', '/'],
  ]) {
    const started = performance.now()
    const server = await start(program, mode, where)
    await (await fetch(`${server.url}${path}`)).text()
    times[mode] = performance.now() - started
    await server.stop()
  }
  return times
}

async function onDatabase(work) {
  const postgres = await startPostgres()
  const name = `plumbline_bench_${process.pid}`
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
    await postgres.stop()
  }
}
