/**
 * Adds a member of the area or changes one: name, agency, roles, active or not.
 *
 * Pure. Members are never deleted: their audits keep an author. Rule: product.md, "The people".
 */
import * as z from 'zod/mini'
import { Member } from '../access/member'
import { ok } from '../result'
import { requireRole } from './allowed'
import type { OpSpec } from './op'

const Data = z.object({ areaId: z.string(), memberId: z.string(), member: Member })

export const memberSet: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [`member/${data.memberId}`],
  decide(ctx, _rows, data) {
    const allowed = requireRole(ctx, 'manager')
    if (!allowed.ok) return allowed
    const key = `member/${data.memberId}` as const
    return ok([{ key, scope: 'area', refs: [`area/${data.areaId}`], body: data.member }])
  },
}
