/**
 * Share of the applicable weight that an audit earned: the figure under every section and subject grade.
 *
 * Pure; the sum runs in the framework's order, so the order of ratings never matters.
 * What each rating earns is data: `grading.earned` of the framework. Rule: standards.md 3.1.
 */
import type { Criterion, GradingRules } from '../framework/schema'
import type { Ratings, Working, WorkingRow } from './graded'

/** Sums of weights such as 0.1 are not exact in binary; a share this near to a limit has reached it. */
const ROUNDING = 1e-9

/** What was said of a criterion, or `null` where nothing was. */
export function ratingOf(ratings: Ratings, criterion: string): Ratings[string] | null {
  return Object.hasOwn(ratings, criterion) ? (ratings[criterion] ?? null) : null
}

/**
 * The sum behind a share. Not applicable, cannot tell and unrated criteria are in the rows and out of the sum; criteria
 * without weight (diagnostic) are left out altogether.
 */
export function workOut(criteria: readonly Criterion[], ratings: Ratings, earns: GradingRules['earned']): Working {
  const rows = criteria
    .filter((criterion) => criterion.weight > 0)
    .map((criterion): WorkingRow => {
      const rating = ratingOf(ratings, criterion.id)?.rating ?? null
      const counts = rating === 'met' || rating === 'partly' || rating === 'not-met'
      return {
        criterion: criterion.id,
        weight: criterion.weight,
        rating,
        earned: counts ? criterion.weight * earns[rating] : null,
      }
    })
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return {
    earned: sum(rows.map((row) => row.earned ?? 0)),
    applicable: sum(rows.filter((row) => row.earned !== null).map((row) => row.weight)),
    cannotTell: sum(rows.filter((row) => row.rating === 'cannot-tell').map((row) => row.weight)),
    rows,
  }
}

/** @returns 0 to 1, or `null` when nothing counts. */
export function earnedShare(working: Pick<Working, 'earned' | 'applicable'>): number | null {
  return working.applicable === 0 ? null : working.earned / working.applicable
}

/** Whether a share has reached a lower limit; no limit is always reached. */
export function reaches(share: number, minShare: number | undefined): boolean {
  return minShare === undefined || share >= minShare - ROUNDING
}

/** Whether a share lies beyond an upper limit. */
export function exceeds(share: number, maxShare: number): boolean {
  return share > maxShare + ROUNDING
}
