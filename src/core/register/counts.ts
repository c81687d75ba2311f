/**
 * Counts of a register: by code, by stratum, by agency. What adds up on screen and in the command line.
 *
 * Pure. A code that does not occur is left out; strata are in code-unit order of their codes.
 */
import type { AdviceAgency } from './codes'
import type { Counts, Marginals, RegisterPlan, StratumCount } from './types'

/** How often each code occurs. */
export function countCodes<Code extends string>(codes: Iterable<Code>): Counts<Code> {
  const counts: Partial<Record<Code, number>> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** Valid plans by each of the four facts that draws are stratified on. */
export function countMarginals(plans: readonly RegisterPlan[]): Marginals {
  return {
    keyStage: countCodes(plans.map((plan) => plan.keyStage)),
    need: countCodes(plans.map((plan) => plan.need)),
    version: countCodes(plans.map((plan) => plan.version)),
    setting: countCodes(plans.map((plan) => plan.setting)),
  }
}

/** Valid plans by key stage, need, version and setting together; empty combinations are left out. */
export function countStrata(plans: readonly RegisterPlan[]): readonly StratumCount[] {
  const cells = new Map<string, { plan: RegisterPlan; n: number }>()
  for (const plan of plans) {
    const key = `${plan.keyStage}|${plan.need}|${plan.version}|${plan.setting}`
    const cell = cells.get(key)
    if (cell) cell.n++
    else cells.set(key, { plan, n: 1 })
  }
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { plan, n }]) => [plan.keyStage, plan.need, plan.version, plan.setting, n])
}

/** Plans with at least one piece of advice, by agency. */
export function countAdvice(plans: readonly RegisterPlan[]): Counts<AdviceAgency> {
  return countCodes(plans.flatMap((plan) => [...new Set(plan.advice.map((piece) => piece.agency))]))
}
