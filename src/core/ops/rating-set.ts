/**
 * Rates one criterion of one's own draft, with where the fault arose, who owns it and how it may be mended.
 * `rated: null` clears the rating.
 *
 * Pure. Rule: interface.md, "The audit workspace"; standards.md 3.4.
 */
import * as z from 'zod/mini'
import type { Audit } from '../audit/audit'
import { RatedCriterion } from '../framework/schema'
import { err, ok } from '../result'
import { CriterionId, Id } from '../shapes'
import { auditChange, ownDraft } from './allowed'
import { auditKey } from './keys'
import type { OpSpec } from './op'

const Data = z.object({ auditId: Id, criterionId: CriterionId, rated: z.nullable(RatedCriterion) })

export const ratingSet: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'lastWins',
  field: (data) => `${data.auditId}:${data.criterionId}`,
  reads: (data) => [auditKey(data.auditId)],
  decide(ctx, rows, data) {
    const audit = ownDraft(ctx, rows, data.auditId)
    if (!audit.ok) return audit
    if (!audit.value.criteria.includes(data.criterionId)) {
      return err({ type: 'UnknownCriterion', criterionId: data.criterionId })
    }
    const { ratings } = audit.value
    const after =
      data.rated === null ? without(ratings, data.criterionId) : { ...ratings, [data.criterionId]: data.rated }
    return ok([auditChange(data.auditId, { ...audit.value, ratings: after })])
  },
}

function without(ratings: Audit['ratings'], criterionId: string): Audit['ratings'] {
  const { [criterionId]: _before, ...others } = ratings
  return others
}
