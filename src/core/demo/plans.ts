/**
 * The plans of the fictional county: some three thousand at any time, each with a life of its own (issued, reviewed,
 * amended, ceased), so that every register of the year shows the same plans as they stood on its day.
 *
 * Pure. Facts alone: there is no child behind any of them. Needs and settings are spread as in the published figures for
 * England, January 2025 (sen2.md, section 8); the rest is invented.
 */
import type { StoredPlan } from '../register/chunks'
import type { AdviceAgency, IsoDate, Need, Setting } from '../register/codes'
import { pseudonym } from '../register/phrase'
import { versionOf } from '../register/population'
import type { PlanAdvice } from '../register/types'
import { keyStageOf, schoolYearStart } from '../register/values/years'
import type { Chance } from './chance'
import { addDays, daysFrom } from './days'

/** One plan over the years. */
export interface PlanLife {
  readonly pseudonym: string
  readonly startDate: IsoDate
  /** Days on which an amended final plan was issued, in order. */
  readonly amendedOn: readonly IsoDate[]
  readonly reviewedOn: readonly IsoDate[]
  readonly ceasedOn: IsoDate
  /** Calendar year in which Reception begins for the age group. */
  readonly receptionYear: number
  readonly need: Need
  readonly setting: Setting
  readonly team: string
  readonly advice: readonly PlanAdvice[]
}

const PLANS_EVER = 3_950
const DAYS_BACK = 9 * 365
/** Before the plan was issued. */
const MOST_DAYS_FOR_ADVICE = 110
const FIRST_COLLEGE_YEAR = 12
const TEAMS = ['Hills team', 'Vale team', 'Coast team'] as const

const NEEDS: readonly (readonly [Need, number])[] = [
  ['ASD', 31.5],
  ['SLCN', 21.3],
  ['SEMH', 20.7],
  ['MLD', 10.6],
  ['SLD', 4],
  ['PD', 3.9],
  ['SPLD', 2.3],
  ['HI', 1.4],
  ['PMLD', 1.3],
  ['OTH', 1.2],
  ['VI', 0.8],
  ['DS', 0.6],
  ['MSI', 0.3],
  ['UNK', 0.6],
]
const SCHOOL_SETTINGS: readonly (readonly [Setting, number])[] = [
  ['MAIN', 50],
  ['UNIT', 5],
  ['SPEC', 30],
  ['ISPEC', 6],
  ['AP', 1],
  ['EHE', 2],
  ['EOTAS', 2],
  ['OTHER', 1.5],
  ['NONE', 1],
  ['UNK', 1.5],
]
const COLLEGE_SETTINGS: readonly (readonly [Setting, number])[] = [
  ['FE', 62],
  ['SPEC', 20],
  ['ISPEC', 8],
  ['OTHER', 5],
  ['NONE', 5],
]

/** Year group in which a plan is first issued: most before school and in the first years of primary and secondary. */
const FIRST_YEARS: readonly (readonly [number, number])[] = [
  [-2, 4],
  [-1, 10],
  [0, 12],
  [1, 11],
  [2, 9],
  [3, 8],
  [4, 7],
  [5, 7],
  [6, 7],
  [7, 8],
  [8, 6],
  [9, 5],
  [10, 3],
  [11, 2],
  [12, 1],
]

/** How often speech and language therapy is asked for advice; other needs: one plan in five. */
const SPEECH_ADVICE: Readonly<Partial<Record<Need, number>>> = {
  SLCN: 0.95,
  ASD: 0.55,
  SLD: 0.7,
  HI: 0.7,
  DS: 0.9,
  PMLD: 0.6,
}
const LAST_YEAR_GROUPS: readonly (readonly [number, number])[] = [
  [11, 1],
  [12, 1],
  [13, 4],
  [14, 4],
  [15, 1],
]

/** @param lastDay no plan is first issued after it. @param key of the county's register, for pseudonyms */
export function planLives(chance: Chance, lastDay: IsoDate, key: Uint8Array): readonly PlanLife[] {
  const calendar = daysFrom(addDays(lastDay, -DAYS_BACK - MOST_DAYS_FOR_ADVICE), lastDay)
  return Array.from({ length: PLANS_EVER }, (_, at) => planLife(chance, calendar, pseudonym(key, `DEMO-${at + 1}`)))
}

