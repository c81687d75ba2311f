/**
 * What must hold once everybody has synced and nothing moves any more. Each fault is one sentence; none means that nothing was
 * lost, doubled, stuck or seen by the wrong eyes in this run.
 */
import * as z from 'zod/mini'
import { verify } from '../../src/hub/admin/verify'
import type { Device } from '../../src/store/device'
import { placeOf } from '../../src/store/device'
import { type AuditTruth, MARK, mayRead, type Oracle } from './oracle'
import type { SimDevice } from './sim-device'
import { AREA } from './sim-hub'
import type { World } from './world'

interface HubRow {
  readonly scope: string
  readonly rev: number
  readonly body: unknown
}

export async function faultsAtRest(world: World): Promise<readonly string[]> {
  const { hub, oracle } = world
  const records = await hub.db.kysely.selectFrom('record').selectAll().where('area', '=', AREA).execute()
  const truth = new Map(
    records.map(({ key, scope, rev, body }): [string, HubRow] => [key, { scope, rev, body: JSON.parse(body) }]),
  )
  const verified = await verify(hub.db.kysely)
  const devices = await Promise.all(world.devices.map((device) => faultsOfDevice(world, device, truth)))
  return [
    ...(verified.ok ? [] : [`the trail does not verify: ${verified.why}`]),
    ...faultsOfHub(oracle, truth),
    ...(await faultsOfOps(world)),
    ...devices.flat(),
  ]
}

/** The hub's own records against the oracle: what every taken op did is there, and did it once. */
function faultsOfHub(oracle: Oracle, truth: ReadonlyMap<string, HubRow>): readonly string[] {
  const faults: string[] = []
  for (const key of oracle.erased.keys()) if (truth.has(key)) faults.push(`${key} was erased and is there`)
  for (const [id, audit] of oracle.life.audits) {
    const key = `audit/${id}`
    const row = truth.get(key)
    if (oracle.erased.has(key)) continue
    if (!row) {
      faults.push(`${key} is lost at the hub`)
      continue
    }
    const expected = `${audit.released ? 'auditors' : `author:${audit.author}`}`
    if (row.scope !== expected) faults.push(`${key} is in ${row.scope}, not in ${expected}`)
    const said = summaryOf(row.body)
    const wanted = summaryOfTruth(audit)
    if (said !== wanted) faults.push(`${key} says ${said}, not ${wanted}`)
    if (row.rev !== audit.changes) faults.push(`${key} was changed ${row.rev} times, not ${audit.changes}`)
  }
  return faults
}

type AuditBody = {
  readonly state: string
  readonly ratings: Readonly<Record<string, { readonly service?: string }>>
  readonly notes: Readonly<Record<string, string>>
  readonly otherNotes?: Readonly<Record<string, string>>
  readonly override: { readonly reason: string } | null
}

function summaryOf(body: unknown): string {
  const { state, ratings, notes, otherNotes = {}, override } = body as AuditBody
  const rated = Object.entries(ratings).map(([id, { service = '' }]) => `${id}=${service}`)
  const noted = [...Object.entries(notes), ...Object.entries(otherNotes)].flatMap(([id, text]) =>
    (text.match(MARK) ?? []).map((mark) => `${id}:${mark}`),
  )
  return [state, ...rated.sort(), ...noted.sort(), override?.reason.match(MARK)?.[0] ?? '-'].join(' ')
}

function summaryOfTruth({ state, ratings, notes, override }: AuditTruth): string {
  const rated = Object.entries(ratings).map(([id, mark]) => `${id}=${mark}`)
  const noted = Object.entries(notes).flatMap(([id, marks]) => marks.map((mark) => `${id}:${mark}`))
  return [state, ...rated.sort(), ...noted.sort(), override ?? '-'].join(' ')
}

const Named = z.object({ auditId: z.nullish(z.string()) })

