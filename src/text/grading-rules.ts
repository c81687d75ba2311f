/** How a grade follows from the points and the key and limiting criteria, in sentences from the framework's own bands. Pure. */
import type { Framework, PlanBand } from '../core/framework/schema'
import { listOf } from './audit'
import { gradeText } from './audit-grade'
import { formatShare, gradeLabel } from './points'

export function gradingRules(framework: Framework): readonly string[] {
  const { bands, incidentGrade } = framework.grading.subject
  const words = gradeText.rules
  return [
    ...bands.map((band) => words.band(gradeLabel(framework, band.grade), listOf(needsOf(framework, band)))),
    words.incident(gradeLabel(framework, incidentGrade)),
  ]
}

function needsOf(framework: Framework, band: PlanBand): readonly string[] {
  const words = gradeText.rules
  const { minShare, allKeyMet, maxKeyNotMet, maxLimitingNotMet } = band
  const needs: string[] = []
  if (minShare !== undefined) needs.push(words.minShare(formatShare(framework, minShare)))
  if (allKeyMet === true) needs.push(words.allKey)
  else if (maxKeyNotMet !== undefined) needs.push(maxKeyNotMet === 0 ? words.noKey : words.maxKey(maxKeyNotMet))
  if (maxLimitingNotMet !== undefined)
    needs.push(maxLimitingNotMet === 0 ? words.noLimiting : words.maxLimiting(maxLimitingNotMet))
  return needs.length > 0 ? needs : [words.otherwise]
}
