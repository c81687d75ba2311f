/** What a register's plans can be filtered by, with counts, and how many a filter leaves. Pure. */
import type { StoredPlan } from '../../../core/register/chunks'
import { KeyStage, Need, PlanVersion, Setting } from '../../../core/register/codes'
import { UNKNOWN } from '../../../core/sampling/frame'
import { DRAW_FACTS, type DrawFact } from '../../../store/cycle-sampling'

export interface ValueCount {
  readonly value: string
  readonly count: number
}

const ORDER: Readonly<Record<DrawFact, readonly string[]>> = {
  version: PlanVersion.options,
  keyStage: KeyStage.options,
  need: Need.options,
  setting: Setting.options,
  team: [],
}

const factOf = (plan: StoredPlan, fact: DrawFact) => plan[fact] || UNKNOWN

/** In the order of the code lists, the rest by name. A fact with one value only has nothing to choose from. */
export function valueCounts(plans: readonly StoredPlan[], fact: DrawFact): readonly ValueCount[] {
  const counts = new Map<string, number>()
  for (const plan of plans) counts.set(factOf(plan, fact), (counts.get(factOf(plan, fact)) ?? 0) + 1)
  const place = (value: string) => {
    const known = ORDER[fact].indexOf(value)
    return known < 0 ? ORDER[fact].length : known
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => place(a.value) - place(b.value) || a.value.localeCompare(b.value))
}

/** Plans the filters leave to draw from. */
export function countWhere(plans: readonly StoredPlan[], where: Readonly<Record<string, readonly string[]>>): number {
  const filters = DRAW_FACTS.flatMap((fact) => {
    const values = where[fact]
    return values ? [{ fact, values: new Set(values) }] : []
  })
  return plans.filter((plan) => filters.every(({ fact, values }) => values.has(factOf(plan, fact)))).length
}
