/** When a criterion applies, in words made from its conditions. Pure. Rule: core/audit/applies.ts. */
import type { Condition, Criterion } from '../../core/framework/schema'
import { frameworks } from '../../text/frameworks'

const WORDS = frameworks.condition

/** `null` when it always applies. */
export function appliesWords({ appliesWhen }: Criterion): string | null {
  return appliesWhen ? WORDS.and(appliesWhen.map(conditionWords)) : null
}

function conditionWords(condition: Condition): string {
  const { fact } = condition
  switch (fact) {
    case 'yearGroup':
      if ('atLeast' in condition) return WORDS.yearFrom(String(condition.atLeast))
      if ('atMost' in condition) return WORDS.yearTo(String(condition.atMost))
      return 'is' in condition ? WORDS.yearIs(String(condition.is)) : WORDS.yearIsNot(String(condition.isNot))
    case 'status':
      return 'is' in condition ? WORDS.statusIs(String(condition.is)) : WORDS.statusIsNot(excluded(condition))
    case 'purpose':
      return 'is' in condition ? WORDS.purposeIs(String(condition.is)) : WORDS.purposeIsNot(excluded(condition))
    default:
      // For yes and no, "is not no" is yes.
      return WORDS.fact(fact, 'is' in condition ? condition.is === true : excluded(condition) === 'false')
  }
}

function excluded(condition: Condition): string {
  return 'isNot' in condition ? String(condition.isNot) : ''
}
