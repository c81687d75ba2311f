/**
 * Whether the column taken for the team names people: then it must not be kept.
 *
 * Pure. Teams and localities are few; children are as many as plans, and a caseworker's column gives itself away by its
 * heading or by initials. Rule: sen2.md section 5 (staff names are never stored).
 */
import type { OpenedFile } from '../../store/register-desk'
import type { ShownReading } from '../../store/register-shown'

const MANY_TEAMS = 25
const FEW_PLANS = 30
const PERSON =
  /\b(?:(?:case)?workers?|officers?|co-?ordinators?|managers?|writers?|authors?|lead|senco|psychologist|ep|name|surname|forename|staff|owner|allocated to|assigned to)\b/i
const PLACE = /\b(?:teams?|areas?|locality|localities|districts?|hubs?|quadrants?|regions?|zones?|clusters?|service)\b/i

export interface TeamColumn {
  readonly kinds: number
  /** `surely`: nothing may be stored until another column is chosen. */
  readonly namesPeople: 'no' | 'perhaps' | 'surely'
}

export function teamColumn({ headings, mapping }: OpenedFile, reading: ShownReading): TeamColumn {
  const { team } = reading.found
  if (mapping.team === null || team?.type !== 'kinds') return { kinds: 0, namesPeople: 'no' }
  const { kinds } = team
  const heading = headings[mapping.team] ?? ''
  const isSurely =
    (PERSON.test(heading) && !PLACE.test(heading)) ||
    reading.teamsWrittenAsPeople * 2 > kinds ||
    (reading.plans >= FEW_PLANS && kinds * 3 > reading.plans)
  if (isSurely) return { kinds, namesPeople: 'surely' }
  return { kinds, namesPeople: kinds > MANY_TEAMS ? 'perhaps' : 'no' }
}
