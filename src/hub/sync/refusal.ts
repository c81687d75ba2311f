/**
 * Why the hub refused an op or did not take a batch, beside the refusals of core/ops/refusal.ts. None quotes a record.
 *
 * Pure types.
 */
import type { Refusal } from '../../core/ops/refusal'

/** An op is refused for good: it is logged and its device goes on. */
export type OpRefusal =
  | Refusal
  /** What it carries is not what its kind carries. */
  | { readonly type: 'Malformed' }
  /** Of a newer app: the hub must be updated first. */
  | { readonly type: 'UnknownKind' }
  /** Not a member any more, or never one; or nothing that a device may do. */
  | { readonly type: 'Forbidden' }
  /** Another device changed the same field meanwhile: to be done again on the fresh value. */
  | { readonly type: 'Stale' }
  /** What it changes was erased for good. */
  | { readonly type: 'Erased' }

/** Nothing of a batch was taken; it may come again. */
export type PushRefusal =
  | { readonly type: 'Revoked' }
  /** The blobs come first. */
  | { readonly type: 'MissingBlobs'; readonly hashes: readonly string[] }
  /** No such area here, or a fictional one. */
  | { readonly type: 'UnknownArea' }
  /** An id that no device makes: a fault of the program that sent it. */
  | { readonly type: 'Malformed' }
