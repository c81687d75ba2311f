/**
 * Quillshire, a county that does not exist: a register, twelve monthly samples and the audits of five agencies, so that
 * somebody new sees what Plumbline looks like after a year of use.
 *
 * Pure: seed, today and the standards are arguments; the same three give the same county. Its area id begins with
 * `demo-` (core/access/demo-area.ts). Rule: issue "living demo"; every record is made by the ops people use (ledger.ts).
 */

import { DEMO_AREA_PREFIX } from '../access/demo-area'
import { contentHash } from '../framework/content-hash'
import type { Framework } from '../framework/schema'
import { areaCreate } from '../ops/area-create'
import { frameworkKey } from '../ops/keys'
import { memberSet } from '../ops/member-set'
import type { Change } from '../ops/op'
import { registerImport } from '../ops/register-import'
import type { StoredPlan } from '../register/chunks'
import type { IsoDate } from '../register/codes'
import { registerDigest, toDrawPlan } from '../sampling/frame'
import { SEN_TEAM } from '../trends/result'
import { chanceOf } from './chance'
import { addDays, monthsBefore, timeOn, workday, workdayBefore } from './days'
import { createLedger } from './ledger'
import { acting, type Making, type Person, streamOf } from './making'
import { liveMonth, type Mishap } from './month'
import { AUDITORS, CHAIR, type CountyMember, MANAGER } from './people'
import { type PlanLife, planLives, registerOn } from './plans'
import { countyRegisterSummary } from './register-summary'
import { type CountyRegister, drawMonth, type Month } from './sample'

export interface CountyAsk {
  readonly seed: string
  /** The day on this device. */
  readonly today: IsoDate
  /** Those of the area; the newest core audit is used. */
  readonly frameworks: readonly Framework[]
}

export interface FictionalCounty {
  readonly areaId: string
  /** The person a newcomer is: the manager. */
  readonly memberId: string
  /** 32 bytes, under which the registers are to be sealed. Known to everybody: it keeps nothing secret. */
  readonly registerKey: Uint8Array
  /** The plans of each import. Their summaries are among the rows, without the hashes of chunks that are yet to be sealed. */
  readonly registers: readonly { readonly id: string; readonly plans: readonly StoredPlan[] }[]
  /** All rows but the frameworks, which the area holds already. */
  readonly rows: readonly Change[]
}

export const COUNTY_NAME = 'Quillshire (fictional)'
const FRAMEWORK = 'ehcp-core'
const MONTHS = 12
const MONTHS_PER_REGISTER = 3
/** The sample in progress was drawn so many days ago, give or take a few. */
const DAYS_INTO_THE_MONTH = 18
/** Every month has this day, and the Monday after it. */
const LATEST_START = 26
const DAYS_TO_AUDIT = 28

const MISHAPS: Readonly<Record<number, Mishap>> = { 2: 'lapsed', 3: 'handed-back', 5: 'not-gradeable', 8: 'lapsed' }
const SWAPS: readonly number[] = [4, 11]

/** The whole county at once. */
export function fictionalCounty(ask: CountyAsk): FictionalCounty {
  const making = makeCounty(ask)
  for (;;) {
    const step = making.next()
    if (step.done) return step.value
  }
}

