/**
 * One run: a hub, its devices and the network between them, and what each step of a run does to them. Everything that passes
 * the network, and everything that any device stores, is held against the oracle at that moment.
 */
import Dexie from 'dexie'
import { vi } from 'vitest'
import type { Caller, Hub } from '../../src/hub/hub'
import { erase } from '../../src/hub/sync/erase'
import { pruneMarkers } from '../../src/hub/sync/prune'
import { pull } from '../../src/hub/sync/pull'
import { push } from '../../src/hub/sync/push'
import { perform } from '../../src/store/write'
import { syncOnce } from '../../src/sync/cycle'
import { PullRequest, PushRequest } from '../../src/wire/protocol'
import { type AnyAct, actsFor, type Inventing } from './acts'
import { type Clock, DAY_MS, HOUR_MS, seedChance, startClock } from './chance'
import { createNetwork, type Network, type Request } from './network'
import { createOracle, foreignMarks, hear, type Life, MARK, type Oracle } from './oracle'
import { copyScreens, createScreens, jumpsBack, noteGiven, type Screens } from './screen'
import { cloneDevice, openSimDevice, type SimDevice } from './sim-device'
import { AREA, copyHub, type HubCopy, openSimHub, pasteHub } from './sim-hub'
import type { Start } from './start'
import type { Step } from './steps'

const MOST_DEVICES = 7
/** Devices keep what was acknowledged for 30 days (rule 12): an older backup is never restored. */
const OLDEST_BACKUP_MS = 29 * DAY_MS
const MOST_ROUNDS = 12

interface Backup {
  readonly hub: HubCopy
  readonly life: Life
  readonly at: number
}

export interface Performed {
  readonly opId: string
  readonly device: string
  readonly field: string
  readonly kind: string
  readonly data: unknown
  isSent: boolean
}

/** What happened in a run: without these a run shows nothing. */
export interface Counts {
  ops: number
  taken: number
  refused: number
  overlaps: number
  released: number
  forks: number
  gaps: number
  restores: number
  /** Taken in one life of the area, refused in the next, and explained to the person. */
  undone: number
  resets: number
  /** Resets that went over several pages. */
  pagedResets: number
  drops: number
  erasures: number
  lateCycles: number
}

const NOTHING: Counts = {
  ops: 0,
  taken: 0,
  refused: 0,
  overlaps: 0,
  released: 0,
  forks: 0,
  gaps: 0,
  restores: 0,
  undone: 0,
  resets: 0,
  pagedResets: 0,
  drops: 0,
  erasures: 0,
  lateCycles: 0,
}

export interface World {
  readonly hub: Hub
  readonly oracle: Oracle
  readonly clock: Clock
  readonly devices: SimDevice[]
  readonly network: Network
  /** What went wrong, in the order it was seen. */
  readonly faults: string[]
  /** Every op any device has stored, by its id. */
  readonly performed: Map<string, Performed>
  readonly counts: Counts
  readonly inventing: Inventing
  readonly backups: Backup[]
  readonly screens: Screens
}

/** @param start the hub and the devices as every run finds them. */
export async function createWorld(seed: number, start: Start): Promise<World> {
  const clock = startClock()
  const newId = seedChance(seed)
  const hub = await openSimHub(clock.iso, newId)
  await pasteHub(hub, start.hub)
  let marks = 0
  const mark = () => {
    let rest = marks++
    const letters = [0, 0, 0, 0].map(() => {
      const letter = String.fromCharCode(97 + (rest % 26))
      rest = Math.floor(rest / 26)
      return letter
    })
    return `zq${letters.join('')}`
  }
  const world: World = {
    hub,
    oracle: createOracle(structuredClone(start.life)),
    clock,
    devices: [],
    network: createNetwork((request) => answer(world, request)),
    faults: [],
    performed: new Map(),
    counts: { ...NOTHING },
    inventing: { newId, mark, now: () => new Date().toISOString() },
    backups: [],
    screens: createScreens(),
  }
  for (const device of start.devices) {
    world.devices.push(await openSimDevice(device, device.copy, (...stored) => checkStored(world, ...stored)))
  }
  return world
}

export async function endWorld(world: World): Promise<void> {
  for (const { from } of world.devices.map(({ name }) => ({ from: name }))) {
    if (world.network.waiting().includes(from)) world.network.lose(from)
  }
  await Promise.all(world.devices.map(({ running }) => running))
  for (const { device } of world.devices) {
    device.tables.close()
    await Dexie.delete(device.tables.name)
  }
  await world.hub.db.close()
  vi.restoreAllMocks()
  vi.useRealTimers()
}

/** Everything a device seals passes here: no foreign word of an unreleased audit may ever be among it. */
function checkStored({ oracle, faults }: World, device: SimDevice, value: unknown, place: string): void {
  const marks = foreignMarks(oracle, device.member, JSON.stringify(value) ?? '')
  if (marks.length > 0) faults.push(`leak: ${device.name} stores ${marks.join()} at ${place}`)
}

