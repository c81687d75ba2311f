/**
 * The device's database. What stands in the open is only what queries need: keys, kinds, scopes, references and order.
 * Everything else is sealed by the vault.
 *
 * Effects: IndexedDB. One database per local area on this device; answers are written with strict durability.
 * Rule: architecture.md, "Everything stored passes store/vault"; performance.md, goal 4.
 */
import Dexie, { type EntityTable } from 'dexie'
import type { Key, Scope } from '../core/ops/op'

export interface StoredRow {
  key: Key
  kind: string
  area: string
  scope: Scope
  refs: Key[]
  rev: number
  v: number
  sealed: Uint8Array
}

/** An op no hub has acknowledged yet. `field` lets a later op of the same field take its place while it is unsent. */
export interface PendingOp {
  order: number
  opId: string
  area: string
  kind: string
  field: string
  sealed: Uint8Array
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
export const DATABASE_VERSION = 2

export class Tables extends Dexie {
  declare rows: EntityTable<StoredRow, 'key'>
  declare ops: EntityTable<PendingOp, 'order'>
  declare blobs: EntityTable<Blob, 'hash'>
  declare local: EntityTable<Local, 'id'>
  declare keys: EntityTable<StoredKey, 'id'>
  declare columns: EntityTable<StoredColumns, 'id'>
  declare lists: EntityTable<StoredList, 'id'>

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
    this.version(DATABASE_VERSION).stores({ columns: 'id', lists: 'id' })
  }
}
