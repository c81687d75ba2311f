/**
 * Whether a batch continues what its device sent before. Only then is any of it judged.
 *
 * Pure. Rules 2 and 3 of wire/protocol.ts.
 */
import { err, ok, type Result } from '../../core/result'
import type { PushConflict, WireOp } from '../../wire/protocol'
import { isForked, orderOf } from './rules'

/**
 * @param last the counter of the device as the hub has it.
 * @param isKnown whether the area has an op of this id, from whatever device.
 */
export function checkOrder(
  last: number,
  ops: readonly Pick<WireOp, 'n' | 'opId'>[],
  isKnown: (opId: string) => boolean,
): Result<true, PushConflict> {
  const before = new Set<string>()
  let reached = last
  for (const { n, opId } of ops) {
    const order = orderOf(reached, n)
    if (order === 'gap') return err({ type: 'Gap', expected: last + 1 })
    if (isForked(order, isKnown(opId) || before.has(opId))) return err({ type: 'Forked' })
    before.add(opId)
    reached = Math.max(reached, n)
  }
  return ok(true)
}
