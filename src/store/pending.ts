/**
 * Ops as they lie sealed on the device: pending, kept or refused.
 *
 * Effects: random nonces (vault). Rule: architecture.md, "Everything stored passes store/vault".
 */
import * as z from 'zod/mini'
import type { Key, OpSpec } from '../core/ops/op'
import { OPS } from '../core/ops/registry'
import type { Device } from './device'
import type { PendingOp, RefusedOp } from './tables'

/** What an op says; `data` is checked by the spec of its kind. */
export const OpSaid = z.object({ opId: z.string(), at: z.string(), kind: z.string(), data: z.unknown() })
export type OpSaid = z.infer<typeof OpSaid>

type Placed = Pick<PendingOp, 'area' | 'opId'>
const placeOf = ({ area, opId }: Placed) => `op|${area}|${opId}`

export function sealOp({ vault }: Device, area: string, said: OpSaid): Uint8Array {
  return vault.seal(said, placeOf({ area, opId: said.opId }))
}

export function openOp({ vault }: Device, op: Placed & Pick<PendingOp, 'sealed'>): OpSaid {
  return OpSaid.parse(vault.open(op.sealed, placeOf(op)))
}

const Said = z.looseObject({ type: z.string() })
/** Why a hub refused an op; a newer hub may know reasons this app does not. */
export type RefusalSaid = z.infer<typeof Said>
const refusalPlace = ({ area, opId }: Placed) => `refusal|${area}|${opId}`

export function sealRefusal({ vault }: Device, op: Placed, refusal: RefusalSaid): Uint8Array {
  return vault.seal(refusal, refusalPlace(op))
}

export function openRefusal({ vault }: Device, op: RefusedOp): RefusalSaid {
  return Said.parse(vault.open(op.refusal, refusalPlace(op)))
}

/** The rule of an op with its data; `null` when this app does not know the kind or cannot read the data. */
export function specOf(said: OpSaid): { readonly spec: OpSpec<unknown>; readonly data: unknown } | null {
  const spec = Object.entries(OPS).find(([kind]) => kind === said.kind)?.[1] as OpSpec<unknown> | undefined
  const data = spec?.data.safeParse(said.data)
  return spec && data?.success ? { spec, data: data.data } : null
}

/** Whether an op is about a key: nothing of it may stay when the key is erased. */
export function isAbout(device: Device, op: PendingOp | RefusedOp, keys: ReadonlySet<Key>): boolean {
  const known = specOf(openOp(device, op))
  return known?.spec.reads(known.data).some((key) => keys.has(key)) ?? false
}
