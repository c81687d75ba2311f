/**
 * Large sealed objects on their way to the hub and from it: put before the op that names them, fetched when a row names them.
 *
 * Effects: IndexedDB, the transport. Rule: sync.md, "Blobs".
 */
import { ok, type Result } from '../core/result'
import { blobBytes, putBlobBytes } from '../store/blobs'
import type { Device } from '../store/device'
import { openOp, specOf } from '../store/pending'
import type { PendingOp } from '../store/tables'
import type { HubRefusal, Transport } from './transport'

/**
 * Sends every blob these ops name.
 * @returns the ops whose blob is neither here nor at the hub: it will never take them.
 */
export async function sendBlobs(
  device: Device,
  transport: Transport,
  area: string,
  ops: readonly PendingOp[],
): Promise<Result<readonly PendingOp[], HubRefusal>> {
  const missing: PendingOp[] = []
  for (const op of ops) {
    for (const hash of hashesOf(device, op)) {
      const bytes = await blobBytes(device, hash)
      const sent = bytes ? await transport.putBlob(area, hash, bytes) : await transport.getBlob(area, hash)
      if (!sent.ok) return sent
      if (sent.value === null) missing.push(op)
    }
  }
  return ok(missing)
}

function hashesOf(device: Device, op: PendingOp): readonly string[] {
  const known = specOf(openOp(device, op))
  return known?.spec.blobs?.(known.data) ?? []
}

/** Fetches what is wanted and not here. A blob the hub does not have is asked for again another time. */
export async function fetchBlobs(
  device: Device,
  transport: Transport,
  area: string,
  wanted: readonly string[],
): Promise<Result<true, HubRefusal>> {
  const held = new Set(await device.tables.blobs.toCollection().primaryKeys())
  for (const hash of wanted) {
    if (held.has(hash)) continue
    const got = await transport.getBlob(area, hash)
    if (!got.ok) return got
    if (got.value) await putBlobBytes(device, hash, got.value)
  }
  return ok(true)
}
