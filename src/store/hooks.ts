/**
 * Live records for screens: they repaint when a row changes, in this tab or another.
 *
 * Effects: IndexedDB through Dexie's live queries. `undefined` means still loading; a missing record is `null`.
 * Rule: style.md, "facts come from live-query hooks and are never copied into a store".
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, useCallback, useContext } from 'react'
import type * as z from 'zod/mini'
import type { Key } from '../core/ops/op'
import type { Refusal } from '../core/ops/refusal'
import type { OpKind } from '../core/ops/registry'
import type { Result } from '../core/result'
import type { Device, Session } from './device'
import { type Held, readRow, readRows } from './read'
import type { StorageRefusal } from './storage-refusal'
import type { Act } from './write'

export interface Here {
  readonly device: Device
  readonly session: Session
  /** Hands the device to another member. */
  readonly onSession: (session: Session) => void
}

export const HereContext = createContext<Here | null>(null)

/** The open device and who uses it. @throws outside the part of the app that comes after set-up: a bug. */
export function useHere(): Here {
  const here = useContext(HereContext)
  if (!here) throw new Error('this screen is shown before the device is set up')
  return here
}

export function useRow<T>(key: Key | null, schema: z.ZodMiniType<T>): Held<T> | null | undefined {
  const { device } = useHere()
  return useLiveQuery(async () => (key ? ((await readRow(device, key, schema)) ?? null) : null), [device, key])
}

export function useRows<T>(kind: string, schema: z.ZodMiniType<T>, ref?: Key): readonly Held<T>[] | undefined {
  const { device } = useHere()
  return useLiveQuery(() => readRows(device, kind, schema, ref), [device, kind, ref])
}

/** Writing is loaded when the first page stands, so that it never delays it; no act waits for a network. */
const loadWriting = () => import('./write')

/** Performs ops as the person using the device. */
export function usePerform(): <K extends OpKind>(act: Act<K>) => Promise<Result<true, Refusal | StorageRefusal>> {
  const { device, session } = useHere()
  return useCallback(async (act) => (await loadWriting()).perform(device, session, act), [device, session])
}