/** The hub takes a request, as HTTP would give it to it, and every word of the answer is looked at. */
async function answer(world: World, request: Request): Promise<string> {
  const { oracle, faults } = world
  const { member, name } = named(world, request.from)
  const caller = { area: AREA, member, session: `session-${member}` }
  world.clock.show(0)
  const ask = request.what === 'push' ? answerPush : answerPull
  const text = await ask(world, caller, request).catch((cause: unknown) => {
    faults.push(`the hub broke at a ${request.what} of ${name}: ${cause}`)
    return JSON.stringify({ ok: false, error: { type: 'Busy' } })
  })
  const marks = foreignMarks(oracle, member, text)
  if (marks.length > 0) faults.push(`leak: the answer to a ${request.what} of ${name} holds ${marks.join()}`)
  return text
}

async function answerPush(world: World, caller: Caller, { text }: Request): Promise<string> {
  const { counts } = world
  const asked = PushRequest.parse(JSON.parse(text))
  for (const { opId } of asked.ops) {
    const op = world.performed.get(opId)
    if (op) op.isSent = true
  }
  const pushed = await push(world.hub, caller, asked)
  if (pushed.ok) {
    const fresh = asked.ops.filter(({ opId }) => !world.oracle.life.judged.has(opId)).map(({ n }) => n)
    for (const { n, outcome } of pushed.value.results) {
      if (!fresh.includes(n)) continue
      counts[outcome === 'refused' ? 'refused' : 'taken'] += 1
      if (outcome === 'overlap') counts.overlaps += 1
    }
    world.faults.push(...hear(world.oracle, caller.member, asked.ops, pushed.value.results))
  } else if (pushed.error.type === 'Forked') counts.forks += 1
  else if (pushed.error.type === 'Gap') counts.gaps += 1
  return JSON.stringify(pushed)
}

async function answerPull(world: World, caller: Caller, { text }: Request): Promise<string> {
  const { counts } = world
  const pulled = await pull(world.hub, caller, PullRequest.parse(JSON.parse(text)))
  for (const { mode, from, entries } of pulled.ok ? pulled.value.scopes : []) {
    if (mode === 'reset' && from === 0 && entries.length > 0) counts.resets += 1
    if (mode === 'reset' && from > 0) counts.pagedResets += 1
    counts.drops += entries.filter(({ op }) => op === 'drop').length
  }
  return JSON.stringify(pulled)
}

export async function take(world: World, step: Step): Promise<void> {
  const { devices, network, clock, backups } = world
  clock.pass(60_000)
  switch (step.do) {
    case 'act':
      return act(world, step)
    case 'sync': {
      const device = deviceAt(world, step.who)
      if (!device.running) begin(world, device, step.limit)
      return runOut(world, device)
    }
    case 'begin': {
      const device = deviceAt(world, step.who)
      if (device.running) return
      begin(world, device, step.limit)
      return settle(world, device)
    }
    case 'move':
    case 'lose':
    case 'delay':
    case 'repeat': {
      const waiting = network.waiting()
      const from = waiting[step.pick % Math.max(waiting.length, 1)]
      if (from === undefined) return
      if (step.do === 'repeat') return network.repeat(from)
      if (step.do === 'lose') network.lose(from)
      else if (step.do === 'delay') network.delay(from)
      else await network.move(from)
      return settle(world, named(world, from))
    }
    case 'arrive': {
      const late = network.late().length
      return late > 0 ? network.arrive(step.pick % late) : undefined
    }
    case 'clone': {
      const device = deviceAt(world, step.who)
      if (devices.length >= MOST_DEVICES) return
      const name = `${device.name}+${devices.length}`
      devices.push(await cloneDevice(device, name, (...stored) => checkStored(world, ...stored)))
      copyScreens(world.screens, device.name, name)
      return
    }
    case 'pass':
      clock.pass(step.hours * HOUR_MS)
      await pruneMarkers(world.hub)
      return
    case 'skew':
      deviceAt(world, step.who).offsetMs = step.days * DAY_MS
      return
    case 'backup':
      backups.push({ hub: await copyHub(world.hub), life: structuredClone(world.oracle.life), at: clock.now() })
      return
    case 'restore':
      return restore(world, step.pick)
    case 'erase':
      return eraseOne(world, step.pick)
  }
}

function deviceAt({ devices }: World, who: number): SimDevice {
  const device = devices[who % devices.length]
  if (!device) throw new Error('a run without devices')
  return device
}

function named({ devices }: World, from: string): SimDevice {
  const device = devices.find(({ name }) => name === from)
  if (!device) throw new Error(`no device is called ${from}`)
  return device
}

/** Somebody does something: the person asked, or the next one whose screen offers it. */
async function act(world: World, step: Extract<Step, { do: 'act' }>): Promise<void> {
  for (const turn of world.devices.keys()) {
    const device = deviceAt(world, step.who + turn)
    world.clock.show(device.offsetMs)
    const who = { areaId: AREA, memberId: device.member }
    const acts = await actsFor(step.name, step.pick, device.device, who, world.inventing)
    if (acts.length === 0) continue
    await performAll(world, device, acts)
    return look(world, device)
  }
}

