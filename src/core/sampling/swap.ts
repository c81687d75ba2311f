/**
 * The replacement for a drawn plan that cannot be audited: the next plan of its own stratum in the order of the draw.
 *
 * Pure. Nobody chooses: whoever repeats the draw finds the same replacement. Rule: standards.md 3.5 (swaps are logged).
 */
import { err, ok, type Result } from '../result'
import type { Draw, DrawnPlan } from './draw'

export type SwapRefusal =
  | { readonly type: 'NotDrawn'; readonly rank: number }
  /** Every plan of the stratum is drawn already. */
  | { readonly type: 'StratumUsedUp'; readonly stratum: Readonly<Record<string, string>> }

/**
 * @param rank the plan to be taken out: drawn, or itself a replacement.
 * @param replaced ranks that have come in by earlier swaps of the same cycle.
 * @returns the plan that takes its place; graded twice if the plan it replaces was drawn to be.
 */
export function replacementFor(
  draw: Draw,
  rank: number,
  replaced: readonly number[] = [],
): Result<DrawnPlan, SwapRefusal> {
  const used = new Set([...draw.plans.map((plan) => plan.rank), ...replaced])
  const order = draw.orders.find(({ ranks }) => ranks.includes(rank))
  if (!used.has(rank) || !order) return err({ type: 'NotDrawn', rank })
  const next = order.ranks.find((candidate) => !used.has(candidate))
  if (next === undefined) return err({ type: 'StratumUsedUp', stratum: order.stratum })
  const double = draw.plans.find((plan) => plan.rank === rank)?.double ?? false
  return ok({ rank: next, stratum: order.stratum, double })
}
