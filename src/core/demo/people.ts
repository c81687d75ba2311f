/**
 * Who takes part in the fictional county: a manager, a chair, and two auditors of each of five agencies.
 *
 * Pure data. Everybody is named by role: no invented person has a name. Severity is how much harder than the rest an
 * auditor looks, on the scale of judgement.ts; it is there to be found in the results.
 */
import type { Role } from '../access/member'
import { SEN_TEAM } from '../trends/result'

export interface CountyMember {
  readonly name: string
  readonly agency: string
  readonly roles: readonly Role[]
  readonly severity: number
  /** Share of audits handed in after the day they were due. */
  readonly lateShare: number
}

const AUDITOR: readonly Role[] = ['auditor']

/** The person a newcomer is: may see everything, and has audits of their own to do. */
export const MANAGER: CountyMember = {
  name: 'SEN team manager',
  agency: SEN_TEAM,
  roles: ['manager', 'chair', 'auditor'],
  severity: -0.1,
  lateShare: 0,
}

export const CHAIR: CountyMember = {
  name: 'Panel chair',
  agency: 'education',
  roles: ['chair'],
  severity: 0,
  lateShare: 0,
}

/** In the order in which plans are handed out: neighbours are of different agencies. */
export const AUDITORS: readonly CountyMember[] = [
  { name: 'Education auditor 1', agency: 'education', roles: AUDITOR, severity: 0.1, lateShare: 0.04 },
  {
    name: 'Educational psychologist 1',
    agency: 'educational-psychology',
    roles: AUDITOR,
    severity: 0.55,
    lateShare: 0.05,
  },
  { name: 'Health auditor 1', agency: 'health', roles: AUDITOR, severity: -0.15, lateShare: 0.1 },
  { name: 'Social care auditor 1', agency: 'social-care', roles: AUDITOR, severity: -0.1, lateShare: 0.06 },
  {
    name: 'Parent-carer representative 1',
    agency: 'parent-carer-forum',
    roles: AUDITOR,
    severity: 0.15,
    lateShare: 0.02,
  },
  { name: 'Education auditor 2', agency: 'education', roles: AUDITOR, severity: -0.3, lateShare: 0.04 },
  {
    name: 'Educational psychologist 2',
    agency: 'educational-psychology',
    roles: AUDITOR,
    severity: 0,
    lateShare: 0.05,
  },
  { name: 'Health auditor 2', agency: 'health', roles: AUDITOR, severity: -0.4, lateShare: 0.3 },
  { name: 'Social care auditor 2', agency: 'social-care', roles: AUDITOR, severity: 0.1, lateShare: 0.08 },
  {
    name: 'Parent-carer representative 2',
    agency: 'parent-carer-forum',
    roles: AUDITOR,
    severity: 0.2,
    lateShare: 0.02,
  },
]
