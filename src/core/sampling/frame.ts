/**
 * The frame: the plans a sample is drawn from, parted into strata, and the digest that pins it.
 *
 * Pure. A plan is known by its rank and its facts alone, so the app (which holds pseudonyms) and the command line (which
 * reads references) work on the same frame. Rule: architecture.md, "The register is not rows"; command-line.md, `sample`.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { err, ok, type Result } from '../result'
import type { Design, DesignRefusal } from './design'

/** Facts by name, values as the register's codes. A fact that is left out or empty reads as `UNK`. */
export type PlanFacts = Readonly<Record<string, string>>

/**
 * One valid plan of the register.
 * `rank`: its place among all valid plans of the register sorted by normalised reference. Only the order matters to the
 * frame and the draw, not where the counting starts, as long as both sides start alike.
 */
export interface DrawPlan {
  readonly rank: number
  readonly facts: PlanFacts
}

export interface FrameStratum {
  /** Fact to value, in the order the design names them. Empty when the design has no strata. */
  readonly stratum: PlanFacts
  /** Ascending. */
  readonly ranks: readonly number[]
}

export interface Frame {
  readonly N: number
  /** SHA-256, hexadecimal, of the frame as written by `frameText`. */
  readonly digest: string
  readonly strata: readonly FrameStratum[]
}

export const UNKNOWN = 'UNK'

/** The facts that go into the digest: those every register reading has (register/…, strata), in this order. */
const FRAME_FACTS = ['keyStage', 'need', 'version', 'setting'] as const

const factOf = (plan: DrawPlan, fact: string) => plan.facts[fact] || UNKNOWN

/** The facts of a plan as the register keeps them, made ready to draw by: numbers as text, what is not known left out. */
export function toPlanFacts(facts: Readonly<Record<string, string | number | null | undefined>>): PlanFacts {
  const known = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return Object.fromEntries(known.map(([fact, value]) => [fact, String(value)]))
}

/** What a register knows of a plan that it can be drawn by. */
export interface RegisterFacts {
  readonly keyStage: string
  readonly need: string
  readonly version: string
  readonly setting: string
  readonly team: string | null
  readonly yearGroup: number | null
}

/** @param rank from 0, in the order of the normalised references of all valid plans. */
export function toDrawPlan(rank: number, plan: RegisterFacts): DrawPlan {
  const { keyStage, need, version, setting, team, yearGroup } = plan
  return { rank, facts: toPlanFacts({ keyStage, need, version, setting, team, yearGroup }) }
}

function factNames(plans: readonly DrawPlan[]): readonly string[] {
  const names = new Set<string>()
  for (const plan of plans) for (const fact of Object.keys(plan.facts)) names.add(fact)
  return [...names].sort()
}

/** Whole numbers (year groups) by size, everything else by its characters: the same on every machine, whatever its language. */
function compareValues(a: string, b: string): number {
  if (/^-?\d+$/.test(a) && /^-?\d+$/.test(b) && Number(a) !== Number(b)) return Number(a) - Number(b)
  return a < b ? -1 : a > b ? 1 : 0
}

/** A stratum's name in the draw: facts in alphabetical order, so that naming them in another order draws the same plans. */
export function stratumKey(stratum: PlanFacts): string {
  return JSON.stringify(Object.entries(stratum).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What the digest is taken of: date and N, then rank and facts of each plan in rank order, one JSON array a line. */
function frameText(plans: readonly DrawPlan[], asOf: string): string {
  const lines = plans.map((plan) => JSON.stringify([plan.rank, ...FRAME_FACTS.map((fact) => factOf(plan, fact))]))
  return [JSON.stringify(['plumbline-frame-1', asOf, plans.length]), ...lines].join('\n')
}

/** @param plans in rank order. */
const digestOf = (plans: readonly DrawPlan[], asOf: string) => bytesToHex(sha256(utf8ToBytes(frameText(plans, asOf))))

/** The digest of a whole register: that of the frame of a design without `where`. */
export function registerDigest(plans: readonly DrawPlan[], asOf: string): string {
  return digestOf(
    [...plans].sort((a, b) => a.rank - b.rank),
    asOf,
  )
}

function intoStrata(plans: readonly DrawPlan[], facts: readonly string[]): readonly FrameStratum[] {
  const sorted = [...facts].sort()
  const cells = new Map<string, { stratum: PlanFacts; ranks: number[] }>()
  for (const plan of plans) {
    const stratum = Object.fromEntries(facts.map((fact) => [fact, factOf(plan, fact)]))
    const key = stratumKey(stratum)
    const cell = cells.get(key)
    if (cell) cell.ranks.push(plan.rank)
    else cells.set(key, { stratum, ranks: [plan.rank] })
  }
  return [...cells.values()].sort((a, b) => {
    for (const fact of sorted) {
      const order = compareValues(a.stratum[fact] ?? '', b.stratum[fact] ?? '')
      if (order !== 0) return order
    }
    return 0
  })
}

/**
 * Takes the plans the design asks for, in rank order, and parts them into strata.
 * @param plans all valid plans of the register, in any order.
 * @throws RangeError when two plans have one rank: a caller's bug.
 */
export function frameOf(input: {
  readonly plans: readonly DrawPlan[]
  readonly asOf: string
  readonly design: Design
}): Result<Frame, DesignRefusal> {
  const { plans, asOf, design } = input
  if (new Set(plans.map((plan) => plan.rank)).size !== plans.length) throw new RangeError('two plans have one rank')
  if (plans.length === 0) return err({ type: 'EmptyFrame' })

  const known = factNames(plans)
  const wanted = Object.entries(design.where)
  const strata = [...new Set(design.strata)]
  for (const fact of [...strata, ...wanted.map(([name]) => name)]) {
    if (!known.includes(fact)) return err({ type: 'UnknownFact', fact, known })
  }

  const framed = plans
    .filter((plan) => wanted.every(([fact, values]) => values.includes(factOf(plan, fact))))
    .sort((a, b) => a.rank - b.rank)
  if (framed.length === 0) return err({ type: 'EmptyFrame' })
  return ok({ N: framed.length, digest: digestOf(framed, asOf), strata: intoStrata(framed, strata) })
}
