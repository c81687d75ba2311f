/** The answers of the "About this plan" form, and the facts they stand for. Pure. */
import type { Facts } from '../../../core/framework/schema'
import { YES_NO_FACTS, type YesNoFact, yearFacts } from './plan-facts'

/** `''` is "not known" throughout. */
export type PlanAnswers = {
  readonly yearGroup: string
  readonly status: '' | 'draft' | 'final' | 'amended'
} & Readonly<Record<YesNoFact, '' | 'yes' | 'no'>>

export function answersOf(facts: Facts): PlanAnswers {
  const answer = (fact: YesNoFact) => (facts[fact] === undefined ? '' : facts[fact] ? 'yes' : 'no')
  return {
    yearGroup: facts.yearGroup === undefined ? '' : String(facts.yearGroup),
    status: facts.status ?? '',
    afterReview: answer('afterReview'),
    lookedAfter: answer('lookedAfter'),
    directPayments: answer('directPayments'),
    otherwiseThanSchool: answer('otherwiseThanSchool'),
    phaseTransfer: answer('phaseTransfer'),
  }
}

/** @param before the facts so far: what is never asked (the purpose of the cycle) is kept. */
export function factsFrom(before: Facts, answers: PlanAnswers): Facts {
  const known = YES_NO_FACTS.flatMap((fact) => (answers[fact] === '' ? [] : [[fact, answers[fact] === 'yes'] as const]))
  return {
    ...(before.purpose !== undefined && { purpose: before.purpose }),
    ...(answers.status !== '' && { status: answers.status }),
    ...yearFacts(answers.yearGroup === '' ? undefined : Number(answers.yearGroup)),
    ...Object.fromEntries(known),
  }
}
