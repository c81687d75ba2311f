/**
 * Takes in what another device of the same member could not send: as if it had been done here, under the same `opId`s, so
 * that nothing doubles when that device comes to its hub after all.
 *
 * Effects: IndexedDB. Rule: sync.md, "No hub"; rule 3 of wire/protocol.ts.
 */
import { err, ok, type Result } from '../core/result'
import { putBlobs } from '../store/blobs'
import type { Device, Session } from '../store/device'
import { sealOp } from '../store/pending'
import type { WaitingWork } from '../store/work-file'
import { rebase } from './rebase'

/** The file is another member's, or of another area: nothing was taken in. */
export interface NotYours {
  readonly type: 'NotYours'
}

/** @returns how many ops came; those this device has already are left as they are. */
export async function takeInWaiting(
  device: Device,
  { areaId, memberId }: Session,
  work: WaitingWork,
): Promise<Result<number, NotYours>> {
  if (work.areaId !== areaId || work.memberId !== memberId) return err({ type: 'NotYours' })
  const { rows, truth, ops, kept, refused, columns, lists, sync, blobs } = device.tables
  const tables = [rows, truth, ops, kept, refused, columns, lists, sync, blobs]
  const taken = await device.tables.transaction('rw', tables, async () => {
    const state = await sync.get('sync')
    if (!state) throw new Error('this device has not joined a hub')
    const ids = work.ops.map(({ opId }) => opId)
    const pending = await ops.where('opId').anyOf(ids).toArray()
    const others = [...(await kept.bulkGet(ids)), ...(await refused.bulkGet(ids))]
    const known = new Set([...pending, ...others].map((op) => op?.opId))
    const fresh = work.ops.filter(({ opId }) => !known.has(opId))
    await putBlobs(device, work.blobs)
    await ops.bulkAdd(
      fresh.map(({ base, ...said }) => {
        const { opId, kind } = said
        return { opId, area: areaId, kind, field: opId, sealed: sealOp(device, areaId, said), base }
      }),
    )
    await rebase(device, state)
    return fresh.length
  })
  return ok(taken)
}
