/**
 * What a framework's grading rules must satisfy so that every audit gets one grade and better work never a lower one.
 *
 * Pure. Rule: standards.md 3.1. Bands run from the highest grade down, each asks no more than the one above it, and the
 * last one asks nothing.
 */
import { gradeStep } from './lookup'
import { type Problem, placeOf } from './problem'
import type { Framework, PlanBand } from './schema'

export function checkGrading(framework: Framework): readonly Problem[] {
  const { subject, section } = framework.grading
  return [
    ...checkScale(framework),
    ...checkEarned(framework),
    ...checkBands(framework, subject.bands, ['grading', 'subject', 'bands']),
    ...checkBands(framework, section.bands, ['grading', 'section', 'bands']),
    ...onScale(framework, subject.incidentGrade, 'grading.subject.incidentGrade'),
    ...onScale(framework, subject.override.notIntoWithKeyNotMet, 'grading.subject.override.notIntoWithKeyNotMet'),
    ...checkFloorRule(framework),
  ]
}

function onScale(framework: Framework, grade: string | undefined, where: string): readonly Problem[] {
  return grade === undefined || gradeStep(framework, grade) >= 0
    ? []
    : [{ where, message: `"${grade}" is not a grade of this framework's scale.` }]
}

function checkScale({ scale }: Framework): readonly Problem[] {
  const firstGood = scale.findIndex((grade) => grade.goodOrBetter)
  if (firstGood < 1) {
    return [{ where: 'scale', message: 'The scale needs at least one grade that is good or better and one below it.' }]
  }
  const slip = scale.findIndex((grade, step) => step > firstGood && !grade.goodOrBetter)
  return slip < 0
    ? []
    : [
        {
          where: `scale[${slip}].goodOrBetter`,
          message: 'The scale runs from lowest to highest; a lower grade is good already.',
        },
      ]
}

function checkEarned({ grading: { earned } }: Framework): readonly Problem[] {
  const falls = earned.met >= earned.partly && earned.partly >= earned['not-met'] && earned.met > earned['not-met']
  return falls
    ? []
    : [
        {
          where: 'grading.earned',
          message: 'Met must earn at least as much as partly, partly as not met, and met more than not met.',
        },
      ]
}

function checkBands(framework: Framework, bands: readonly PlanBand[], path: readonly string[]): readonly Problem[] {
  const problems: Problem[] = []
  const say = (step: readonly (string | number)[], message: string) =>
    problems.push({ where: placeOf([...path, ...step]), message })

  for (const [i, band] of bands.entries()) {
    problems.push(...onScale(framework, band.grade, placeOf([...path, i, 'grade'])))
    const above = bands[i - 1]
    if (above === undefined) continue
    if (gradeStep(framework, band.grade) >= gradeStep(framework, above.grade)) {
      say([i, 'grade'], `Bands run from the highest grade down; "${band.grade}" is not below "${above.grade}".`)
    }
    for (const field of stricterThan(above, band)) {
      say([i, field], `This asks more for "${band.grade}" than is asked for "${above.grade}".`)
    }
  }
  const last = bands.at(-1)
  if (last && limitsOf(last).length > 0) {
    say(
      [bands.length - 1],
      `The last band must catch all that is left, so it can have no ${limitsOf(last).join(', ')}.`,
    )
  }
  return problems
}

function stricterThan(above: PlanBand, band: PlanBand): readonly string[] {
  const unlimited = Number.POSITIVE_INFINITY
  const stricter = {
    minShare: (band.minShare ?? 0) > (above.minShare ?? 0),
    maxKeyNotMet: (band.maxKeyNotMet ?? unlimited) < (above.maxKeyNotMet ?? (above.allKeyMet === true ? 0 : unlimited)),
    maxLimitingNotMet: (band.maxLimitingNotMet ?? unlimited) < (above.maxLimitingNotMet ?? unlimited),
    allKeyMet: band.allKeyMet === true && above.allKeyMet !== true,
  }
  return Object.entries(stricter).flatMap(([field, isStricter]) => (isStricter ? [field] : []))
}

function limitsOf(band: PlanBand): readonly string[] {
  return [
    ...((band.minShare ?? 0) > 0 ? ['minShare'] : []),
    ...(band.maxKeyNotMet === undefined ? [] : ['maxKeyNotMet']),
    ...(band.maxLimitingNotMet === undefined ? [] : ['maxLimitingNotMet']),
    ...(band.allKeyMet === true ? ['allKeyMet'] : []),
  ]
}

function checkFloorRule({ grading: { floor } }: Framework): readonly Problem[] {
  const problems: Problem[] = []
  const say = (field: string, message: string) => problems.push({ where: `grading.floor.${field}`, message })
  if (floor.notMetOn.length === 0) say('notMetOn', 'At least one rating must fail the minimum standard.')
  for (const field of ['notMetOn', 'atRiskOn'] as const) {
    const harmless = floor[field].filter((rating) => rating === 'met' || rating === 'not-applicable')
    if (harmless.length > 0) say(field, `"${harmless.join('", "')}" cannot count against the minimum standard.`)
  }
  const both = floor.atRiskOn.filter((rating) => floor.notMetOn.includes(rating))
  if (both.length > 0) say('atRiskOn', `"${both.join('", "')}" already fails the minimum standard.`)
  return problems
}
