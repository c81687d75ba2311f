/**
 * Which grade a share earns, and which key or limiting criteria hold it lower.
 *
 * Pure. Bands are tried from the highest grade down and the first that fits is given. Each cap is shown with the grade it
 * alone would lower the share's grade to, so that an auditor sees what mending which criterion would change.
 * Rule: standards.md 3.1; the bands are `grading.subject.bands` of the framework.
 */
import type { Criterion, Framework, PlanBand } from '../framework/schema'
import type { Ratings, Reason } from './graded'
import { ratingOf, reaches } from './share'

type Offenders = (band: PlanBand) => readonly string[]

/** The criteria of a role among those given that are rated not met. */
export function notMetOfRole(
  criteria: readonly Criterion[],
  ratings: Ratings,
  role: Criterion['role'],
): readonly string[] {
  return criteria
    .filter((criterion) => criterion.role === role && ratingOf(ratings, criterion.id)?.rating === 'not-met')
    .map((criterion) => criterion.id)
}

/** A key criterion that is not applicable stands in nobody's way; partly met or "cannot tell" is not met in full. */
function keyShortOfMet(core: readonly Criterion[], ratings: Ratings): readonly string[] {
  return core
    .filter((criterion) => criterion.role === 'key')
    .map((criterion) => criterion.id)
    .filter((id) => !['met', 'not-applicable'].includes(ratingOf(ratings, id)?.rating ?? ''))
}

/**
 * The derived grade of a rated core with its reasons: the share first, then each cap that lowers it.
 * @throws RangeError when no band fits: a framework that `framework check` refuses.
 */
export function gradeByBands(
  framework: Framework,
  core: readonly Criterion[],
  ratings: Ratings,
  share: number,
): { readonly grade: string; readonly reasons: readonly Reason[] } {
  const { bands } = framework.grading.subject
  const keyNotMet = notMetOfRole(core, ratings, 'key')
  const keyShort = keyShortOfMet(core, ratings)
  const limitingNotMet = notMetOfRole(core, ratings, 'limiting')

  const byKey: Offenders = (band) => {
    if (band.allKeyMet === true && keyShort.length > 0) return keyShort
    return band.maxKeyNotMet !== undefined && keyNotMet.length > band.maxKeyNotMet ? keyNotMet : []
  }
  const byLimiting: Offenders = (band) =>
    band.maxLimitingNotMet !== undefined && limitingNotMet.length > band.maxLimitingNotMet ? limitingNotMet : []

  const earned = bands.filter((band) => reaches(share, band.minShare))
  const first = (fits: (band: PlanBand) => boolean): PlanBand => {
    const band = earned.find(fits)
    if (!band) throw new RangeError(`no band of framework ${framework.id} catches this audit`)
    return band
  }
  const byShare = first(() => true)
  const capped = (type: 'key' | 'limiting', offenders: Offenders): readonly Reason[] => {
    const to = first((band) => offenders(band).length === 0)
    // The criteria that shut the band just above the one the cap leads to: mending them is what would lift the grade.
    const shut = earned.slice(0, earned.indexOf(to)).at(-1)
    return shut ? [{ type, criteria: offenders(shut), to: to.grade }] : []
  }
  return {
    grade: first((band) => byKey(band).length === 0 && byLimiting(band).length === 0).grade,
    reasons: [
      { type: 'share', criteria: [], to: byShare.grade },
      ...capped('key', byKey),
      ...capped('limiting', byLimiting),
    ],
  }
}
