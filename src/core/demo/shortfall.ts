/**
 * What an auditor of the fictional county says of a shortfall: where it arose, who owns it, how it is mended, and a note.
 *
 * Pure: chance is an argument. Only words the framework has are used. Rule: product.md, "Shortfall".
 */
import type { Criterion, Framework, RatedCriterion, Rating } from '../framework/schema'
import type { Chance } from './chance'
import { SHORTFALL_NOTES, SPEECH_NOTES, STRENGTH_NOTES } from './words'

/** Words with how often each is said beside the others. */
type Weights = Readonly<Record<string, number>>

/** Who owns a shortfall, by the first letter of its criterion. */
const OWNERS: Readonly<Record<string, Weights>> = {
  A: { school: 3, 'sen-team': 2 },
  B: { 'educational-psychology': 3, school: 3, 'sen-team': 2, paediatrics: 1 },
  C: { paediatrics: 3, nursing: 1, camhs: 1 },
  D: { 'social-care': 1 },
  E: { 'educational-psychology': 3, school: 2, 'sen-team': 2 },
  F: { 'sen-team': 3, school: 3, 'educational-psychology': 2, ot: 2, 'specialist-teaching': 1 },
  G: { paediatrics: 2, ot: 2, physio: 1, camhs: 1 },
  H: { 'social-care': 1 },
}
const CAUSES: Readonly<Record<string, Weights>> = {
  A: { 'not-updated': 3, template: 2 },
  B: { omitted: 4, weakened: 1, late: 1 },
  C: { 'no-advice': 3, late: 2, omitted: 1 },
  D: { 'no-advice': 4, late: 2, template: 1 },
  E: { template: 3, 'vague-advice': 2, 'not-updated': 1 },
  F: { weakened: 3, omitted: 3, template: 1, 'not-agreed': 1 },
  G: { 'no-advice': 2, 'vague-advice': 2, late: 1 },
  H: { 'no-advice': 4, late: 2 },
}
const WRITERS: Weights = { 'sen-team': 1 }
const WRITING: Weights = { template: 2, 'not-updated': 2, 'not-agreed': 1 }
const FIX_OF_FLOOR: Weights = { 'amendment-notice': 4, 'next-review': 2 }
const FIX_OF_REST: Weights = { 'next-review': 4, 'feedback-only': 3, 'amendment-notice': 1 }
/** Now and then an auditor leaves out where a shortfall arose. */
const SILENT_SHARE = 0.06

export interface Found {
  readonly criterion: Criterion
  readonly rating: Rating
  /** The shortfall rests on the advice of speech and language therapy. */
  readonly isSpeech: boolean
}

/** A rating with where a shortfall arose, who owns it and how it is mended. */
export function describeShortfall(
  chance: Chance,
  { shortfall }: Framework,
  { criterion, rating, isSpeech }: Found,
): RatedCriterion {
  if (rating !== 'partly' && rating !== 'not-met') return { rating }
  const say = (weights: Weights) => chance.weighted(Object.entries(weights))
  const section = criterion.id.slice(0, 1)
  const blamesSpeech = isSpeech && chance.happens(0.85)
  const cause = blamesSpeech ? 'vague-advice' : say(CAUSES[section] ?? WRITING)
  const service = blamesSpeech ? 'salt' : say(OWNERS[section] ?? WRITERS)
  const fix = say(criterion.floor && rating === 'not-met' ? FIX_OF_FLOOR : FIX_OF_REST)
  if (chance.happens(SILENT_SHARE)) return { rating }
  return {
    rating,
    ...(shortfall.causes.some(({ id }) => id === cause) ? { cause } : {}),
    ...(shortfall.services.some(({ id }) => id === service) ? { service } : {}),
    ...(shortfall.fixes.some(({ id }) => id === fix) ? { fix } : {}),
  }
}

/** What the auditor writes beside the rating; `null`: nothing. */
export function noteFor(chance: Chance, id: string, { rating, service }: RatedCriterion): string | null {
  if (rating === 'met') return chance.happens(0.03) ? chance.pick(STRENGTH_NOTES) : null
  if (rating !== 'partly' && rating !== 'not-met') return null
  const bank = (service === 'salt' ? SPEECH_NOTES[id] : undefined) ?? SHORTFALL_NOTES[id]
  return bank && chance.happens(0.6) ? chance.pick(bank) : null
}
