/**
 * Which criteria an auditor of an agency is asked to rate, by the cycle's choice.
 *
 * Pure. Everybody rates the same core and, with it, the rest of the minimum standard, so that both can be said of every
 * plan; what an agency leads on comes on top. An incident is reported by its own button on every page and is not a
 * criterion to rate; facts from the case file are entered by the SEN team alone, outside blind grading.
 * Rule: product.md, "Whole plan"; standards.md 3.1 and 3.2.
 */
import { allCriteria } from '../framework/lookup'
import type { Criterion, Framework } from '../framework/schema'
import type { CriteriaChoice } from '../sampling/cycle'
import { SEN_TEAM } from '../trends/result'

/** Whether an agency speaks first on a criterion, for itself or for an office that is part of it. */
export function leadsOn(framework: Framework, criterion: Criterion, agency: string): boolean {
  if (criterion.lead === agency) return true
  return framework.agencies.some(({ id, partOf }) => id === criterion.lead && partOf === agency)
}

function isAsked(framework: Framework, criterion: Criterion, choice: CriteriaChoice, agency: string): boolean {
  if (criterion.role === 'incident') return false
  if (criterion.complianceStrip) return choice !== 'core' && agency === SEN_TEAM
  if (criterion.core || criterion.floor) return true
  return choice === 'all' || (choice === 'core-and-lead' && leadsOn(framework, criterion, agency))
}

/** @returns ids in the framework's order; those that do not apply to the plan are left out later, by its facts. */
export function criteriaFor(framework: Framework, choice: CriteriaChoice, agency: string): readonly string[] {
  return allCriteria(framework)
    .filter((criterion) => isAsked(framework, criterion, choice, agency))
    .map(({ id }) => id)
}
