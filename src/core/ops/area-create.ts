/**
 * Sets up a local area with its first member, who may do everything until others are added: on a device that works alone,
 * or by a hub at its set-up.
 *
 * Pure. Only whoever becomes that member, and is none yet, may do it, and only where there is none. Working alone is a full
 * way of working: a hub may be joined later and keeps every id. Rule: architecture.md.
 */
import * as z from 'zod/mini'
import { AGENCIES, type Area, type Member } from '../access/member'
import { err, ok } from '../result'
import { Id } from '../shapes'
import { areaKey, memberKey } from './keys'
import type { OpSpec } from './op'

const Data = z.object({
  areaId: Id,
  areaName: z.string(),
  memberId: Id,
  memberName: z.string(),
  agency: Id,
  /** The address of the hub that makes it; left out on a device alone. */
  hub: z.optional(z.string()),
})

export const areaCreate: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [areaKey(data.areaId), memberKey(data.memberId)],
  lists: (data) => [areaKey(data.areaId)],
  decide(ctx, rows, data) {
    if (ctx.actor !== data.memberId) return err({ type: 'NotAllowed', needs: 'manager' })
    const key = areaKey(data.areaId)
    const known = [key, memberKey(data.memberId)].find((one) => rows.get(one) !== 'absent')
    if (known) return err({ type: 'Exists', key: known })
    if (rows.list(key).length > 0) return err({ type: 'Exists', key })
    if (!AGENCIES.some(({ id }) => id === data.agency)) return err({ type: 'UnknownAgency', agency: data.agency })
    const area: Area = { name: data.areaName, agencies: [...AGENCIES], hub: data.hub ?? null, createdAt: ctx.at }
    const member: Member = {
      name: data.memberName,
      agency: data.agency,
      roles: ['manager', 'chair', 'auditor'],
      active: true,
    }
    return ok([
      { key, scope: 'area', refs: [], body: area },
      { key: memberKey(data.memberId), scope: 'area', refs: [key], body: member },
    ])
  },
}
