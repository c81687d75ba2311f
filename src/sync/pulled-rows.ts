/**
 * What a page of the hub does to the rows it is about: which are put, which go, and how far each scope is then.
 *
 * Effects: reads of IndexedDB, within the caller's transaction. Rules 6, 7 and 8 of wire/protocol.ts.
 */
import type { Key, Scope } from '../core/ops/op'
import type { Device } from '../store/device'
import type { ScopeState } from '../store/tables'
import type { PullAnswer, PulledEntry, PulledScope } from '../wire/protocol'
import { dropApplies, resetBegins, scopesGone, swept } from './rules'

/** A row as the hub has it. */
export interface HubRow {
  readonly key: Key
  readonly scope: Scope
  readonly refs: readonly Key[]
  readonly rev: number
  readonly v: number
  readonly body: unknown
}

export interface PulledRows {
  /** By key; `null`: the hub has none that this device may read. */
  readonly rows: ReadonlyMap<Key, HubRow | null>
  /** Whether nothing is shown under a key yet; of a large page nobody knows, and `false` is said. */
  readonly isNew: (key: Key) => boolean
  readonly erased: ReadonlySet<Key>
  readonly scopes: Readonly<Record<string, ScopeState>>
}

/** A page of more rows is stored without looking at what is there: it costs as much as storing it. */
const MOST_LOOKED_AT = 500

/** @param truthKeys keys whose hub row stands in `truth` and not in `rows`. */
export async function readPage(
  { tables }: Device,
  scopes: Readonly<Record<string, ScopeState>>,
  answer: PullAnswer,
  truthKeys: ReadonlySet<Key>,
): Promise<PulledRows> {
  const entries = answer.scopes.flatMap((page) => page.entries)
  const isLarge = entries.length > MOST_LOOKED_AT
  const keys = entries.filter(({ op }) => !isLarge || op === 'drop').map(({ key }) => keyOf(key))
  const shown = byKey(await tables.rows.bulkGet(keys))
  const truth = byKey(await tables.truth.bulkGet(keys.filter((key) => truthKeys.has(key))))
  const rows = new Map<Key, HubRow | null>()
  const erased = new Set<Key>()
  const unseen = new Map(
    Object.entries(scopes).flatMap(([id, state]) => (state.unseen ? [[id, new Set(state.unseen)]] : [])),
  )

  /** The keys of the rows that the hub has in a scope, as far as this device knows. */
  async function keysIn(scope: string): Promise<readonly Key[]> {
    const plain = await tables.rows.where('scope').equals(scope).primaryKeys()
    const kept = await tables.truth.where('scope').equals(scope).primaryKeys()
    return [...plain.filter((key) => !truthKeys.has(key)), ...kept]
  }
  function heldIn(key: Key): { readonly scope: string } | null {
    const pulled = rows.get(key)
    if (pulled !== undefined) return pulled
    const scope = truthKeys.has(key) ? truth.get(key)?.scope : shown.get(key)?.scope
    return scope === undefined ? null : { scope }
  }
  function take(entry: PulledEntry, scope: string): void {
    const key = keyOf(entry.key)
    if (entry.op === 'put') {
      const { refs, rev, v, body } = entry
      rows.set(key, { key, scope: scopeOf(scope), refs: refs.map(keyOf), rev, v, body })
      for (const keys of unseen.values()) keys.delete(key)
    } else if (entry.reason === 'erased') {
      erased.add(key)
      rows.set(key, null)
    } else if (dropApplies(heldIn(key), scope)) rows.set(key, null)
  }

  const gone = scopesGone(answer)
  for (const scope of gone) for (const key of await keysIn(scope)) rows.set(key, null)
  for (const { id, mode, from } of answer.scopes) {
    if (resetBegins({ mode, from })) unseen.set(id, new Set(await keysIn(id)))
  }
  for (const { id, entries } of answer.scopes) for (const entry of entries) take(entry, id)
  for (const { id, more } of answer.scopes) {
    if (more) continue
    for (const key of swept(unseen.get(id))) rows.set(key, null)
    unseen.delete(id)
  }
  const after = Object.entries(scopes).filter(([id]) => !gone.includes(id))
  const states = [...after, ...answer.scopes.map((page) => [page.id, stateAfter(page)] as const)]
  return {
    rows,
    isNew: (key) => !isLarge && !shown.has(key),
    erased,
    scopes: Object.fromEntries(states.map(([id, state]) => [id, withUnseen(state, unseen.get(id))])),
  }
}

function stateAfter({ mode, seq, floor, more }: PulledScope): ScopeState {
  return { cursor: mode === 'reset' && more ? { resetAt: seq, floor } : seq }
}

function withUnseen({ cursor }: ScopeState, unseen: ReadonlySet<Key> | undefined): ScopeState {
  return unseen ? { cursor, unseen: [...unseen] } : { cursor }
}

function byKey<T extends { readonly key: Key }>(found: readonly (T | undefined)[]): ReadonlyMap<Key, T> {
  return new Map(found.flatMap((one) => (one ? [[one.key, one]] : [])))
}

function keyOf(text: string): Key {
  const [kind = '', ...id] = text.split('/')
  return `${kind}/${id.join('/')}`
}

/** A newer hub may know scopes this app does not: their rows are kept as they are. */
function scopeOf(id: string): Scope {
  return id as Scope
}
