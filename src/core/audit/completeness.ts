/**
 * What an audit still lacks before it may be submitted.
 *
 * Pure. Complete means that every criterion of the assignment that applies has a rating; "cannot tell" and "not
 * applicable" are ratings. Rule: the contract of `grade` in the command line; product.md, Assignment.
 */
import type { Framework } from '../framework/schema'
import { assignedCriteria } from './applies'
import type { AuditInput } from './graded'
import { ratingOf } from './share'

/** Ids of the criteria still to be rated, in the framework's order; empty when the audit is complete. */
export function missingCriteria(framework: Framework, input: AuditInput): readonly string[] {
  return assignedCriteria(framework, input)
    .map((criterion) => criterion.id)
    .filter((id) => ratingOf(input.ratings, id) === null)
}
