/**
 * The hinge of the product: an op is one thing a person does. Each kind has a schema, the keys it reads and a pure
 * decision. The app runs `decide` to show the result at once; a hub runs the same `decide` as the authority.
 *
 * Pure: time, ids and seeds come in with the data. Rule: architecture.md, "The hinge: an op".
 */
import type * as z from 'zod/mini'
import type { Role } from '../access/member'
import { err, type Result } from '../result'
import type { Refusal } from './refusal'

/** `<kind>/<id>`, for example `audit/9f2c…`. */
export type Key = `${string}/${string}`

/** Who may read a row; a row has exactly one. Who reads which: core/access/scopes-for.ts. */
export type Scope = 'area' | 'managers' | 'auditors' | `author:${string}` | `service:${string}`

/** What is true now. `refs` are the keys a row belongs to; with key and scope they are all that is stored in the open. */
export interface Row {
  readonly key: Key
  readonly area: string
  readonly scope: Scope
  readonly refs: readonly Key[]
  readonly rev: number
  readonly v: number
  readonly body: unknown
}

/** The new state of one row, as an op decides it. */
export interface Change {
  readonly key: Key
  readonly scope: Scope
  readonly refs: readonly Key[]
  readonly body: unknown
}

/** Who acts, as what, and when (ISO 8601 time). */
export interface Ctx {
  readonly actor: string
  readonly roles: readonly Role[]
  readonly at: string
  /** Another device changed the same field since this op was made, and the op goes in all the same (`lastWins`). */
  readonly isOverlap?: boolean
}

/** The rows an op asked for. `absent`: there is no such row; `unknown`: this device does not hold it. */
export interface Rows {
  get(key: Key): Row | 'absent' | 'unknown'
  /** Every row held here that refers to a key the op named in `lists`. A device may not see all there are. */
  list(ref: Key): readonly Row[]
}

export type Decision = Result<readonly Change[], Refusal>

export interface OpSpec<D> {
  /** What the op carries. */
  readonly data: z.ZodMiniType<D>
  /** What happens when somebody changed the same field meanwhile (sync.md, "Optimistic concurrency"). */
  readonly onOverlap: 'lastWins' | 'mustMatch'
  /** The keys of the rows it needs. Of an op with a `field` the first is the row that holds it, and it is changed first. */
  readonly reads: (data: D) => readonly Key[]
  /** Keys whose referring rows the decision needs as well (`Rows.list`). */
  readonly lists?: (data: D) => readonly Key[]
  /** Content hashes of the blobs that its rows name: a hub takes the op only once it has them. */
  readonly blobs?: (data: D) => readonly string[]
  readonly decide: (ctx: Ctx, rows: Rows, data: D) => Decision
  /**
   * Names the field it sets: unsent ops with the same name replace each other, and the hub compares by it what two
   * devices did. Left out: every op is kept, and its own checks are the comparison.
   */
  readonly field?: (data: D) => string
}

/** The part of a key after the slash. */
export function idOf(key: Key): string {
  return key.slice(key.indexOf('/') + 1)
}

/** The part of a key before the slash: the kind of record. */
export function kindOf(key: Key): string {
  return key.slice(0, key.indexOf('/'))
}

const parsed = new WeakMap<object, unknown>()

/**
 * The body of a row under its schema; parsed once for each stored body.
 * @throws when a stored body does not fit: only a bug or damage can cause that.
 */
export function bodyOf<T>(schema: z.ZodMiniType<T>, row: Row): T {
  const { body } = row
  if (typeof body !== 'object' || body === null) return schema.parse(body)
  const known = parsed.get(body)
  if (known) return known as T
  const value = schema.parse(body)
  parsed.set(body, value)
  return value
}

/** Takes a body that a decision made as read: it was built from bodies that were read, under the types of their schemas. */
export function keepAsRead(body: unknown): void {
  if (typeof body === 'object' && body !== null) parsed.set(body, body)
}

/** Reads one row an op needs: its body, or the refusal that it is missing or not held here. */
export function need<T>(rows: Rows, key: Key, schema: z.ZodMiniType<T>): Result<T, Refusal> {
  const row = rows.get(key)
  if (row === 'absent') return err({ type: 'Missing', key })
  if (row === 'unknown') return err({ type: 'NotHeldHere', key })
  return { ok: true, value: bodyOf(schema, row) }
}
