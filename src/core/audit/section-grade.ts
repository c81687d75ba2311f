/**
 * The grade of one section, from its own criteria alone. A section never caps the subject's grade.
 *
 * Pure. While criteria are still to be rated it is the grade so far, and says so.
 * Rule: standards.md 3.1; the bands are `grading.section.bands` of the framework.
 */
import type { Criterion, Framework } from '../framework/schema'
import type { Ratings, Reason, SectionGrade } from './graded'
import { earnedShare, reaches, workOut } from './share'

/** @param criteria the section's criteria that were asked for and apply. */
export function gradeSection(framework: Framework, criteria: readonly Criterion[], ratings: Ratings): SectionGrade {
  const { earned, section } = framework.grading
  const working = workOut(criteria, ratings, earned)
  const share = earnedShare(working)
  const named = (rating: string | null) =>
    working.rows.filter((row) => row.rating === rating).map((row) => row.criterion)
  const unrated = named(null)
  const incomplete: readonly Reason[] = unrated.length > 0 ? [{ type: 'incomplete', criteria: unrated, to: null }] : []
  if (share === null) return { grade: null, share, reasons: whyNoGrade(incomplete, named('cannot-tell')), working }

  const band = section.bands.find(({ minShare }) => reaches(share, minShare))
  if (!band) throw new RangeError(`no section band of framework ${framework.id} catches a share of ${share}`)
  return {
    grade: band.grade,
    share,
    reasons: [{ type: 'share', criteria: [], to: band.grade }, ...incomplete],
    working,
  }
}

function whyNoGrade(incomplete: readonly Reason[], cannotTell: readonly string[]): readonly Reason[] {
  if (incomplete.length > 0) return incomplete
  if (cannotTell.length > 0) return [{ type: 'insufficient-evidence', criteria: cannotTell, to: null }]
  return [{ type: 'nothing-applicable', criteria: [], to: null }]
}
