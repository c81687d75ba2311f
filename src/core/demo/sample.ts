/**
 * Draws a month's sample in the fictional county with the real draw, swaps a plan out now and then, and stores the cycle.
 *
 * Pure: chance is an argument. Whoever repeats the draw from the county's register finds the same plans.
 * Rule: product.md, "Cycle", "Sample" and "Audit code".
 */
import { cycleDraw } from '../ops/cycle-draw'
import { subjectSwap } from '../ops/subject-swap'
import type { StoredPlan } from '../register/chunks'
import type { IsoDate } from '../register/codes'
import { auditCodeBytes, auditCodes } from '../sampling/audit-codes'
import type { Subject } from '../sampling/cycle'
import { parseDesign } from '../sampling/design'
import { type Draw, type DrawnPlan, drawSample } from '../sampling/draw'
import type { DrawPlan } from '../sampling/frame'
import { replacementFor } from '../sampling/swap'
import { monthTitle } from '../trends/by-month'
import type { Chance } from './chance'
import { timeOn } from './days'
import { acting, type Making } from './making'
import { SWAP_REASON } from './words'

/** New and amended plans alike, whatever their numbers in the register, three in ten of them graded twice. */
const DESIGN = {
  size: 28,
  strata: ['version'],
  allocation: 'equal',
  where: { version: ['new', 'amended'] },
  doubleShare: 0.3,
} as const

export interface CountyRegister {
  readonly id: string
  readonly asOf: IsoDate
  readonly digest: string
  /** In rank order. */
  readonly plans: readonly StoredPlan[]
  /** The same, ready to be drawn. */
  readonly toDraw: readonly DrawPlan[]
}

export interface Month {
  readonly startsOn: IsoDate
  readonly dueOn: IsoDate
  /** Whether a plan is swapped out before anybody is asked. */
  readonly hasSwap: boolean
}

export interface SampledPlan {
  readonly subjectId: string
  readonly subject: Subject
  readonly plan: StoredPlan
}

export interface Sample {
  readonly cycleId: string
  /** Those to be audited, in the order of the draw. */
  readonly plans: readonly SampledPlan[]
}

/** @param taken codes in use; those of this sample are added. */
export function drawMonth(input: {
  readonly making: Making
  readonly chance: Chance
  readonly register: CountyRegister
  readonly month: Month
  readonly taken: string[]
}): Sample {
  const { making, chance, register, month, taken } = input
  const { ledger, manager, pinned } = making
  const seed = String(chance.whole(100_000, 999_999))
  const draw = drawOf(register, seed)
  const cycleId = chance.id()
  const codes = auditCodes(draw.plans.length + 1, chance.bytes(auditCodeBytes(draw.plans.length + 1)), taken)
  taken.push(...codes)
  const sampled = draw.plans.map((drawn, at) => sampledPlan(chance.id(), cycleId, codes[at] ?? '', register, drawn))
  ledger.perform(cycleDraw, acting(manager, timeOn(month.startsOn, 9 * 60 + 40)), {
    cycleId,
    cycle: {
      name: monthTitle(month.startsOn.slice(0, 7)),
      purpose: 'random',
      framework: pinned,
      register: { id: register.id, asOf: register.asOf, plans: register.plans.length, digest: register.digest },
      design: { ...DESIGN, strata: [...DESIGN.strata], where: { version: [...DESIGN.where.version] } },
      seed,
      frame: draw.frame,
      allocation: draw.allocation.map(({ stratum, N, n }) => ({ stratum: { ...stratum }, N, n })),
      criteria: 'core',
      startsOn: month.startsOn,
      dueOn: month.dueOn,
      drawnAt: timeOn(month.startsOn, 9 * 60 + 40),
      drawnBy: manager.id,
    },
    subjects: sampled.map(({ subjectId, subject }) => ({ id: subjectId, subject })),
    sampleKey: {
      cycleId,
      plans: sampled.map(({ subjectId, plan }) => ({ subjectId, rank: plan.rank, pseudonym: plan.pseudonym })),
    },
  })
  const out = month.hasSwap ? sampled.find(({ subject }) => !subject.double) : undefined
  if (!out) return { cycleId, plans: sampled }

  const replacement = replacementFor(draw, out.plan.rank)
  if (!replacement.ok) throw new Error(`the fictional county cannot swap a plan: ${replacement.error.type}`)
  const into = sampledPlan(chance.id(), cycleId, codes.at(-1) ?? '', register, replacement.value)
  const { rank, pseudonym } = into.plan
  ledger.perform(subjectSwap, acting(manager, timeOn(month.startsOn, 9 * 60 + 55)), {
    subjectId: out.subjectId,
    cycleId,
    reason: SWAP_REASON,
    assignmentIds: [],
    replacement: { id: into.subjectId, subject: into.subject, rank, pseudonym },
  })
  return { cycleId, plans: [...sampled.filter((one) => one !== out), into] }
}

function drawOf({ toDraw, asOf }: CountyRegister, seed: string): Draw {
  const design = parseDesign(DESIGN)
  if (!design.ok) throw new Error(`the fictional county has a bad design: ${design.error.type}`)
  const drawn = drawSample({
    plans: toDraw,
    asOf,
    design: design.value,
    seed,
  })
  if (!drawn.ok) throw new Error(`the fictional county cannot draw: ${drawn.error.type}`)
  return drawn.value
}

function sampledPlan(
  subjectId: string,
  cycleId: string,
  code: string,
  register: CountyRegister,
  { rank, stratum, double }: DrawnPlan,
): SampledPlan {
  const plan = register.plans[rank]
  if (!plan) throw new RangeError(`the fictional register has no plan of rank ${rank}`)
  const { keyStage, need, version, setting, team, yearGroup, latestDate } = plan
  const facts = { keyStage, need, version, setting, team, yearGroup, finalisedOn: latestDate }
  const subject: Subject = { cycleId, kind: 'plan', code, facts, stratum, double, swapped: null, outcome: null }
  return { subjectId, subject, plan }
}