/** @param calendar every day of the county; a plan's days are places in it, and what comes after its end has not happened. */
function planLife(chance: Chance, calendar: readonly IsoDate[], code: string): PlanLife {
  const dayAt = (place: number): readonly IsoDate[] => calendar.slice(place, place + 1)
  const last = calendar.length - 1
  const start = last - Math.floor(DAYS_BACK * chance.share() ** 1.25)
  const startDate = calendar[start]
  const lastDay = calendar[last]
  if (startDate === undefined || lastDay === undefined) throw new RangeError('a plan begins within the calendar')
  const need = chance.weighted(NEEDS)
  const receptionYear = schoolYearStart(startDate) - chance.weighted(FIRST_YEARS)
  const anniversaries = Array.from({ length: Math.ceil((last - start) / 365) }, (_, at) => start + 365 * (at + 1))
  // One review in eight is not held in its year.
  const reviews = anniversaries.filter(() => chance.happens(0.87)).map((place) => place - chance.whole(0, 45))
  const amendments = reviews.filter(() => chance.happens(0.34)).map((place) => place + chance.whole(60, 150))
  const isCollege = schoolYearStart(lastDay) - receptionYear >= FIRST_COLLEGE_YEAR
  return {
    pseudonym: code,
    startDate,
    amendedOn: amendments.flatMap(dayAt),
    reviewedOn: reviews.flatMap(dayAt),
    ceasedOn: `${receptionYear + chance.weighted(LAST_YEAR_GROUPS) + 1}-07-31`,
    receptionYear,
    need,
    setting: chance.weighted(isCollege ? COLLEGE_SETTINGS : SCHOOL_SETTINGS),
    team: chance.pick(TEAMS),
    advice: adviceOn(chance, need).flatMap(({ agency, daysBefore }) =>
      dayAt(start - daysBefore).map((date) => ({ agency, date })),
    ),
  }
}

function adviceOn(
  chance: Chance,
  need: Need,
): readonly { readonly agency: AdviceAgency; readonly daysBefore: number }[] {
  const asked: readonly (readonly [AdviceAgency, number])[] = [
    ['SCHOOL', 0.97],
    ['EP', 0.96],
    ['HEALTH', 0.7],
    ['SALT', SPEECH_ADVICE[need] ?? 0.2],
    ['OT', need === 'PD' ? 0.8 : 0.25],
    ['SOCIAL', 0.6],
    ['PARENT', 0.9],
  ]
  return asked
    .filter(([, probability]) => chance.happens(probability))
    .map(([agency]) => ({ agency, daysBefore: chance.whole(45, MOST_DAYS_FOR_ADVICE) }))
}

/** A register of the county, as it would have been read on a day. */
export interface RegisterOnDay {
  /** In rank order. */
  readonly plans: readonly StoredPlan[]
  readonly ceased: number
}

export function registerOn(lives: readonly PlanLife[], asOf: IsoDate): RegisterOnDay {
  const issued = lives.filter((life) => life.startDate <= asOf)
  const inForce = issued.filter((life) => life.ceasedOn > asOf)
  return { plans: inForce.map((life, rank) => planOn(life, rank, asOf)), ceased: issued.length - inForce.length }
}

function planOn(life: PlanLife, rank: number, asOf: IsoDate): StoredPlan {
  const { need, setting, team, startDate, advice } = life
  const yearGroup = schoolYearStart(asOf) - life.receptionYear
  const amended = life.amendedOn.filter((day) => day <= asOf).at(-1) ?? null
  const version = versionOf(startDate, amended, asOf)
  return {
    rank,
    pseudonym: life.pseudonym,
    keyStage: keyStageOf(yearGroup),
    yearGroup,
    need,
    version,
    setting,
    team,
    startDate,
    latestDate: amended ?? startDate,
    lastReview: life.reviewedOn.filter((day) => day <= asOf).at(-1) ?? null,
    status: version === 'amended' ? 'amended' : 'final',
    advice,
  }
}
