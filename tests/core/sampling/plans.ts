/** Registers made up for the draw: plans with ranks and facts, nothing else. */
import { type Design, parseDesign } from '../../../src/core/sampling/design'
import { type Draw, drawSample } from '../../../src/core/sampling/draw'
import type { DrawPlan, PlanFacts } from '../../../src/core/sampling/frame'

export const AS_OF = '2026-01-31'

/** So many plans of each kind, ranked in turn. */
export function plansOf(...kinds: readonly (readonly [count: number, facts: PlanFacts])[]): readonly DrawPlan[] {
  return kinds
    .flatMap(([count, facts]) => Array.from({ length: count }, () => facts))
    .map((facts, rank) => ({ rank, facts }))
}

export function designOf(written: object): Design {
  const design = parseDesign(written)
  if (!design.ok) throw new Error(JSON.stringify(design.error))
  return design.value
}

export function drawOf(plans: readonly DrawPlan[], written: object, seed = 'summer 2026'): Draw {
  const draw = drawSample({ plans, asOf: AS_OF, design: designOf(written), seed })
  if (!draw.ok) throw new Error(JSON.stringify(draw.error))
  return draw.value
}

export const ranksOf = (draw: Draw) => draw.plans.map((plan) => plan.rank)