async function performAll(world: World, device: SimDevice, acts: readonly AnyAct[]): Promise<void> {
  for (const act of acts) {
    // Whoever invents words has written them, whether or not the op is taken.
    for (const mark of JSON.stringify(act).match(MARK) ?? []) world.oracle.authorOf.set(mark, device.member)
    const done = await perform(device.device, { areaId: AREA, memberId: device.member }, act)
    if (!done.ok && 'cause' in done.error) throw new Error(`perform failed: ${JSON.stringify(done.error)}`)
    if (!done.ok) return
    const stored = await device.device.tables.ops.orderBy('order').last()
    if (!stored) throw new Error('what was performed is not pending')
    world.counts.ops += 1
    const { kind, data } = act
    const { opId, field } = stored
    if (act.kind === 'rating.set') {
      const { auditId, criterionId, rated } = act.data
      noteGiven(world.screens, device.name, `${auditId}:${criterionId}`, rated?.service ?? null)
    }
    world.performed.set(opId, { opId, device: device.name, field, kind, data, isSent: false })
  }
}

function begin(world: World, device: SimDevice, limit: number): void {
  const { clock, network } = world
  clock.show(device.offsetMs)
  const now = () => new Date(clock.now() + device.offsetMs).toISOString()
  const transport = network.transport(device.name, limit)
  device.running = syncOnce(device.device, transport, { now, newId: world.inventing.newId })
    .then((end) => {
      if (end.type === 'late') world.counts.lateCycles += 1
    })
    .catch((cause: unknown) => {
      world.faults.push(
        `sync of ${device.name} threw: ${cause instanceof Error ? (cause.stack ?? cause.message) : cause}`,
      )
    })
    .finally(() => {
      device.running = null
    })
}

/** Waits until the device has sent its next request, or its cycle is over. */
async function settle(world: World, device: SimDevice): Promise<void> {
  world.clock.show(device.offsetMs)
  if (device.running) await Promise.race([device.running, world.network.nextRequest(device.name)])
  await look(world, device)
}

/** Looks at the screen of a device: it never jumps back. */
async function look({ oracle, screens, faults }: World, device: SimDevice): Promise<void> {
  const { judged, audits } = oracle.life
  const outcomes = new Map(
    [...judged.values()].flatMap(({ data, outcome }) =>
      (JSON.stringify(data).match(MARK) ?? []).map((mark) => [mark, outcome] as const),
    ),
  )
  const jumped = await jumpsBack(screens, device, (field, mark, next) => {
    const [auditId = '', criterion = ''] = field.split(':')
    const outcome = outcomes.get(mark)
    return outcome === 'refused' || (outcome !== undefined && audits.get(auditId)?.ratings[criterion] === next)
  })
  faults.push(...jumped)
}

async function runOut(world: World, device: SimDevice): Promise<void> {
  await settle(world, device)
  while (device.running) {
    await world.network.move(device.name)
    await settle(world, device)
  }
}

/** The hub lives on from an older backup, as hub/admin/restore.ts makes it: a new epoch, and what was erased is erased again. */
async function restore(world: World, pick: number): Promise<void> {
  const { hub, oracle, clock, inventing } = world
  const recent = world.backups.filter(({ at }) => clock.now() - at < OLDEST_BACKUP_MS)
  const backup = recent[pick % Math.max(recent.length, 1)]
  if (!backup) return
  world.counts.restores += 1
  await pasteHub(hub, backup.hub)
  await hub.db.kysely.updateTable('area').set({ epoch: inventing.newId() }).execute()
  await eraseAgain(world, [...oracle.erased.keys()])
  oracle.life = structuredClone(backup.life)
}

async function eraseAgain({ hub }: World, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await erase(hub, AREA, keys as never)
}

/** A family asks for an audit to be erased. */
async function eraseOne(world: World, pick: number): Promise<void> {
  const audits = [...world.oracle.life.audits.keys()].filter((id) => !world.oracle.erased.has(`audit/${id}`))
  const id = audits[pick % Math.max(audits.length, 1)]
  if (id === undefined) return
  world.counts.erasures += 1
  world.oracle.erased.set(`audit/${id}`, world.clock.now())
  await eraseAgain(world, [`audit/${id}`])
}

/** Everything still on its way arrives, and everybody syncs until nothing moves. @returns whether it came to rest. */
export async function quietDown(world: World): Promise<boolean> {
  const { network, clock } = world
  while (network.late().length > 0) await network.arrive(0)
  for (const device of world.devices) if (device.running) await runOut(world, device)
  let before = ''
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const device of world.devices) {
      clock.pass(60_000)
      begin(world, device, 50)
      await runOut(world, device)
    }
    const pending = await Promise.all(world.devices.map(({ device }) => device.tables.ops.count()))
    const area = await world.hub.db.kysely.selectFrom('area').select(['seq', 'ops']).executeTakeFirstOrThrow()
    const after = JSON.stringify([area, pending])
    if (after === before) return true
    before = after
  }
  return false
}
