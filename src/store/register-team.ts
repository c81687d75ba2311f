/**
 * Whether the column taken for the team names people: then it is not kept, whoever chose it.
 *
 * Pure. Teams and localities are few; children are as many as plans, and a caseworker's column gives itself away by its
 * heading or by the way its values are written. Rule: sen2.md section 5 (names are never stored).
 */
import type { RegisterPlan } from '../core/register/types'

export interface TeamColumn {
  /** Different values. */
  readonly kinds: number
  /** `surely`: nothing of the column is kept. `perhaps`: so many values that a person should look. */
  readonly namesPeople: 'no' | 'perhaps' | 'surely'
}

const MANY_TEAMS = 25
const FEW_PLANS = 30
const PERSON =
  /\b(?:(?:case)?workers?|officers?|co-?ordinators?|managers?|writers?|authors?|lead|senco|psychologist|ep|name|surname|forename|staff|owner|allocated to|assigned to)\b/i
const PLACE = /\b(?:teams?|areas?|locality|localities|districts?|hubs?|quadrants?|regions?|zones?|clusters?|service)\b/i
/** An initial or a title and a surname; a surname, a comma and a name. */
const AS_PEOPLE = /^(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? |[A-Z]\.? ?(?:[A-Z]\.? ?)?[A-Z][\p{Ll}’'])|^[\p{L}’'-]+, \p{Lu}/u

/** @param heading of the column; null when it has none to show */
export function judgeTeams(heading: string | null, plans: readonly Pick<RegisterPlan, 'team'>[]): TeamColumn {
  const teams = new Set(plans.flatMap(({ team }) => (team === null ? [] : [team])))
  const kinds = teams.size
  if (kinds === 0) return { kinds, namesPeople: 'no' }
  const asPeople = [...teams].filter((team) => AS_PEOPLE.test(team)).length
  const isPersonsRole = heading !== null && PERSON.test(heading) && !PLACE.test(heading)
  const isAsManyAsPlans = plans.length >= FEW_PLANS && kinds * 3 > plans.length
  if (isPersonsRole || isAsManyAsPlans || asPeople * 2 > kinds) return { kinds, namesPeople: 'surely' }
  return { kinds, namesPeople: kinds > MANY_TEAMS ? 'perhaps' : 'no' }
}
