/**
 * How this device stands with its hub, for the line in the frame and the page of what waits.
 *
 * Screen state in zustand. Filled by triggers.ts, which is loaded after the first page; a device alone stays `alone`.
 * Rule: issue "The device: saved, sent, waiting, needs attention".
 */
import { create } from 'zustand'

export type SyncState =
  /** Nothing is under way; `waiting` says whether anything is to be sent. */
  | 'idle'
  | 'syncing'
  /** No network, or the hub does not answer. */
  | 'offline'
  /** Signing in again goes on where it stopped. */
  | 'signed-out'
  /** This device's access was taken away: what it holds can be exported. */
  | 'revoked'
  /** The app is to be reloaded: the hub takes newer ones only. */
  | 'too-old'
  /** The hub cannot now; it is asked again. */
  | 'busy'
  /** The hub did not understand: `message` is its sentence. */
  | 'rejected'

export interface SyncStatus {
  readonly mode: 'alone' | 'joined'
  readonly state: SyncState
  readonly message: string | null
  /** Ops the hub has not judged yet. */
  readonly waiting: number
  /** When the oldest of them was done; ISO 8601. */
  readonly oldestAt: string | null
  /** Ops that were refused, or that cannot be decided here. */
  readonly attention: number
  /** When everything had been sent and fetched last; ISO 8601. `null`: not yet. */
  readonly lastCompleteAt: string | null
  /** While much is fetched: how many rows have come. */
  readonly progress: { readonly rows: number } | null
  /** How far this device's clock is behind the hub's, in milliseconds. */
  readonly clockOffsetMs: number
}

export const ALONE: SyncStatus = {
  mode: 'alone',
  state: 'idle',
  message: null,
  waiting: 0,
  oldestAt: null,
  attention: 0,
  lastCompleteAt: null,
  progress: null,
  clockOffsetMs: 0,
}

export const useSyncStatus = create<SyncStatus>(() => ALONE)
