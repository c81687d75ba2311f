/**
 * Takes the work of a device alone into the area this device has joined: as ops a hub judges, in an order in which each finds
 * what it belongs to. What cannot be carried is listed with the reason; nothing is ever overwritten.
 *
 * Effects: IndexedDB through ops. Rule: sync.md, "No hub"; the op is core/ops/solo-adopt.ts.
 */
import { hexToBytes } from '@noble/hashes/utils.js'
import { type AdoptedRecord, keyOfAdopted } from '../core/ops/adopted-record'
import { frameworkKey } from '../core/ops/keys'
import type { Key } from '../core/ops/op'
import type { Refusal } from '../core/ops/refusal'
import { putBlobs } from './blobs'
import type { Device, Session } from './device'
import { keepRegisterKey, registerKeyOf } from './register-key'
import type { StorageRefusal } from './storage-refusal'
import { CARRIED, type SoloWork } from './work-file'
import { perform } from './write'

/** Of one op: few enough that one bad record is soon found among them, and far below what a hub takes at once. */
const MOST_RECORDS = 100
const MOST_CHARACTERS = 1_000_000

/** Each member of the file as a member of the area; those nobody stands for are left out. */
export type MemberMap = Readonly<Record<string, string>>

export interface NotCarried {
  readonly key: Key
  readonly why: Refusal | StorageRefusal | { readonly type: 'Unreadable' }
}

export interface Adopted {
  readonly carried: number
  readonly notCarried: readonly NotCarried[]
}

/**
 * @returns once everything that could be carried is durable here; the hub judges it with the next sync.
 */
export async function adoptSolo(device: Device, who: Session, work: SoloWork, members: MemberMap): Promise<Adopted> {
  await putBlobs(device, work.blobs)
  // Whoever works with the registers of this area has its key already; theirs opens the plans that come.
  if (work.registerKey !== null && !(await registerKeyOf(device))) {
    await keepRegisterKey(device, hexToBytes(work.registerKey))
  }
  const notCarried: NotCarried[] = work.unreadable.map((key) => ({ key: toKey(key), why: { type: 'Unreadable' } }))
  let carried = 0

  /** Halves what is refused until the record that is at fault stands alone. */
  async function adopt(records: readonly AdoptedRecord[]): Promise<void> {
    if (records.length === 0) return
    const from = { areaId: work.areaId, memberId: work.memberId }
    const data = { from, members: { ...members }, records: [...frameworksOf(records, work.records), ...records] }
    const done = await perform(device, who, { kind: 'solo.adopt', data })
    if (done.ok) {
      carried += records.length
      return
    }
    const [only, ...more] = records
    if (only && more.length === 0) notCarried.push({ key: keyOfAdopted(only), why: done.error })
    else {
      const middle = Math.ceil(records.length / 2)
      await adopt(records.slice(0, middle))
      await adopt(records.slice(middle))
    }
  }
  for (const batch of batchesOf(work.records)) await adopt(batch)
  return { carried, notCarried }
}

/** The frameworks that the cycles of these records pin: a judge finds a cycle by its record, and its framework only here. */
function frameworksOf(records: readonly AdoptedRecord[], all: readonly AdoptedRecord[]): readonly AdoptedRecord[] {
  const ids = new Set(records.flatMap((record) => (NEEDS_FRAMEWORK.has(record.kind) ? cyclesOf(record) : [])))
  const cycles = all.filter((record) => record.kind === 'cycle').filter(({ id }) => ids.has(id))
  const pinned = new Set(cycles.map(({ body }) => frameworkKey(body.framework.id, body.framework.version)))
  return all.filter((record) => record.kind === 'framework' && pinned.has(keyOfAdopted(record)))
}

/** Kinds that are checked against the framework of their cycle, which they do not name themselves. */
const NEEDS_FRAMEWORK: ReadonlySet<string> = new Set(['assignment', 'moderation', 'alert'])

function cyclesOf({ body }: AdoptedRecord): readonly string[] {
  return 'cycleId' in body ? [body.cycleId] : []
}

/** What others belong to comes before them, and an audit before the revision that takes its place. */
export function batchesOf(records: readonly AdoptedRecord[]): readonly (readonly AdoptedRecord[])[] {
  const ordered = [...records].sort(
    (a, b) => CARRIED[a.kind] - CARRIED[b.kind] || openedAt(a).localeCompare(openedAt(b)),
  )
  const batches: AdoptedRecord[][] = []
  let characters = 0
  for (const record of ordered) {
    const last = batches.at(-1)
    const size = JSON.stringify(record).length
    const fits = last?.[0]?.kind === record.kind && last.length < MOST_RECORDS && characters + size <= MOST_CHARACTERS
    if (fits) last.push(record)
    else batches.push([record])
    characters = fits ? characters + size : size
  }
  return batches
}

function openedAt(record: AdoptedRecord): string {
  return record.kind === 'audit' ? record.body.openedAt : ''
}

function toKey(text: string): Key {
  const [kind = '', ...id] = text.split('/')
  return `${kind}/${id.join('/')}`
}
