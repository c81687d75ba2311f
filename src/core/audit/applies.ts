/**
 * Which criteria an audit is about: those whose conditions hold for what is known of the subject.
 *
 * Pure. A fact that is not known never rules a criterion out; the auditor decides ("not applicable").
 * Rule: standards.md 3.3; the conditions are data, `appliesWhen` in the framework.
 */
import { allCriteria } from '../framework/lookup'
import type { Condition, Criterion, Facts, Framework } from '../framework/schema'
import type { AuditInput } from './graded'

function holds(condition: Condition, facts: Facts): boolean {
  const known = facts[condition.fact]
  if (known === undefined) return true
  if ('is' in condition) return known === condition.is
  if ('isNot' in condition) return known !== condition.isNot
  if (typeof known !== 'number') return true
  return 'atLeast' in condition ? known >= condition.atLeast : known <= condition.atMost
}

/** All conditions of the criterion hold, or cannot be told from the facts. */
export function applies(criterion: Criterion, facts: Facts): boolean {
  return (criterion.appliesWhen ?? []).every((condition) => holds(condition, facts))
}

interface Assigned {
  readonly framework: Framework
  readonly facts: Facts | undefined
  readonly criteria: readonly Criterion[]
}

/** By the list an audit names: ratings come and go, and it stays the same object. */
const assignedBy = new WeakMap<readonly string[], Assigned>()

/** The criteria an auditor is asked to rate: the assignment's that apply, in the framework's order. */
export function assignedCriteria(
  framework: Framework,
  input: Pick<AuditInput, 'criteria' | 'facts'>,
): readonly Criterion[] {
  const known = input.criteria && assignedBy.get(input.criteria)
  if (known && known.framework === framework && known.facts === input.facts) return known.criteria
  const criteria = workOutAssigned(framework, input)
  if (input.criteria) assignedBy.set(input.criteria, { framework, facts: input.facts, criteria })
  return criteria
}

function workOutAssigned(framework: Framework, input: Pick<AuditInput, 'criteria' | 'facts'>): readonly Criterion[] {
  const assignment = input.criteria === undefined ? null : new Set(input.criteria)
  return allCriteria(framework).filter(
    (criterion) => (assignment === null || assignment.has(criterion.id)) && applies(criterion, input.facts ?? {}),
  )
}
