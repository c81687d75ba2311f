/**
 * Ops that must be sent again under new numbers: after the hub lost some (restored from a backup) or when a copied browser
 * profile used the same numbers. Their `opId`s stay, so nothing is ever done twice.
 *
 * Effects: IndexedDB, within the caller's transaction over `ops` and `kept`. Rules 2, 3 and 12 of wire/protocol.ts.
 */
import type { Device } from '../store/device'
import type { KeptOp, PendingOp, StoredSync } from '../store/tables'
import type { PushConflict } from '../wire/protocol'
import { isCopiedProfile, isLost, isSentAgain } from './rules'

/** The hub did not take a batch. @returns where the device stands then. */
export async function afterConflict(
  device: Device,
  state: StoredSync,
  conflict: PushConflict,
  newId: () => string,
): Promise<StoredSync> {
  if (isCopiedProfile(conflict)) {
    await queueAgain(device, () => false)
    return { ...state, device: `d-${newId()}`, counter: 0, known: 0 }
  }
  const expected = conflict.type === 'Gap' ? conflict.expected : 1
  await queueAgain(device, (op) => isLost(op, expected))
  return { ...state, counter: expected - 1, known: Math.min(state.known, expected - 1) }
}

/** The area has begun another life. @param acked this device's counter in it */
export async function afterRestore(
  device: Device,
  state: StoredSync,
  life: { readonly epoch: string; readonly acked: number },
): Promise<StoredSync> {
  await queueAgain(device, isSentAgain)
  return { ...state, epoch: life.epoch, counter: life.acked, known: 0, scopes: {} }
}

/** Takes the numbers off all pending ops and brings back those kept ones that are wanted, each in its old place. */
async function queueAgain({ tables }: Device, isWanted: (op: KeptOp) => boolean): Promise<void> {
  const kept = (await tables.kept.toArray()).filter(isWanted)
  const pending = await tables.ops.filter(({ n }) => n !== undefined).toArray()
  await tables.ops.bulkPut([...pending, ...kept].map(unnumbered))
  await tables.kept.bulkDelete(kept.map(({ opId }) => opId))
}

/** What an op is but for its way to the hub. A frozen op never changes, so it keeps a field of its own. */
function unnumbered(op: PendingOp): PendingOp {
  const { order, opId, area, kind, sealed, base = 0 } = op
  return { order, opId, area, kind, field: opId, sealed, base }
}
