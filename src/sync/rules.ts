/**
 * The rules of the protocol that a device keeps, each by its number in wire/protocol.ts: small, so that the simulation can
 * leave one out and show what breaks without it.
 *
 * Pure.
 */
import type { PendingOp } from '../store/tables'
import type { PulledScope } from '../wire/protocol'

/** Rule 3: the hub has seen another op under this device and number: two browsers count as one device. */
export function isCopiedProfile(conflict: { readonly type: string }): boolean {
  return conflict.type === 'Forked'
}

/** Rule 6: a row that has moved to another scope this device reads as well is not the one that is dropped. */
export function dropApplies(row: { readonly scope: string } | null, scope: string): boolean {
  return row?.scope === scope
}

/** Rule 7: nothing of these scopes stays. */
export function scopesGone({ gone }: { readonly gone: readonly string[] }): readonly string[] {
  return gone
}

/** Rule 8: the reset of a scope begins, or begins again. */
export function resetBegins({ mode, from }: Pick<PulledScope, 'mode' | 'from'>): boolean {
  return mode === 'reset' && from === 0
}

/** Rule 8: what the device held before a reset and has not been shown again by its end is no longer there. */
export function swept<K>(unseen: ReadonlySet<K> | undefined): readonly K[] {
  return [...(unseen ?? [])]
}

/**
 * Rule 10: a pending op is forgotten only when a complete pull shows what became of it. Its outcome must have come to this
 * device: the hub's counter alone may be that of a copied profile.
 */
export function isForgotten(op: Pick<PendingOp, 'n' | 'outcome'>, acked: number, isComplete: boolean): boolean {
  return isComplete && op.outcome !== undefined && op.n !== undefined && op.n <= acked
}

/** Rule 11: what is shown is the hub's truth with this op on top. */
export function isReplayed(_op: Pick<PendingOp, 'opId'>): boolean {
  return true
}

/** Rule 12: the area has begun another life on the hub; the first pull of all begins none. */
export function isNewLife(known: string | null, epoch: string): boolean {
  return known !== null && known !== epoch
}

/** Rule 12: what was acknowledged in an earlier life of the area is sent again. */
export function isSentAgain(_kept: Pick<PendingOp, 'opId'>): boolean {
  return true
}

/** Rule 2: of what the hub had taken, it has lost this op, and everything from `expected` on. */
export function isLost(kept: Pick<PendingOp, 'n'>, expected: number): boolean {
  return kept.n !== undefined && kept.n >= expected
}
