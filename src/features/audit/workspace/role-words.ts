/**
 * What a criterion's role means for the grade, in plain words worked out from the framework's own bands.
 *
 * Pure. Rule: standards.md 3.1; nothing of it is fixed here.
 */
import type { Criterion, Framework, PlanBand } from '../../../core/framework/schema'
import { audit } from '../../../text/audit'
import { formatPoints, gradeLabel } from '../../../text/points'

/** `null` for a criterion that simply counts. */
export function roleWords(framework: Framework, criterion: Criterion): string | null {
  const { bands, incidentGrade } = framework.grading.subject
  const best = (fits: (band: PlanBand) => boolean) => {
    const band = bands.find(fits)
    // What the highest grade allows holds nothing down.
    return band === undefined || band === bands[0] ? null : band
  }
  const labelOf = (band: PlanBand | null) => band && gradeLabel(framework, band.grade)
  switch (criterion.role) {
    case 'key': {
      const band = best(({ maxKeyNotMet, allKeyMet }) => allKeyMet !== true && (maxKeyNotMet ?? 1) >= 1)
      return audit.role.key(timesOf(criterion.weight), labelOf(band))
    }
    case 'limiting': {
      const band = best(({ maxLimitingNotMet }) => (maxLimitingNotMet ?? 1) >= 1)
      return audit.role.limiting(labelOf(band), band?.maxLimitingNotMet ?? null)
    }
    case 'diagnostic':
      return audit.role.diagnostic
    case 'incident':
      return audit.role.incident(gradeLabel(framework, incidentGrade))
    case undefined:
      return null
  }
}

function timesOf(weight: number): string {
  if (weight === 1) return audit.role.once
  return weight === 2 ? audit.role.twice : audit.role.times(formatPoints(weight))
}
