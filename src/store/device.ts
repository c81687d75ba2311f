/**
 * This device's open database with its vault, and who is using it. One value, made at start, given to every read and write.
 *
 * Effects: IndexedDB. Rule: architecture.md, "Everything stored passes store/vault".
 */

import type { Row } from '../core/ops/op'
import { deviceKey } from './device-key'
import { openTables } from './device-upgrade'
import type { Fence } from './draft-fence'
import { getLocal } from './local'
import type { StoredRow, Tables } from './tables'
import { createVault, type Vault } from './vault'

export interface Device {
  readonly tables: Tables
  readonly vault: Vault
  /** Opened bodies by row key, so that a body is opened once for each revision. */
  readonly opened: Map<string, { readonly rev: number; readonly body: unknown }>
  /** With which fence this tab writes a draft, by audit id (draft-fence.ts). */
  readonly fences: Map<string, Fence>
  /** What is still held back is saved by these before the database is closed. */
  readonly savers: Set<() => Promise<void>>
}

/** Which area and member this device works for; `null` before it is set up. */
export interface Session {
  readonly areaId: string
  readonly memberId: string
}

export const DATABASE = 'plumbline'
const MOST_OPENED = 5_000

/**
 * @param onBlocked told when another tab keeps an older version of the database open; opening goes on by itself once it
 * is closed.
 * @throws Dexie's VersionError when the database is newer than this app.
 */
export async function openDevice(name: string = DATABASE, onBlocked: () => void = () => {}): Promise<Device> {
  const tables = await openTables(name, onBlocked)
  const vault = createVault(await deviceKey(tables))
  return { tables, vault, opened: new Map(), fences: new Map(), savers: new Set() }
}

export function closeDevice(device: Device): void {
  device.opened.clear()
  device.tables.close()
}

export function session(device: Device): Promise<Session | undefined> {
  return getLocal<Session>(device, 'session')
}

/** Opens a stored row; the same body object as long as its revision is the same. */
export function openRow(device: Device, stored: StoredRow): Row {
  const { key, area, scope, refs, rev, v } = stored
  const held = device.opened.get(key)
  if (held?.rev === rev) return { key, area, scope, refs, rev, v, body: held.body }
  const body = device.vault.open(stored.sealed, placeOf(stored))
  remember(device, key, rev, body)
  return { key, area, scope, refs, rev, v, body }
}

export function remember(device: Device, key: string, rev: number, body: unknown): void {
  if (device.opened.size >= MOST_OPENED) device.opened.clear()
  device.opened.set(key, { rev, body })
}

/** What a sealed row is bound to. */
export function placeOf(row: Pick<StoredRow, 'area' | 'key' | 'scope' | 'rev'>): string {
  return `row|${row.area}|${row.key}|${row.scope}|${row.rev}`
}
