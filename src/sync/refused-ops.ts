/**
 * Moves ops the hub has refused to where they stay until the person puts them aside.
 *
 * Effects: IndexedDB, within the caller's transaction over `ops` and `refused`. Rule: sync.md ("never silently deleted").
 */
import type { Device } from '../store/device'
import { sealRefusal } from '../store/pending'
import type { PendingOp } from '../store/tables'
import type { WireRefusal } from '../wire/protocol'

/** @param at when this device heard of it; ISO 8601. */
export async function moveToRefused(device: Device, op: PendingOp, refusal: WireRefusal, at: string): Promise<void> {
  const { order, opId, area, kind, sealed } = op
  const { ops, refused } = device.tables
  await refused.put({ opId, order, area, kind, sealed, refusal: sealRefusal(device, op, refusal), at })
  await ops.delete(order)
}