/** The county in steps that take a fraction of a second each: yields the share done, from 0 to 1. */
export function* makeCounty(ask: CountyAsk): Generator<number, FictionalCounty, undefined> {
  const { seed, today } = ask
  const chance = streamOf(ask, 'area')
  const areaId = `${DEMO_AREA_PREFIX}${chance.id()}`
  const months = yearOf(today)
  const [first] = months
  if (!first) throw new RangeError('the fictional year has no months')

  const ledger = createLedger(areaId)
  const framework = frameworkFor(ask.frameworks)
  const { id, version } = framework
  const hash = contentHash(framework)
  if (hash === null) throw new Error(`framework ${id} is not JSON`)
  ledger.put([{ key: frameworkKey(id, version), scope: 'area', refs: [], body: framework }])
  const person = (member: CountyMember): Person => ({ ...member, id: chance.id() })
  const making: Making = {
    seed,
    today,
    ledger,
    framework,
    pinned: { id, version, hash },
    manager: person(MANAGER),
    chair: person(CHAIR),
    auditors: AUDITORS.map(person),
  }
  settle(making, areaId, timeOn(workdayBefore(addDays(first.startsOn, -21)), 9 * 60))

  const registerKey = chance.bytes(32)
  const lives = planLives(streamOf(ask, 'plans'), today, registerKey)
  const registers: CountyRegister[] = []
  const taken: string[] = []
  for (const [at, month] of months.entries()) {
    yield (at + 1) / (MONTHS + 1)
    if (at % MONTHS_PER_REGISTER === 0) registers.push(importRegister(making, lives, month))
    const register = registers.at(-1)
    if (!register) throw new RangeError('a sample needs a register')
    const own = streamOf(ask, `month ${at}`)
    const sample = drawMonth({ making, chance: own, register, month, taken })
    const isPresent = at === MONTHS - 1
    liveMonth(making, own, {
      sample,
      month,
      isPresent,
      yearShare: at / (MONTHS - 1),
      mishap: MISHAPS[at] ?? null,
    })
  }
  return {
    areaId,
    memberId: making.manager.id,
    registerKey,
    registers: registers.map((register) => ({ id: register.id, plans: register.plans })),
    rows: ledger.changes().filter(({ key }) => key !== frameworkKey(id, version)),
  }
}

/** Twelve months, the last of them in progress. */
function yearOf(today: IsoDate): readonly Month[] {
  const around = addDays(today, -DAYS_INTO_THE_MONTH)
  const day = Math.min(Number(around.slice(8)), LATEST_START)
  const last = `${around.slice(0, 8)}${String(day).padStart(2, '0')}`
  return Array.from({ length: MONTHS }, (_, at) => {
    const startsOn = workday(monthsBefore(last, MONTHS - 1 - at))
    return { startsOn, dueOn: workday(addDays(startsOn, DAYS_TO_AUDIT)), hasSwap: SWAPS.includes(at) }
  })
}

/** The newest version of the core audit. @throws when the area holds none: the app comes with it. */
function frameworkFor(frameworks: readonly Framework[]): Framework {
  const newest = frameworks
    .filter(({ id }) => id === FRAMEWORK)
    .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }))
    .at(-1)
  if (!newest) throw new RangeError(`the fictional county needs the framework ${FRAMEWORK}`)
  return newest
}

/** The area and its people. */
function settle({ ledger, manager, chair, auditors }: Making, areaId: string, at: string): void {
  ledger.perform(areaCreate, acting(manager, at), {
    areaId,
    areaName: COUNTY_NAME,
    memberId: manager.id,
    memberName: manager.name,
    agency: SEN_TEAM,
  })
  for (const { id, name, agency, roles } of [chair, ...auditors]) {
    const member = { name, agency, roles: [...roles], active: true }
    ledger.perform(memberSet, acting(manager, at), { areaId, memberId: id, member })
  }
}

function importRegister(making: Making, lives: readonly PlanLife[], { startsOn }: Month): CountyRegister {
  const { ledger, manager } = making
  const asOf = workdayBefore(addDays(startsOn, -4))
  const chance = chanceOf(`${making.seed}|register ${asOf}`)
  const id = chance.id()
  const read = registerOn(lives, asOf)
  const toDraw = read.plans.map((plan) => toDrawPlan(plan.rank, plan))
  const digest = registerDigest(toDraw, asOf)
  const importedAt = timeOn(workdayBefore(addDays(startsOn, -2)), 14 * 60 + 5)
  const summary = countyRegisterSummary(chance, { ...read, asOf, importedAt, digest })
  ledger.perform(registerImport, acting(manager, importedAt), { registerId: id, summary })
  return { id, asOf, digest, plans: read.plans, toDraw }
}
