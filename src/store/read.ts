/**
 * Reads rows of the device's database, opened and under their schema.
 *
 * Effects: IndexedDB. Screens use the live versions in hooks.ts.
 */
import type * as z from 'zod/mini'
import { bodyOf, idOf, type Key, type Scope } from '../core/ops/op'
import { type Device, openRow } from './device'

/** One record with its id and where it stands. */
export interface Held<T> {
  readonly id: string
  readonly key: Key
  readonly scope: Scope
  readonly rev: number
  readonly body: T
}

export async function readRow<T>(device: Device, key: Key, schema: z.ZodMiniType<T>): Promise<Held<T> | undefined> {
  const stored = await device.tables.rows.get(key)
  if (!stored) return undefined
  const row = openRow(device, stored)
  return { id: idOf(key), key, scope: row.scope, rev: row.rev, body: bodyOf(schema, row) }
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
  return stored.map((one) => {
    const row = openRow(device, one)
    return { id: idOf(row.key), key: row.key, scope: row.scope, rev: row.rev, body: bodyOf(schema, row) }
  })
}
