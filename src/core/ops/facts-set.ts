/**
 * Corrects what is known of the plan (year group, draft or final, looked after …), which decides the criteria that apply.
 *
 * Pure. Rule: standards.md 3.3 and 3.6.
 */
import * as z from 'zod/mini'
import { Facts } from '../framework/schema'
import { ok } from '../result'
import { auditChange, ownDraft } from './allowed'
import { auditKey } from './keys'
import type { OpSpec } from './op'

const Data = z.object({ auditId: z.string(), facts: Facts })

export const factsSet: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'lastWins',
  field: (data) => data.auditId,
  reads: (data) => [auditKey(data.auditId)],
  decide(ctx, rows, data) {
    const audit = ownDraft(ctx, rows, data.auditId)
    if (!audit.ok) return audit
    return ok([auditChange(data.auditId, { ...audit.value, facts: data.facts })])
  },
}
