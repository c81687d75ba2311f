/**
 * An op as a device asks for it, read by the schema of its kind, with the rows its decision needs.
 *
 * Pure.
 */
import { isDemoArea } from '../../core/access/demo-area'
import type { Key, OpSpec } from '../../core/ops/op'
import { OPS } from '../../core/ops/registry'
import { err, ok, type Result } from '../../core/result'
import { isTime } from '../../core/shapes'
import type { WireOp } from '../../wire/protocol'
import type { OpRefusal } from './refusal'
import { isPlain, isPlainField } from './wellformed'

export interface AskedOp {
  readonly spec: OpSpec<unknown>
  readonly data: unknown
  readonly reads: readonly Key[]
  readonly lists: readonly Key[]
  readonly blobs: readonly string[]
  /** `<kind>:<field>` of an op that sets a field. */
  readonly field: string | null
}

/** An area is made by the hub at its set-up, never by a device (create-area.ts). */
const OF_THE_HUB: ReadonlySet<string> = new Set(['area.create'])

export function readOp(op: WireOp, mayDo: (kind: string) => boolean): Result<AskedOp, OpRefusal> {
  if (!Object.hasOwn(OPS, op.kind)) return err({ type: 'UnknownKind' })
  if (!mayDo(op.kind)) return err({ type: 'Forbidden' })
  // The registry cannot say which data belongs to a kind known only at run time.
  const spec = OPS[op.kind as keyof typeof OPS] as unknown as OpSpec<unknown>
  const parsed = spec.data.safeParse(op.data)
  if (!parsed.success || !isTime(op.at)) return err({ type: 'Malformed' })
  const { data } = parsed
  const reads = spec.reads(data)
  const lists = spec.lists?.(data) ?? []
  const blobs = spec.blobs?.(data) ?? []
  const field = spec.field ? `${op.kind}:${spec.field(data)}` : null
  const isSound = [...reads, ...lists, ...blobs].every((key) => isPlain(key)) && (field === null || isPlainField(field))
  return isSound ? ok({ spec, data, reads, lists, blobs, field }) : err({ type: 'Malformed' })
}

export function mayComeFromDevice(kind: string): boolean {
  return !OF_THE_HUB.has(kind)
}

/** Whether every id of a push or a pull can be kept; those of devices always can. */
export function hasPlainIds(area: string, device: string, ops: readonly WireOp[] = []): boolean {
  const ids = [area, device, ...ops.flatMap(({ opId, kind }) => [opId, kind])]
  return !isDemoArea(area) && ids.every((id) => isPlain(id)) && ops.every(({ at }) => at === '' || isPlain(at))
}
