/**
 * How grades follow from ratings, in sentences made from the framework's own rules.
 *
 * Pure. Nothing of any one framework is known here. Rule: standards.md 3.1 and 3.2; core/framework/schema.ts, GradingRules.
 */
import { allCriteria, scoringCore } from '../../core/framework/lookup'
import type { Criterion, Framework, PlanBand } from '../../core/framework/schema'
import { formatPercent } from '../../core/trends/percent'
import { listOf, ratingLabel } from '../../text/audit'
import { gradeText } from '../../text/audit-grade'
import { frameworks } from '../../text/frameworks'

const WORDS = frameworks.graded

export interface HowGraded {
  readonly basics: readonly string[]
  readonly bands: readonly string[]
  readonly exceptions: readonly string[]
  readonly sections: readonly string[]
  readonly floor: { readonly label: string; readonly ids: readonly string[]; readonly rules: readonly string[] } | null
}

export function howGraded(framework: Framework): HowGraded {
  const { earned, subject, section } = framework.grading
  const label = (id: string) => framework.scale.find((grade) => grade.id === id)?.label ?? id
  const core = scoringCore(framework)
  const weight = core.reduce((sum, criterion) => sum + criterion.weight, 0)
  const { maxSteps, notIntoWithKeyNotMet } = subject.override
  return {
    basics: [
      WORDS.intro(core.length, String(weight)),
      WORDS.earned(partOf(earned.met), partOf(earned.partly), partOf(earned['not-met'])),
      ...named(framework, 'key', WORDS.key),
      ...named(framework, 'limiting', WORDS.limiting),
    ],
    bands: subject.bands.map((band) => gradeText.rules.band(label(band.grade), listOf(needsOf(band)))),
    exceptions: [
      WORDS.incident(label(subject.incidentGrade)),
      WORDS.cannotTell(formatPercent(subject.maxCannotTellShare)),
      maxSteps === 0
        ? WORDS.noOverride
        : notIntoWithKeyNotMet
          ? WORDS.overrideNotInto(maxSteps, label(notIntoWithKeyNotMet))
          : WORDS.override(maxSteps),
    ],
    sections: section.bands.map(({ grade, minShare }) =>
      minShare === undefined
        ? WORDS.sectionRest(label(grade))
        : WORDS.sectionBand(label(grade), formatPercent(minShare)),
    ),
    floor: floorOf(framework),
  }
}

function needsOf({ minShare, allKeyMet, maxKeyNotMet, maxLimitingNotMet }: PlanBand): readonly string[] {
  const words = gradeText.rules
  const needs: string[] = []
  if (minShare !== undefined) needs.push(words.minShare(formatPercent(minShare)))
  if (allKeyMet) needs.push(words.allKey)
  else if (maxKeyNotMet !== undefined) needs.push(maxKeyNotMet === 0 ? words.noKey : words.maxKey(maxKeyNotMet))
  if (maxLimitingNotMet !== undefined) {
    needs.push(maxLimitingNotMet === 0 ? words.noLimiting : words.maxLimiting(maxLimitingNotMet))
  }
  return needs.length > 0 ? needs : [words.otherwise]
}

function named(
  framework: Framework,
  role: NonNullable<Criterion['role']>,
  say: (ids: readonly string[]) => string,
): readonly string[] {
  const ids = allCriteria(framework)
    .filter((criterion) => criterion.role === role)
    .map(({ id }) => id)
  return ids.length === 0 ? [] : [say(ids)]
}

function floorOf(framework: Framework): HowGraded['floor'] {
  const { label, notMetOn, atRiskOn } = framework.grading.floor
  const ids = allCriteria(framework)
    .filter((criterion) => criterion.floor)
    .map(({ id }) => id)
  if (ids.length === 0) return null
  const rules = [
    ...(notMetOn.length > 0 ? [WORDS.floorNotMet(notMetOn.map(lowerLabel))] : []),
    ...(atRiskOn.length > 0 ? [WORDS.floorAtRisk(atRiskOn.map(lowerLabel))] : []),
    WORDS.floorMet,
  ]
  return { label, ids, rules }
}

function lowerLabel(rating: Parameters<typeof ratingLabel>[0]): string {
  return ratingLabel(rating).toLowerCase()
}

function partOf(share: number): string {
  if (share === 0) return WORDS.none
  if (share === 0.5) return WORDS.half
  return share === 1 ? WORDS.whole : formatPercent(share)
}
