/**
 * This device's open database with its vault, and who is using it. One value, made at start, given to every read and write.
 *
 * Effects: IndexedDB. Rule: architecture.md, "Everything stored passes store/vault".
 */

import { type Change, kindOf, type Row } from '../core/ops/op'
import { deviceKey } from './device-key'
import { openTables } from './device-upgrade'
import type { Fence } from './draft-fence'
import { getLocal } from './local'
import type { StoredRow, Tables } from './tables'
import { createVault, sealedMark, type Vault } from './vault'

export interface Device {
  readonly tables: Tables
  readonly vault: Vault
  /** It works with a hub, which alone draws consequences; otherwise it is its own hub. */
  readonly isJoined: boolean
  /** Opened bodies by row key, so that a body is opened once for each sealed value. */
  readonly opened: Map<string, { readonly mark: string; readonly body: unknown }>
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
/** The shape of bodies this app reads and writes; rows of a later shape are stored and left alone. */
export const BODY_VERSION = 1

/**
 * @param onBlocked told when another tab keeps an older version of the database open; opening goes on by itself once it
 * is closed.
 * @throws Dexie's VersionError when the database is newer than this app.
 */
export async function openDevice(name: string = DATABASE, onBlocked: () => void = () => {}): Promise<Device> {
  return deviceOver(await openTables(name, onBlocked))
}

/** The device of an open database. */
export async function deviceOver(tables: Tables): Promise<Device> {
  const [key, sync] = await Promise.all([deviceKey(tables), tables.sync.get('sync')])
  return {
    tables,
    vault: createVault(key),
    isJoined: sync !== undefined,
    opened: new Map(),
    fences: new Map(),
    savers: new Set(),
  }
}

export function closeDevice(device: Device): void {
  device.opened.clear()
  device.tables.close()
}

export function session(device: Device): Promise<Session | undefined> {
  return getLocal<Session>(device, 'session')
}

/** Opens a stored row; the same body object as long as it is the same sealed value. */
export function openRow(device: Device, stored: StoredRow): Row {
  const { key, area, scope, refs, rev, v } = stored
  const mark = sealedMark(stored.sealed)
  const held = device.opened.get(key)
  if (held?.mark === mark) return { key, area, scope, refs, rev, v, body: held.body }
  const body = device.vault.open(stored.sealed, placeOf(stored))
  remember(device, stored, body)
  return { key, area, scope, refs, rev, v, body }
}

export function remember(device: Device, { key, sealed }: Pick<StoredRow, 'key' | 'sealed'>, body: unknown): void {
  if (device.opened.size >= MOST_OPENED) device.opened.clear()
  device.opened.set(key, { mark: sealedMark(sealed), body })
}

/** A row as it is stored, its body sealed to its place. */
export function sealRow(
  { vault }: Device,
  { area, rev, v = BODY_VERSION }: { readonly area: string; readonly rev: number; readonly v?: number },
  { key, scope, refs, body }: Change,
): StoredRow {
  const sealed = vault.seal(body, placeOf({ area, key, scope, rev }))
  return { key, kind: kindOf(key), area, scope, refs: [...refs], rev, v, sealed }
}

/** What a sealed row is bound to. */
export function placeOf(row: Pick<StoredRow, 'area' | 'key' | 'scope' | 'rev'>): string {
  return `row|${row.area}|${row.key}|${row.scope}|${row.rev}`
}
