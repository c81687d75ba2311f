/**
 * Reads rows of the device's database, opened and under their schema.
 *
 * Effects: IndexedDB. Screens use the live versions in hooks.ts.
 */
import type * as z from 'zod/mini'
import { bodyOf, idOf, type Key, type Scope } from '../core/ops/op'
import { type Device, openRow } from './device'
import type { StoredRow } from './tables'

/** One record with its id and where it stands. */
export interface Held<T> {
  readonly id: string
  readonly key: Key
  readonly scope: Scope
  readonly rev: number
  /** The hub's own `rev` of it; left out where no hub has sent it. */
  readonly hub?: number
  /** It shows what was done here and the hub has not confirmed. */
  readonly ahead?: true
  readonly body: T
}

export async function readRow<T>(device: Device, key: Key, schema: z.ZodMiniType<T>): Promise<Held<T> | undefined> {
  const stored = await device.tables.rows.get(key)
  if (!stored) return undefined
  return heldOf(device, stored, schema)
}

/** A stored row, opened and under its schema. */
export function heldOf<T>(device: Device, stored: StoredRow, schema: z.ZodMiniType<T>): Held<T> {
  const row = openRow(device, stored)
  const { key, scope, rev } = row
  const { hub, ahead } = stored
  return {
    id: idOf(key),
    key,
    scope,
    rev,
    ...(hub !== undefined && { hub }),
    ...(ahead && { ahead }),
    body: bodyOf(schema, row),
  }
}

/** All records of a kind, or those of it that refer to `ref`. */
export async function readRows<T>(
  device: Device,
  kind: string,
  schema: z.ZodMiniType<T>,
  ref?: Key,
): Promise<readonly Held<T>[]> {
  const { rows } = device.tables
  const stored = ref
    ? await rows
        .where('refs')
        .equals(ref)
        .filter((row) => row.kind === kind)
        .toArray()
    : await rows.where('kind').equals(kind).toArray()
  return stored.map((one) => heldOf(device, one, schema))
}
