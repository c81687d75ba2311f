/** Which criterion comes next while rating by keys. Pure. */
import type { Ratings } from '../../core/audit/graded'
import type { Criterion } from '../../core/framework/schema'

/** The next criterion without a rating, else the next one; `null` at the end of the section. */
export function nextToRate(criteria: readonly Criterion[], ratings: Ratings, after: string): string | null {
  const following = criteria.slice(criteria.findIndex(({ id }) => id === after) + 1)
  return (following.find(({ id }) => !Object.hasOwn(ratings, id)) ?? following[0])?.id ?? null
}

/** The first criterion without a rating, else the first. */
export function firstUnrated(criteria: readonly Criterion[], ratings: Ratings): string | null {
  return (criteria.find(({ id }) => !Object.hasOwn(ratings, id)) ?? criteria[0])?.id ?? null
}
