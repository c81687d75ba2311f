/**
 * Sets up a local area on this device, or on a hub, with its first member, who may do everything until others are added.
 *
 * Pure. Working alone is a full way of working: a hub may be joined later and keeps every id. Rule: architecture.md.
 */
import * as z from 'zod/mini'
import { AGENCIES, type Area, type Member } from '../access/member'
import { err, ok } from '../result'
import type { OpSpec } from './op'

const Data = z.object({
  areaId: z.string(),
  areaName: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  agency: z.string(),
  /** The address of the hub that makes it; left out on a device alone. */
  hub: z.optional(z.string()),
})

export const areaCreate: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [`area/${data.areaId}`],
  decide(ctx, rows, data) {
    const key = `area/${data.areaId}` as const
    if (rows.get(key) !== 'absent') return err({ type: 'Exists', key })
    const area: Area = { name: data.areaName, agencies: [...AGENCIES], hub: data.hub ?? null, createdAt: ctx.at }
    const member: Member = {
      name: data.memberName,
      agency: data.agency,
      roles: ['manager', 'chair', 'auditor'],
      active: true,
    }
    return ok([
      { key, scope: 'area', refs: [], body: area },
      { key: `member/${data.memberId}`, scope: 'area', refs: [key], body: member },
    ])
  },
}
