/**
 * The device's database. What stands in the open is only what queries need: keys, kinds, scopes, references and order.
 * Everything else is sealed by the vault.
 *
 * Effects: IndexedDB. One database per local area on this device; answers are written with strict durability.
 * Rule: architecture.md, "Everything stored passes store/vault"; performance.md, goal 4.
 */
import Dexie, { type EntityTable } from 'dexie'
import type { Key, Scope } from '../core/ops/op'
import type { Cursor } from '../wire/protocol'

export interface StoredRow {
  key: Key
  kind: string
  area: string
  scope: Scope
  refs: Key[]
  /** Grows with every write of the row on this device, whatever a hub sends. */
  rev: number
  v: number
  sealed: Uint8Array
  /** The hub's own `rev` of what this row is or was made from; left out where no hub has sent it. */
  hub?: number
  /** Pending ops show in it; what the hub sent last stands in `truth`. */
  ahead?: true
}

/** The hub's row of a key that pending ops change (rule 11 of wire/protocol.ts); `null`: the hub has sent none. */
export interface TruthRow {
  key: Key
  scope?: Scope
  row: StoredRow | null
}

export function truthOf(key: Key, row: StoredRow | undefined): TruthRow {
  return row ? { key, scope: row.scope, row } : { key, row: null }
}

/**
 * An op no hub has acknowledged yet. Without `n` it is unsent, and a later op of the same `field` takes its place; with `n` it
 * is frozen and never changes; with an `outcome` the hub has judged it, and a complete pull is still to come (rule 10).
 */
export interface PendingOp {
  order: number
  opId: string
  area: string
  kind: string
  field: string
  sealed: Uint8Array
  /** The hub's `rev` of the row it changes, as it stood here when the op was made. Left out: 0. */
  base?: number
  n?: number
  outcome?: 'applied' | 'overlap'
  /** It could not be decided here: what it does shows once the hub has judged it. */
  isUndecided?: true
}

/** An op the hub has taken, kept in case the hub is restored from an older backup (rule 12). */
export interface KeptOp extends PendingOp {
  /** ISO 8601. */
  until: string
}

/** An op the hub has refused: it stays until the person puts it aside. */
export interface RefusedOp {
  opId: string
  order: number
  area: string
  kind: string
  sealed: Uint8Array
  refusal: Uint8Array
  /** When this device heard of it; ISO 8601. */
  at: string
}

/** How far this device has a scope. `unseen`: what it held of it and the reset under way has not shown again yet. */
export interface ScopeState {
  cursor: Cursor
  unseen?: Key[]
}

/** Where a device that has joined a hub stands with it. A device that works alone has none. */
export interface StoredSync {
  id: 'sync'
  area: string
  member: string
  /** Its name to the hub. */
  device: string
  /** The `n` given last. */
  counter: number
  /** The highest `n` whose refusals are known. */
  known: number
  epoch: string | null
  scopes: Record<string, ScopeState>
  /**
   * The `rev` of the rows of the last page. Each page has one far beyond what a row may have been counted up to in between, so
   * that a page is stored without looking at what is there.
   */
  revs: number
  /** The cycle that may write, and when it began (ISO 8601): another that was taken to be asleep may not. */
  cycle: { id: string; at: string } | null
  /** When everything had been pulled last; ISO 8601. */
  completeAt: string | null
}

/** A sealed large object, named by the hash of its content. */
export interface Blob {
  hash: string
  sealed: Uint8Array
}

/** What belongs to this device alone: who is signed in, the register key, unfinished forms. Sealed as well. */
export interface Local {
  id: string
  sealed: Uint8Array
}

/** Up to a thousand entries of a list, packed as columns and sealed; written once, under a random id (columns.ts). */
export interface StoredColumns {
  id: string
  sealed: Uint8Array
}

/** Which segments make up a list, in order. `missed`: it is being built, and these rows changed meanwhile. */
export interface StoredList {
  id: 'audits'
  v: number
  segments: string[]
  missed: Key[] | null
}

/** The data key, wrapped by a key that the browser keeps and never gives out (device-key.ts). */
export interface StoredKey {
  id: 'data-key'
  wrapping: CryptoKey
  wrapped: ArrayBuffer
}

/** Of the database as this app writes it; the last of the versions below. */
export const DATABASE_VERSION = 3

export class Tables extends Dexie {
  declare rows: EntityTable<StoredRow, 'key'>
  declare ops: EntityTable<PendingOp, 'order'>
  declare blobs: EntityTable<Blob, 'hash'>
  declare local: EntityTable<Local, 'id'>
  declare keys: EntityTable<StoredKey, 'id'>
  declare columns: EntityTable<StoredColumns, 'id'>
  declare lists: EntityTable<StoredList, 'id'>
  declare truth: EntityTable<TruthRow, 'key'>
  declare kept: EntityTable<KeptOp, 'opId'>
  declare refused: EntityTable<RefusedOp, 'opId'>
  declare sync: EntityTable<StoredSync, 'id'>

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      rows: 'key, kind, scope, *refs',
      ops: '++order, &opId, field',
      blobs: 'hash',
      local: 'id',
      keys: 'id',
    })
    // Rows stay as they are; the lists are built from them when first asked for (columns-rebuild.ts).
    this.version(2).stores({ columns: 'id', lists: 'id' })
    // Rows and pending ops stay as they are: an op without a number is unsent.
    this.version(DATABASE_VERSION).stores({ truth: 'key, scope', kept: 'opId, until', refused: 'opId', sync: 'id' })
  }
}
