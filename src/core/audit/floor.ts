/**
 * The minimum standard (for plans: the legal floor), apart from the grade and beside it.
 *
 * Pure. Every floor criterion that applies counts, whether the assignment asked for it or not. A failure is said as soon
 * as it is rated; "met" only when all are. Rule: standards.md 3.2; which ratings fail or endanger it is `grading.floor`.
 */
import { allCriteria } from '../framework/lookup'
import type { Facts, Framework, Rating } from '../framework/schema'
import { applies } from './applies'
import type { FloorResult, Ratings } from './graded'
import { ratingOf } from './share'

export function gradeFloor(framework: Framework, ratings: Ratings, facts: Facts): FloorResult {
  const { notMetOn, atRiskOn } = framework.grading.floor
  const rated = allCriteria(framework)
    .filter((criterion) => criterion.floor && applies(criterion, facts))
    .map((criterion) => ({ id: criterion.id, rating: ratingOf(ratings, criterion.id)?.rating ?? null }))
  const where = (test: (rating: Rating | null) => boolean) =>
    rated.filter(({ rating }) => test(rating)).map(({ id }) => id)

  const failing = where((rating) => rating !== null && notMetOn.includes(rating))
  if (failing.length > 0) return { status: 'not-met', criteria: failing }
  const endangering = where((rating) => rating !== null && atRiskOn.includes(rating))
  if (endangering.length > 0) return { status: 'at-risk', criteria: endangering }
  const unrated = where((rating) => rating === null)
  const nothingCounts = rated.every(({ rating }) => rating === 'not-applicable')
  return { status: unrated.length > 0 || nothingCounts ? null : 'met', criteria: unrated }
}
