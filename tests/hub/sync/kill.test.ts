/**
 * kill -9 of the hub at random moments under load. What a device was told is done is there once, nothing is there twice, the
 * chain verifies and the counters are right: after every single kill. In the long run the database server is killed too.
 */
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPostgres } from '../../../scripts/lib/postgres.mjs'
import { verify } from '../../../src/hub/admin/verify'
import { openHubDb } from '../../../src/hub/db/open'
import type { HubDb, Schema } from '../../../src/hub/db/schema'
import { readSnapshot } from '../../../src/hub/db/transactions'
import { forEachDatabase } from '../databases'
import { HttpDevice, setUpPlace } from './http-device'
import { buildHub, freePort, HubProcesses } from './hub-process'
import { type Act, CRITERIA, cycleActs, openingActs } from './room'

const KILLS = process.env.PLUMBLINE_LONG ? 200 : 20
const DEVICES = 4
const SUBJECTS = 4
const SERVER_KILLS = 20
/** The area and its standards. */
const BEFORE_ANY_DEVICE = 3
const RATINGS = ['met', 'partly', 'not-met'] as const

forEachDatabase('a hub that is killed under load', (database) => {
  let program = ''
  beforeAll(async () => {
    program = await buildHub()
  })
  afterAll(() => rmSync(dirname(program), { recursive: true, force: true }))

  it(`has what it said it has, after each of ${KILLS} kills`, { timeout: 20_000 + KILLS * 8_000 }, async () => {
    const where = await database.fresh()
    const hubs = new HubProcesses(program, where, await freePort())
    try {
      await underLoad(where, hubs, KILLS, async (isSound) => {
        await hubs.kill()
        await isSound()
        await hubs.start()
      })
    } finally {
      hubs.end()
    }
  })

  // A server of its own: its death is the death of every test that uses it.
  const hasServer = database.dialect === 'postgres' && process.env.PLUMBLINE_LONG
  it.runIf(hasServer)('has what it said it has when its database server dies', { timeout: 600_000 }, async () => {
    const shared = process.env.PLUMBLINE_TEST_DATABASE
    delete process.env.PLUMBLINE_TEST_DATABASE
    const server = await startPostgres()
    process.env.PLUMBLINE_TEST_DATABASE = shared
    const hubs = new HubProcesses(program, server.url, await freePort())
    try {
      await underLoad(server.url, hubs, SERVER_KILLS, async (isSound) => {
        await killServer(server.url)
        await isSound()
      })
    } finally {
      hubs.end()
      await server.stop()
    }
  })
})

