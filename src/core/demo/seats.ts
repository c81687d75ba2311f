/**
 * Who of the fictional county audits which plan: auditors in turn, a plan graded twice by two of different agencies, and
 * the manager as the second of some.
 *
 * Pure. Rule: product.md, "Assignment" and "Blind" (the SEN team alone never makes a result).
 */
import { criteriaFor } from '../audit/criteria-for'
import type { IsoDate } from '../register/codes'
import type { Assignment } from '../sampling/cycle'
import type { Chance } from './chance'
import type { Making, Person } from './making'
import type { SampledPlan } from './sample'

export interface Seat {
  readonly assignmentId: string
  readonly assignment: Assignment
  readonly auditor: Person
}

export interface SeatedPlan extends SampledPlan {
  readonly seats: readonly Seat[]
}

/** Second seats that the manager takes in each month. */
export const MANAGER_SEATS = 3

export function seatPlans(
  making: Making,
  chance: Chance,
  plans: readonly SampledPlan[],
  dueOn: IsoDate,
): readonly SeatedPlan[] {
  const { auditors, manager } = making
  let turn = chance.whole(0, auditors.length - 1)
  let managerSeats = MANAGER_SEATS
  const next = (): Person => {
    const auditor = auditors[turn % auditors.length]
    if (!auditor) throw new RangeError('the fictional county has no auditors')
    turn += 1
    return auditor
  }
  return plans.map((sampled) => {
    const people = [next()]
    if (sampled.subject.double) {
      if (managerSeats > 0) people.push(manager)
      else people.push(next())
      managerSeats -= 1
    }
    const seats = people.map((auditor) => seatFor(making, chance.id(), sampled, auditor, dueOn))
    return { ...sampled, seats }
  })
}

export function seatFor(
  { framework }: Making,
  assignmentId: string,
  { subjectId, subject }: SampledPlan,
  auditor: Person,
  dueOn: IsoDate,
): Seat {
  const { id, agency } = auditor
  const assignment: Assignment = {
    cycleId: subject.cycleId,
    subjectId,
    auditor: id,
    agency,
    criteria: [...criteriaFor(framework, 'core', agency)],
    basis: agency === 'parent-carer-forum' ? 'redacted' : 'duty',
    dueOn,
    state: 'asked',
    declared: null,
    blind: true,
  }
  return { assignmentId, assignment, auditor }
}
