/**
 * The tables of the hub. The area is the first column of every key, so areas never wait for each other and a distributed
 * PostgreSQL can spread them. The tables of accounts (user, session, account, verification, passkey) are better-auth's.
 *
 * Bodies and payloads are kept as the JSON text they came as: JSON writes U+0000 as an escape, which both databases keep. A
 * bare U+0000 (an id, a key) neither takes: the caller refuses it first. Rule: sync.md, "Hub tables".
 */
import type { Kysely } from 'kysely'

/** One row per area: its life, and the end of its feed and of its trail. Locked by every write to the area. */
interface AreaTable {
  area: string
  /** Changes when the area is restored from a backup (rule 12 of wire/protocol.ts). */
  epoch: string
  created_at: string
  /** Of the feed: the last `seq` given. */
  seq: number
  /** Of the trail: how many ops it holds, and the hash of the last. */
  ops: number
  head: string
}

/** What is true now. */
interface RecordTable {
  area: string
  key: string
  kind: string
  scope: string
  seq: number
  rev: number
  v: number
  /** JSON array of keys. */
  refs: string
  body: string
}

/** Which records refer to a key. */
interface RefTable {
  area: string
  ref: string
  key: string
}

/** A record that left a scope. Pruned after 180 days, which raises the floor of the scope. */
interface GoneTable {
  area: string
  scope: string
  key: string
  seq: number
  reason: 'moved' | 'erased'
  at: string
}

interface ScopeTable {
  area: string
  id: string
  /** A cursor below it gets a reset. */
  floor: number
}

interface DeviceTable {
  area: string
  id: string
  member: string
  name: string
  /** The better-auth session it uses. */
  session: string | null
  last_n: number
  /** What it said was waiting when last seen: JSON { count, oldestAt }. */
  waiting: string
  seen_at: string
  /** 1 when its access was taken away. */
  revoked: number
}

/**
 * The trail: append-only. `position` counts from 1 in each area. `hash` = hash of (`prev_hash`, what the op was,
 * `payload_hash`); `payload_hash` = hash of (`salt`, `payload`). An erasure blanks `salt` and `payload`: the chain still
 * verifies, and what was erased cannot be guessed back (hub/sync/trail.ts).
 */
interface OpTable {
  area: string
  position: number
  device: string
  n: number
  op_id: string
  actor: string
  at_device: string
  at_hub: string
  kind: string
  /** `<kind>:<field>` as its spec names it; null when it names none. */
  field: string | null
  /** Key and new rev of the first row it changed; null when refused or without a change. */
  key: string | null
  rev: number | null
  outcome: 'applied' | 'overlap' | 'refused'
  /** JSON. */
  refusal: string | null
  salt: string | null
  payload: string | null
  payload_hash: string
  prev_hash: string
  hash: string
}

/** Large sealed objects, named by the hash of their content. */
interface BlobTable {
  area: string
  hash: string
  bytes: Uint8Array
  at: string
}

/** Keys erased for good: ops on them are refused, and a restore erases them again. */
interface ErasedTable {
  area: string
  key: string
  at: string
}

/** Which account acts as which member. */
interface MembershipTable {
  area: string
  member: string
  user_id: string
  at: string
}

/** A one-time link: only the hash of its token is kept. */
interface LinkTable {
  area: string
  token_hash: string
  type: 'set-up' | 'invite' | 'reset'
  member: string | null
  email: string | null
  expires_at: string
  used_at: string | null
}

export interface Schema {
  area: AreaTable
  record: RecordTable
  ref: RefTable
  gone: GoneTable
  scope: ScopeTable
  device: DeviceTable
  op: OpTable
  blob: BlobTable
  erased: ErasedTable
  membership: MembershipTable
  link: LinkTable
}

export type Dialect = 'sqlite' | 'postgres'

/** An open database of a hub, its migrations run. */
export interface HubDb {
  readonly kysely: Kysely<Schema>
  readonly dialect: Dialect
  /** Tells every process of this database, this one included, that the area changed; never what. */
  readonly notify: (area: string) => void
  /** @returns stops listening. */
  readonly onChange: (listener: (area: string) => void) => () => void
  readonly close: () => Promise<void>
}