/** Devices at work on a fresh hub, while something terrible happens at `times` random moments. */
async function underLoad(
  where: string,
  hubs: HubProcesses,
  times: number,
  happens: (isSound: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const { url, setUpLink } = await hubs.start()
  const place = await setUpPlace(url, setUpLink ?? '')
  const devices = Array.from({ length: DEVICES }, (_, i) => new HttpDevice(place, `d-${i}`))
  await devices[0]?.push(cycleActs(SUBJECTS, [{ id: place.member, agency: 'education' }]))
  for (let i = 1; i <= SUBJECTS; i += 1) await devices[0]?.push(openingActs(place.member, `s${i}`))
  let isOver = false
  const working = Promise.all(devices.map((device, i) => work(device, place.member, i, () => isOver)))
  const answered = () => devices.reduce((sum, { outcomes }) => sum + outcomes.size, 0)
  for (const moment of fc.sample(fc.integer({ min: 0, max: 150 }), times)) {
    const before = answered()
    while (answered() === before) await wait(2)
    await wait(moment)
    await happens(() => check(where, place.area, devices))
  }
  isOver = true
  await working
  const trail = await check(where, place.area, devices)
  expect(trail.length).toBe(BEFORE_ANY_DEVICE + answered())
  // Hubs were met at work, and devices did not learn what became of their ops.
  expect(answered()).toBeGreaterThan(times * DEVICES)
  expect(devices.reduce((sum, { retries }) => sum + retries, 0)).toBeGreaterThan(times)
}

/** One process of the server is killed, and the server treats it as a crash: it ends all and recovers from its log. */
async function killServer(where: string): Promise<void> {
  const client = new pg.Client({ connectionString: where })
  client.on('error', () => undefined)
  await client.connect()
  const busy = await client.query(
    "select pid from pg_stat_activity where application_name = 'plumbline' and state <> 'idle' limit 1",
  )
  const own = await client.query('select pg_backend_pid() as pid')
  const ended = new Promise((resolve) => client.once('end', resolve))
  process.kill(busy.rows[0]?.pid ?? own.rows[0].pid, 'SIGKILL')
  await ended
}

/** Rates and notes, in batches of many sizes, on drafts that every device works on. */
async function work(device: HttpDevice, member: string, seed: number, isOver: () => boolean): Promise<void> {
  for (let turn = seed; !isOver(); turn += 1) {
    const acts = Array.from({ length: 1 + ((turn * 7) % 30) }, (_, i): Act => {
      const auditId = `${member}-s${1 + ((turn + i * seed) % SUBJECTS)}`
      const criterionId = CRITERIA[(turn + i) % CRITERIA.length] ?? ''
      if (i % 5 === 0) return { kind: 'note.set', data: { auditId, criterionId, text: `Words ${seed} ${turn} ${i}` } }
      return { kind: 'rating.set', data: { auditId, criterionId, rated: { rating: RATINGS[(turn + i) % 3] ?? 'met' } } }
    })
    await device.push(acts)
  }
}

/** Reads the whole database in one moment, the hub dead or not. @returns the trail. */
async function check(where: string, area: string, devices: readonly HttpDevice[]): Promise<readonly Schema['op'][]> {
  // What the devices have been told until now; they may be told more while this is read.
  const told = devices.map(({ outcomes }) => new Map(outcomes))
  const db = await untilOpen(where)
  try {
    return await readSnapshot(db, async (trx) => {
      expect(await verify(trx)).toMatchObject({ ok: true })
      const trail = await trx.selectFrom('op').selectAll().where('area', '=', area).orderBy('position').execute()
      const byId = new Map(trail.map((op) => [op.op_id, op]))
      expect(byId.size).toBe(trail.length)
      const counters = await trx.selectFrom('device').select(['id', 'last_n']).where('area', '=', area).execute()
      for (const [i, device] of devices.entries()) {
        for (const [opId, { outcome }] of told[i] ?? []) expect(byId.get(opId)?.outcome).toBe(outcome)
        const own = trail.filter((op) => op.device === device.id)
        for (const op of own) expect(device.sent.get(op.op_id)?.n).toBe(op.n)
        expect(own.map(({ n }) => n)).toEqual(own.map((_, at) => at + 1))
        expect(counters.find(({ id }) => id === device.id)?.last_n ?? 0).toBe(own.length)
      }
      const audits = await trx.selectFrom('record').select(['key', 'body']).where('kind', '=', 'audit').execute()
      for (const { key, body } of audits) expect(JSON.parse(body).ratings).toEqual(ratingsBy(trail, key))
      return trail
    })
  } finally {
    await db.close()
  }
}

/** A database server that has crashed takes nobody until it has recovered. */
async function untilOpen(where: string): Promise<HubDb> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await openHubDb(where)
    } catch (cause) {
      if (tries > 200) throw cause
      await wait(50)
    }
  }
}

/** What the ratings of an audit must be by what the trail says was done to it. */
function ratingsBy(trail: readonly Schema['op'][], key: string): Record<string, unknown> {
  const done = trail.filter((op) => op.key === key && op.kind === 'rating.set' && op.outcome !== 'refused')
  return Object.fromEntries(
    done.map(({ payload }) => {
      const { criterionId, rated } = JSON.parse(payload ?? '')
      return [criterionId, rated]
    }),
  )
}
