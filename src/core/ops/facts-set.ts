/**
 * Corrects what is known of the plan (year group, draft or final, looked after …), which decides the criteria that apply.
 *
 * Pure. What the audit is for is the cycle's and stays. Rule: standards.md 3.3 and 3.6.
 */
import * as z from 'zod/mini'
import { Facts } from '../framework/schema'
import { err, ok } from '../result'
import { Id } from '../shapes'
import { auditChange, ownDraft } from './allowed'
import { auditKey } from './keys'
import type { OpSpec } from './op'

const Data = z.object({ auditId: Id, facts: Facts })

export const factsSet: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'lastWins',
  field: (data) => data.auditId,
  reads: (data) => [auditKey(data.auditId)],
  decide(ctx, rows, { auditId, facts }) {
    const audit = ownDraft(ctx, rows, auditId)
    if (!audit.ok) return audit
    if (facts.purpose !== audit.value.facts.purpose) return err({ type: 'NotTogether', key: auditKey(auditId) })
    return ok([auditChange(auditId, { ...audit.value, facts })])
  },
}