/** Every op ever stored on a device is in the trail once; or was refused and says so; or a later one took its place unsent. */
async function faultsOfOps({ hub, oracle, performed, devices }: World): Promise<readonly string[]> {
  const trail = await hub.db.kysely
    .selectFrom('op')
    .select(['op_id', 'outcome', 'refusal'])
    .where('area', '=', AREA)
    .execute()
  const outcomes = new Map<string, string>()
  const faults: string[] = []
  for (const { op_id, outcome, refusal } of trail) {
    const { auditId } = Named.parse(oracle.life.judged.get(op_id)?.data ?? {})
    const isThere = oracle.life.audits.get(auditId ?? '')?.author === oracle.life.judged.get(op_id)?.actor
    const isMissed = refusal === JSON.stringify({ type: 'Missing', key: `audit/${auditId}` })
    if (isThere && isMissed) faults.push(`op ${op_id} came before what it builds on`)
    if (outcomes.has(op_id)) faults.push(`op ${op_id} is in the trail twice`)
    outcomes.set(op_id, outcome)
    const heard = oracle.life.judged.get(op_id)?.outcome
    if (performed.has(op_id) && heard !== outcome)
      faults.push(`op ${op_id} is ${outcome}, and its device was told ${heard}`)
  }
  const explained = new Set<string>()
  for (const { device } of devices) {
    for (const opId of await device.tables.refused.toCollection().primaryKeys()) explained.add(opId)
  }
  const lastOfField = new Map<string, string>()
  for (const { opId, device, field } of performed.values()) lastOfField.set(`${device} ${field}`, opId)
  for (const op of performed.values()) {
    const isReplaced = !op.isSent && lastOfField.get(`${op.device} ${op.field}`) !== op.opId
    const isErased = [...oracle.erased.keys()].some((key) =>
      JSON.stringify(op.data).includes(key.slice(key.indexOf('/') + 1)),
    )
    // What was refused in an earlier life of the area stays with the person: the hub need not hear of it again.
    if (isReplaced || isErased || explained.has(op.opId)) continue
    const outcome = outcomes.get(op.opId)
    if (outcome === undefined) faults.push(`${op.kind} ${op.opId} of ${op.device} is lost`)
    if (outcome === 'refused') faults.push(`${op.kind} ${op.opId} of ${op.device} was refused, and nobody is told`)
  }
  return faults
}

/** A device holds exactly what its member may read, as the hub has it; nothing waits, and the screen shows just that. */
async function faultsOfDevice(
  world: World,
  { name, member, device }: SimDevice,
  truth: ReadonlyMap<string, HubRow>,
): Promise<readonly string[]> {
  const { oracle } = world
  const faults: string[] = []
  const rows = await device.tables.rows.toArray()
  const held = new Map(rows.map((row) => [row.key as string, row]))
  for (const [key, { scope, body }] of truth) {
    const row = held.get(key)
    const may = mayRead(oracle, member, key)
    if (may && !row) faults.push(`${name} lacks ${key}`)
    if (!may && row) faults.push(`${name} holds ${key}, which is not for them`)
    if (!may || !row) continue
    const opened = device.vault.open(row.sealed, placeOf(row))
    if (row.scope !== scope) faults.push(`${name} has ${key} in ${row.scope}, the hub in ${scope}`)
    if (JSON.stringify(opened) !== JSON.stringify(body)) faults.push(`${name} has another ${key} than the hub`)
    if (row.ahead) faults.push(`${name} shows ${key} ahead of the hub`)
  }
  for (const { key } of rows) if (!truth.has(key)) faults.push(`${name} holds ${key}, which the hub does not have`)
  const { ops, truth: kept } = device.tables
  const stuck = await ops.toArray()
  if (stuck.length > 0) faults.push(`${name} has stuck: ${stuck.map(({ kind, opId }) => `${kind} ${opId}`).join()}`)
  if ((await kept.count()) > 0) faults.push(`${name} keeps truth of rows that nothing waits for`)
  // Whoever has left is told nothing any more, so that nothing can be taken from them either.
  if (oracle.life.members.get(member)?.active) faults.push(...(await faultsOfErasure(world, name, device)))
  return faults
}

/** Nothing of an erased record waits to be sent. A device that missed the drop keeps what it sent before for its 30 days. */
async function faultsOfErasure({ oracle }: World, name: string, device: Device): Promise<readonly string[]> {
  const faults: string[] = []
  for (const table of ['ops'] as const) {
    const erased = [...oracle.erased.keys()]
    for (const op of await device.tables[table].toArray()) {
      const said = JSON.stringify(device.vault.open(op.sealed, `op|${op.area}|${op.opId}`))
      const key = erased.find((one) => said.includes(one.slice(one.indexOf('/') + 1)))
      if (key) faults.push(`${name} keeps a ${op.kind} of ${key}, which was erased, in ${table}`)
    }
  }
  return faults
}
