/**
 * What is known of the plan before it is read, and which of it decides what this auditor is asked.
 *
 * Pure. Rule: standards.md 3.3 (when a criterion applies) and 3.6.
 */
import type { FactName, Facts, Framework } from '../../../core/framework/schema'
import type { Cycle, Subject } from '../../../core/sampling/cycle'

/** In the order in which they are asked. The purpose of the cycle and "post-16" are never asked: they follow. */
export const YES_NO_FACTS = [
  'afterReview',
  'lookedAfter',
  'directPayments',
  'otherwiseThanSchool',
  'phaseTransfer',
] as const
export type YesNoFact = (typeof YES_NO_FACTS)[number]

/** From this National Curriculum year a young person is past compulsory school age. */
const FIRST_YEAR_POST_SIXTEEN = 12

export function factsOf({ facts }: Subject, { purpose }: Cycle): Facts {
  const status = purpose === 'draft' ? 'draft' : facts.version === 'amended' ? 'amended' : 'final'
  return { purpose, status, ...yearFacts(facts.yearGroup ?? undefined) }
}

/** The year group and what follows from it. */
export function yearFacts(yearGroup: number | undefined): Pick<Facts, 'yearGroup' | 'postSixteen'> {
  return yearGroup === undefined ? {} : { yearGroup, postSixteen: yearGroup >= FIRST_YEAR_POST_SIXTEEN }
}

/** The facts on which some criterion of the assignment depends; no others are asked. */
export function factsAsked(framework: Framework, criteria: readonly string[]): ReadonlySet<FactName> {
  const asked = new Set(criteria)
  return new Set(
    framework.sections
      .flatMap((section) => section.criteria)
      .filter(({ id }) => asked.has(id))
      .flatMap(({ appliesWhen }) => appliesWhen ?? [])
      .map(({ fact }) => (fact === 'postSixteen' ? 'yearGroup' : fact)),
  )
}
