/**
 * Adds a member of the area or changes one: name, agency, roles, active or not.
 *
 * Pure. Members are never deleted: their audits keep an author. An area is never left without an active manager.
 * Rule: product.md, "The people".
 */
import * as z from 'zod/mini'
import { Area, Member } from '../access/member'
import { err, ok } from '../result'
import { Id } from '../shapes'
import { requireRole } from './allowed'
import { areaKey, memberKey } from './keys'
import { bodyOf, kindOf, need, type OpSpec } from './op'

const Data = z.object({ areaId: Id, memberId: Id, member: Member })

export const memberSet: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  field: (data) => data.memberId,
  reads: (data) => [memberKey(data.memberId), areaKey(data.areaId)],
  lists: (data) => [areaKey(data.areaId)],
  decide(ctx, rows, { areaId, memberId, member }) {
    const allowed = requireRole(ctx, 'manager')
    if (!allowed.ok) return allowed
    const area = need(rows, areaKey(areaId), Area)
    if (!area.ok) return area
    if (!area.value.agencies.some(({ id }) => id === member.agency)) {
      return err({ type: 'UnknownAgency', agency: member.agency })
    }
    const key = memberKey(memberId)
    const others = rows.list(areaKey(areaId)).filter((row) => kindOf(row.key) === 'member' && row.key !== key)
    if (!isActiveManager(member) && !others.some((row) => isActiveManager(bodyOf(Member, row)))) {
      return err({ type: 'LastManager' })
    }
    return ok([{ key, scope: 'area', refs: [areaKey(areaId)], body: member }])
  },
}

function isActiveManager({ active, roles }: Member): boolean {
  return active && roles.includes('manager')
}
