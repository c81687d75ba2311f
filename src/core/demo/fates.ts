/**
 * How far each audit of the fictional county gets: all of them in the months that are over, some of them in the month in
 * progress. Decided before anybody is asked, so that the days asked for can follow.
 *
 * Pure: chance and today are arguments; nothing happens after the evening before today.
 */
import type { IsoDate } from '../register/codes'
import type { Chance } from './chance'
import { addDays, daysBetween, timeOn, workday, workdayBefore } from './days'
import type { Making, Person } from './making'
import type { Month } from './sample'
import type { Seat, SeatedPlan } from './seats'

export type Fate =
  | { readonly type: 'submitted'; readonly openedAt: string; readonly submittedAt: string }
  | { readonly type: 'started'; readonly openedAt: string; readonly ratedShare: number }
  | { readonly type: 'asked' }
  /** Handed back: the auditor knows the child. */
  | { readonly type: 'handed-back'; readonly at: string }

export interface PlanFate {
  readonly plan: SeatedPlan
  /** One for each seat. */
  readonly fates: readonly Fate[]
  /** Its auditors come to different grades: the panel has something to talk about. */
  readonly differs: boolean
  readonly hasIncident: boolean
  readonly hasConcern: boolean
}

const PLAIN = { differs: false, hasIncident: false, hasConcern: false }

function submittedOn(chance: Chance, day: IsoDate): Fate {
  const minute = chance.whole(10 * 60 + 30, 16 * 60)
  return {
    type: 'submitted',
    openedAt: timeOn(day, minute),
    submittedAt: timeOn(day, minute + chance.whole(14, 52)),
  }
}

/** A month that is over: everybody has submitted, some late. */
export function pastFates(chance: Chance, plans: readonly SeatedPlan[], month: Month): readonly PlanFate[] {
  const dayFor = ({ lateShare }: Person) =>
    chance.happens(lateShare)
      ? workday(addDays(month.dueOn, chance.whole(1, 4)))
      : workday(addDays(month.startsOn, chance.whole(2, 24)))
  return plans.map((plan) => ({
    ...PLAIN,
    plan,
    fates: plan.seats.map(({ auditor }) => submittedOn(chance, dayFor(auditor))),
  }))
}

/** Plans whose auditors differ and wait for the panel. */
const TO_MODERATE = 3

/** The month in progress: something of everything that can be met with. */
export function presentFates(
  making: Making,
  chance: Chance,
  plans: readonly SeatedPlan[],
  month: Month,
): readonly PlanFate[] {
  const { today, manager } = making
  const elapsed = daysBetween(month.startsOn, today)
  const dayGoneBy = () => workdayBefore(addDays(month.startsOn, chance.whole(3, elapsed - 1)))
  const submitted = () => submittedOn(chance, dayGoneBy())
  const started = (): Fate => ({
    type: 'started',
    openedAt: timeOn(dayGoneBy(), chance.whole(10 * 60 + 30, 16 * 60)),
    ratedShare: 0.3 + 0.5 * chance.share(),
  })
  const asked: Fate = { type: 'asked' }
  const byChance = (): Fate =>
    chance.weighted([
      [submitted, 60],
      [started, 15],
      [() => asked, 25],
    ])()

  const own: Fate[] = [started(), asked, asked]
  const singles: (() => Omit<PlanFate, 'plan'>)[] = [
    () => ({ ...PLAIN, fates: [submitted()], hasIncident: true }),
    () => ({ ...PLAIN, fates: [started()], hasConcern: true }),
    () => ({ ...PLAIN, fates: [{ type: 'handed-back', at: timeOn(workday(addDays(month.startsOn, 2)), 10 * 60) }] }),
    () => ({ ...PLAIN, fates: [asked] }),
  ]
  let toModerate = TO_MODERATE
  return plans.map((plan): PlanFate => {
    const { seats } = plan
    if (seats.length === 1) return { plan, ...(singles.shift()?.() ?? { ...PLAIN, fates: [byChance()] }) }
    // Whoever shares a plan with the manager has submitted: the manager's own audit then opens both.
    const isManagers = seats.some(({ auditor }) => auditor === manager)
    if (isManagers) {
      const fates = seats.map(({ auditor }) => (auditor === manager ? (own.shift() ?? asked) : submitted()))
      return { ...PLAIN, plan, fates }
    }
    const differs = toModerate > 0
    toModerate -= 1
    return { ...PLAIN, plan, differs, fates: seats.map(() => (differs ? submitted() : byChance())) }
  })
}

/** Days asked for in the month in progress: the manager's own soon, and one auditor late. */
export function withDueDays({ today, manager }: Making, fates: readonly PlanFate[]): readonly PlanFate[] {
  const soon = [addDays(today, 6), addDays(today, 2), addDays(today, 4)].map(workday)
  const isOthersAsked = (seat: Seat, fate: Fate | undefined) => fate?.type === 'asked' && seat.auditor !== manager
  const candidates = fates.flatMap(({ plan, fates: own }) =>
    plan.seats.filter((seat, at) => isOthersAsked(seat, own[at])),
  )
  const late = [...candidates].sort((a, b) => b.auditor.lateShare - a.auditor.lateShare)[0]
  const dueOf = (seat: Seat): IsoDate => {
    if (seat === late) return workdayBefore(addDays(today, -2))
    return seat.auditor === manager ? (soon.shift() ?? seat.assignment.dueOn) : seat.assignment.dueOn
  }
  return fates.map((fate) => ({
    ...fate,
    plan: {
      ...fate.plan,
      seats: fate.plan.seats.map((seat) => ({ ...seat, assignment: { ...seat.assignment, dueOn: dueOf(seat) } })),
    },
  }))
}
