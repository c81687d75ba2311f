/**
 * The draw: from the register's plans, a design and a seed to the plans of a sample, the same on every machine.
 *
 * Pure and deterministic; the order of the plans handed in never matters. Strata and their shares come from the design,
 * the plans within a stratum from the keyed-hash order of order.ts. Rule: product.md, "Cycle" and "Sample".
 */
import { err, ok, type Result } from '../result'
import { allocate } from './allocation'
import type { Design, DesignRefusal } from './design'
import { type DrawPlan, type Frame, frameOf, type PlanFacts, stratumKey } from './frame'
import { orderRanks } from './order'
import { type Precision, precisionOf } from './precision'

export interface AllocatedStratum {
  readonly stratum: PlanFacts
  readonly N: number
  readonly n: number
}

export interface DrawnPlan {
  readonly rank: number
  readonly stratum: PlanFacts
  /** To be graded by two auditors. */
  readonly double: boolean
}

/** What a design comes to on this register, before anything is drawn. */
export interface DrawPreview {
  readonly frame: { readonly N: number; readonly digest: string }
  /** In the order of the strata's values. */
  readonly allocation: readonly AllocatedStratum[]
  readonly precision: Precision
  /** Whether every stratum has its proportional share; if not, the plain share leans towards the strata drawn more densely. */
  readonly isBySize: boolean
}

export interface Draw extends DrawPreview {
  /** Stratum by stratum, each in drawing order: the first of a stratum stay a random sample of it. */
  readonly plans: readonly DrawnPlan[]
  /** All ranks of each stratum in drawing order: drawn plans first, then the replacements in their turn. */
  readonly orders: readonly { readonly stratum: PlanFacts; readonly ranks: readonly number[] }[]
}

interface Planned {
  readonly frame: Frame
  readonly preview: DrawPreview
}

const spreadOf = (design: Design, stratum: PlanFacts) =>
  design.spread.find((known) => stratumKey(known.stratum) === stratumKey(stratum))?.s ?? 0.5

function planDraw(input: {
  readonly plans: readonly DrawPlan[]
  readonly asOf: string
  readonly design: Design
}): Result<Planned, DesignRefusal> {
  const { design } = input
  const framed = frameOf(input)
  if (!framed.ok) return framed
  const frame = framed.value
  const sizes = frame.strata.map(({ stratum, ranks }) => ({ N: ranks.length, s: spreadOf(design, stratum) }))
  const allocated = allocate({
    method: design.allocation,
    n: design.size,
    minimum: design.minimumPerStratum,
    strata: sizes,
  })
  if (!allocated.ok) return allocated
  const bySize = allocate({ method: 'proportional', n: design.size, strata: sizes })
  const isBySize = bySize.ok && bySize.value.every((n, index) => n === allocated.value[index])
  const allocation = frame.strata.map(({ stratum, ranks }, index) => ({
    stratum,
    N: ranks.length,
    n: allocated.value[index] ?? 0,
  }))
  const { N, digest } = frame
  const precision = precisionOf(allocation, isBySize)
  return ok({ frame, preview: { frame: { N, digest }, allocation, precision, isBySize } })
}

/** What the design comes to: frame, shares by stratum, precision. Needs no seed and draws nothing. */
export function previewDraw(input: {
  readonly plans: readonly DrawPlan[]
  /** Sampling date of the register, YYYY-MM-DD; part of the frame's digest. */
  readonly asOf: string
  readonly design: Design
}): Result<DrawPreview, DesignRefusal> {
  const planned = planDraw(input)
  return planned.ok ? ok(planned.value.preview) : planned
}

/** Which of the drawn plans are graded twice: spread over the strata by size; at least one when any are wanted. */
function doubleGraded(drawn: readonly { stratum: string; ranks: readonly number[] }[], design: Design, seed: string) {
  const wanted = Math.max(1, Math.round(design.size * design.doubleShare))
  const strata = drawn.map(({ ranks }) => ({ N: ranks.length }))
  const shares = allocate({ method: 'proportional', n: wanted, strata })
  if (design.doubleShare === 0 || !shares.ok) return new Set<number>()
  return new Set(
    drawn.flatMap(({ stratum, ranks }, index) =>
      orderRanks(ranks, { purpose: 'double', seed, stratum }).slice(0, shares.value[index]),
    ),
  )
}

/**
 * @param seed any text; it is kept with the cycle so that anybody can repeat the draw.
 * @throws RangeError when two plans have one rank: a caller's bug.
 */
export function drawSample(input: {
  readonly plans: readonly DrawPlan[]
  /** Sampling date of the register, YYYY-MM-DD; part of the frame's digest. */
  readonly asOf: string
  readonly design: Design
  readonly seed: string
}): Result<Draw, DesignRefusal> {
  const { design, seed } = input
  if (seed.trim() === '') return err({ type: 'BlankSeed' })
  const planned = planDraw(input)
  if (!planned.ok) return planned
  const { frame, preview } = planned.value
  const orders = frame.strata.map(({ stratum, ranks }) => ({
    stratum,
    ranks: orderRanks(ranks, { purpose: 'draw', seed, stratum: stratumKey(stratum) }),
  }))
  const drawn = orders.map(({ stratum, ranks }, index) => ({
    facts: stratum,
    stratum: stratumKey(stratum),
    ranks: ranks.slice(0, preview.allocation[index]?.n ?? 0),
  }))
  const double = doubleGraded(drawn, design, seed)
  const plans = drawn.flatMap(({ facts, ranks }) =>
    ranks.map((rank) => ({ rank, stratum: facts, double: double.has(rank) })),
  )
  return ok({ ...preview, plans, orders })
}
