/**
 * How the auditors of the fictional county judge: a plan has a quality, a criterion a difficulty, an auditor a severity,
 * and chance is added. Two services are planted: speech and language therapy, whose vague advice pulls down what rests on
 * it all year, and social care, which was missing in the first months and has recovered by the last.
 *
 * Pure: chance is an argument. The shape is that of the model under tests/frameworks (standards.md 3.1); the numbers are ours.
 */
import type { Ratings } from '../audit/graded'
import type { Criterion, Framework, RatedCriterion, Rating } from '../framework/schema'
import { normalQuantile } from '../statistics/normal'
import type { Chance } from './chance'
import { describeShortfall, noteFor } from './shortfall'

/** What there is to be seen in one plan, whoever looks: above 0 is good work. */
export interface PlanTruth {
  readonly seenAt: ReadonlyMap<string, number>
  readonly notApplicable: ReadonlySet<string>
  readonly hasSpeechAdvice: boolean
}

export interface Judged {
  readonly ratings: Ratings
  readonly notes: Readonly<Record<string, string>>
}

const MEAN = 1.7
/** How much better plans are at the end of the year than at its start. */
const RISE = 0.6
const SPREAD = 1.2
const HALF_GAP = 1.2
const NOISE_OF_PLAN = 0.8
const NOISE_OF_AUDITOR = 0.3
const CANNOT_TELL_SHARE = 0.015

/** Above 0: harder than most. What must stand in a plan by law mostly does; what takes craft is often lacking. */
const DIFFICULTY: Readonly<Record<string, number>> = {
  A1: -0.6,
  B1: -0.5,
  B2: 0.6,
  C1: -0.6,
  E1: -2,
  E2: 1.2,
  E3: 0.8,
  F1: -0.3,
  F2: 0.1,
  F5: -1.2,
  F6: -0.4,
  F8: 0.2,
  F10: 0.4,
  G1: -0.6,
  I1: -3,
  W1: 0.4,
  W2: -3,
  W4: 0.7,
  W8: 0.7,
  W9: 0.6,
}
const NOT_APPLICABLE_SHARE: Readonly<Record<string, number>> = { G1: 0.35, H1a: 0.1, F10: 0.05, W9: 0.05 }

/** The weak service: what it costs a plan that rests on its advice. */
const SPEECH_COST: Readonly<Record<string, number>> = { F2: 1.7, F6: 1.9, F8: 1.9 }
/** The recovering service: what it costs in the first months, nothing in the last. */
const SOCIAL_CARE_COST: Readonly<Record<string, number>> = { D1: 3.4, H1a: 3.4 }

export interface PlanToJudge {
  readonly hasSpeechAdvice: boolean
  /** How good it is beside the others of its month: standard normal. */
  readonly quality: number
  /** 0 at the start of the year, 1 at its end. */
  readonly yearShare: number
}

/**
 * Qualities of the plans of one month, spread evenly over the normal distribution and shuffled: chance would make the
 * months differ so much that nobody could see the year's rise in samples of this size.
 */
export function evenQualities(chance: Chance, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => ({ at, place: chance.share() }))
    .sort((a, b) => a.place - b.place)
    .map(({ at }) => normalQuantile((at + 0.5) / count))
}

/** What is to be seen in one plan. The same for all who audit it. */
export function planTruth(chance: Chance, criteria: readonly Criterion[], plan: PlanToJudge): PlanTruth {
  const quality = MEAN + RISE * plan.yearShare + SPREAD * plan.quality
  const recovery = Math.max(0, 1 - plan.yearShare * 1.5)
  const costOf = (id: string) =>
    (plan.hasSpeechAdvice ? (SPEECH_COST[id] ?? 0) : 0) + (SOCIAL_CARE_COST[id] ?? 0) * recovery
  const seen = (id: string) => quality - (DIFFICULTY[id] ?? 0) - costOf(id) + NOISE_OF_PLAN * chance.logistic()
  const nothingToFind = (id: string) =>
    chance.happens(id === 'F6' && !plan.hasSpeechAdvice ? 0.55 : (NOT_APPLICABLE_SHARE[id] ?? 0))
  return {
    seenAt: new Map(criteria.map(({ id }) => [id, seen(id)])),
    notApplicable: new Set(criteria.filter(({ id }) => nothingToFind(id)).map(({ id }) => id)),
    hasSpeechAdvice: plan.hasSpeechAdvice,
  }
}

/** What one auditor says of the criteria they are asked about. */
export function judge(input: {
  readonly chance: Chance
  readonly framework: Framework
  readonly criteria: readonly Criterion[]
  readonly truth: PlanTruth
  readonly severity: number
}): Judged {
  const { chance, framework, criteria, truth, severity } = input
  const ratings: Record<string, RatedCriterion> = {}
  const notes: Record<string, string> = {}
  for (const criterion of criteria) {
    const { id } = criterion
    const rating = ratingOf(chance, criterion, truth, severity)
    const isSpeech = truth.hasSpeechAdvice && SPEECH_COST[id] !== undefined
    const rated = describeShortfall(chance, framework, { criterion, rating, isSpeech })
    ratings[id] = rated
    const note = noteFor(chance, id, rated)
    if (note !== null) notes[id] = note
  }
  return { ratings, notes }
}

function ratingOf(chance: Chance, criterion: Criterion, truth: PlanTruth, severity: number): Rating {
  const seen = (truth.seenAt.get(criterion.id) ?? 0) - severity + NOISE_OF_AUDITOR * chance.normal()
  if (truth.notApplicable.has(criterion.id)) return 'not-applicable'
  if (criterion.judgedFrom.includes('advice') && chance.happens(CANNOT_TELL_SHARE)) return 'cannot-tell'
  if (seen > HALF_GAP) return 'met'
  return seen > -HALF_GAP ? 'partly' : 'not-met'
}
