/**
 * Judges the ops of one batch, one after the other, as the authority: the same `decide` as on the device, with the member's
 * real roles and every row there is, and then the consequences that only a hub may draw.
 *
 * Effects: reads of rows. Nothing is written here. Rule: rules 1 and 2 of wire/protocol.ts; sync.md, "Optimistic concurrency".
 */
import type { Role } from '../../core/access/member'
import { also, asks, consequences } from '../../core/ops/consequences'
import type { Change, Key, Rows } from '../../core/ops/op'
import { err, ok, type Result } from '../../core/result'
import type { WireOp } from '../../wire/protocol'
import { type AskedOp, readOp } from './asked-op'
import type { HeldRows } from './held-rows'
import type { OpRefusal } from './refusal'
import { isOverlap } from './rules'
import { isPlain } from './wellformed'

/** Who does the ops of a batch. */
export interface Doer {
  readonly device: string
  readonly actor: string
  /** Kinds of op they may send at all. */
  readonly mayDo: (kind: string) => boolean
  /** The row that `roles` reads. */
  readonly memberKey: Key
  /** As they are now; `null` for one who is no member, or not any more. */
  readonly roles: (rows: Rows) => readonly Role[] | null
}

/** What a batch needs to know beyond rows. */
export interface Known {
  /** The latest rev by which another device set a field; 0 when none did. */
  readonly foreignRev: (field: string) => number
  readonly hasBlob: (hash: string) => boolean
}

/** What an op did: the field it set, and the first row it changed. */
export interface Judged {
  readonly field: string | null
  readonly key: Key | null
  readonly rev: number | null
  readonly outcome: 'applied' | 'overlap' | 'refused'
  readonly refusal: OpRefusal | null
  readonly missingBlobs: readonly string[]
}

export type Asked = { readonly op: WireOp; readonly asked: Result<AskedOp, OpRefusal> }

export function readOps(ops: readonly WireOp[], doer: Doer): readonly Asked[] {
  return ops.map((op) => ({ op, asked: readOp(op, doer.mayDo) }))
}

/**
 * Loads for the whole batch at once what its ops read, and what will follow from them: most often they change the first row
 * they read. What is not foreseen here is loaded when it is needed.
 */
export async function loadForAll(read: readonly Asked[], doer: Doer, held: HeldRows): Promise<void> {
  const sound = soundOps(read)
  await held.load(
    [doer.memberKey, ...sound.flatMap(({ reads }) => reads)],
    sound.flatMap(({ lists }) => lists),
  )
  const first = sound.flatMap(({ reads }) => {
    const row = reads[0] === undefined ? 'unknown' : held.get(reads[0])
    return typeof row === 'string' ? [] : [row]
  })
  await loadAsked(asks(first), held)
}

export function soundOps(read: readonly Asked[]): readonly AskedOp[] {
  return read.flatMap(({ asked }) => (asked.ok ? [asked.value] : []))
}

/** Judges one op and leaves what it changed in `held`. */
export async function judge({ op, asked }: Asked, doer: Doer, held: HeldRows, known: Known): Promise<Judged> {
  const field = asked.ok ? asked.value.field : null
  const overlaps = field !== null && isOverlap(known.foreignRev(field), op.base)
  const decided = asked.ok ? await decide(asked.value, op, doer, held, overlaps) : asked
  if (!decided.ok) {
    return { field, key: null, rev: null, outcome: 'refused', refusal: decided.error, missingBlobs: [] }
  }
  const [first] = decided.value
  const revs = decided.value.map((change) => held.put(change))
  await drawConsequences(decided.value, held, op.at)
  return {
    field,
    key: first?.key ?? null,
    rev: revs[0] ?? null,
    outcome: overlaps ? 'overlap' : 'applied',
    refusal: null,
    missingBlobs: asked.ok ? asked.value.blobs.filter((hash) => !known.hasBlob(hash)) : [],
  }
}

async function decide(
  { spec, data, reads, lists, blobs }: AskedOp,
  op: WireOp,
  doer: Doer,
  held: HeldRows,
  overlaps: boolean,
): Promise<Result<readonly Change[], OpRefusal>> {
  if (!held.has(reads, lists)) await held.load(reads, lists)
  const roles = doer.roles(held)
  if (roles === null) return err({ type: 'Forbidden' })
  if ([...reads, ...lists].some(held.isErased)) return err({ type: 'Erased' })
  if (overlaps && spec.onOverlap === 'mustMatch') return err({ type: 'Stale' })
  const decision = spec.decide({ actor: doer.actor, roles, at: op.at, isOverlap: overlaps }, held, data)
  if (!decision.ok) return decision
  const changes = decision.value.map((change) => namingBlobs(change, blobs))
  if (!changes.every(isStorable)) return err({ type: 'Malformed' })
  const keys = changes.map(({ key }) => key)
  if (!held.has(keys)) await held.load(keys)
  return changes.some(({ key }) => held.isErased(key)) ? err({ type: 'Erased' }) : ok(changes)
}

/** A row refers to the blobs it names: whoever may read the row may read them (blobs.ts). */
function namingBlobs(change: Change, blobs: readonly string[]): Change {
  return blobs.length === 0 ? change : { ...change, refs: [...change.refs, ...blobs.map(blobKey)] }
}

export function blobKey(hash: string): Key {
  return `blob/${hash}`
}

function isStorable({ key, scope, refs }: Change): boolean {
  return [key, scope, ...refs].every((text) => isPlain(text))
}

/** What follows may ask for more to follow; each subject and cycle is asked once for an op. What was erased stays so. */
async function drawConsequences(changes: readonly Change[], held: HeldRows, at: string): Promise<void> {
  const asked = new Set(asks(changes))
  // A set gives what is added to it while it is walked.
  for (const key of asked) {
    await loadAsked([key], held)
    const following = consequences(key, held, at)
    const keys = following.map((change) => change.key)
    if (!held.has(keys)) await held.load(keys)
    const drawn = following.filter((change) => !held.isErased(change.key))
    for (const change of drawn) held.put(change)
    for (const next of asks(drawn)) asked.add(next)
  }
}

/** The rows of these keys, all that refer to them, and what `also` names beside. */
async function loadAsked(asked: readonly Key[], held: HeldRows): Promise<void> {
  if (!held.has(asked, asked)) await held.load(asked, asked)
  const named = new Set<Key>()
  for (;;) {
    const fresh = asked.flatMap((key) => also(key, held)).filter((key) => !named.has(key))
    if (fresh.length === 0) return
    for (const key of fresh) named.add(key)
    if (!held.has(fresh)) await held.load(fresh)
  }
}
