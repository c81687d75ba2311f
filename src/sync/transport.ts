/**
 * How a device reaches its hub, as the sync cycle sees it. The real one speaks HTTPS (http-transport.ts); the simulation
 * calls the hub's functions and loses replies on the way.
 */
import type { Result } from '../core/result'
import type { PullAnswer, PullRequest, PushAnswer, PushConflict, PushRequest } from '../wire/protocol'

/** Why an exchange did not take place. Nothing is ever lost by one: everything stays to be sent. */
export type HubRefusal =
  /** No answer: no network, no hub, or the reply was lost; the hub may have done it or not. */
  | { readonly type: 'Offline' }
  /** The token is no longer valid: signing in again goes on where it stopped. */
  | { readonly type: 'SignedOut' }
  /** This device's access was taken away by the member or a manager. */
  | { readonly type: 'Revoked' }
  /** The hub takes only newer apps: reload the app. */
  | { readonly type: 'ClientTooOld' }
  /** The hub cannot now: its database is busy, its disk is full, too many requests. */
  | { readonly type: 'Busy'; readonly message?: string }
  /** The hub did not understand: a bug on either side; the sentence is the hub's. */
  | { readonly type: 'Rejected'; readonly message: string }

export interface Transport {
  push(request: PushRequest): Promise<Result<PushAnswer, PushConflict | HubRefusal>>
  pull(request: PullRequest): Promise<Result<PullAnswer, HubRefusal>>
  /** Idempotent; before the op that names the blob is pushed. */
  putBlob(area: string, hash: string, bytes: Uint8Array): Promise<Result<true, HubRefusal>>
  /** `null`: the hub has no such blob, or this member may not read it. */
  getBlob(area: string, hash: string): Promise<Result<Uint8Array | null, HubRefusal>>
}
