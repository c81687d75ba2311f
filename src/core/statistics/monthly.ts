/**
 * Share good or better by month, with its Wilson interval; a month without grades is a gap, never 0 %.
 *
 * Pure. Counting, then `wilson`. Rule: statistics.md, sections 1 and 4.
 */
import type { Proportion, Undefined } from './figure'
import { wilson } from './proportions'

export type MonthShare = { readonly month: string; readonly good: number; readonly n: number } & (
  | Proportion
  | Undefined
)

/**
 * @param grades whole numbers from the bottom of the scale; `null` (not graded, not applicable) is left out of n.
 * @param months in the order wanted; a grade of a month not listed is not counted.
 * @param goodFrom the lowest grade that counts as good.
 */
export function monthlyGoodOrBetter(input: {
  readonly grades: readonly { readonly month: string; readonly grade: number | null }[]
  readonly months: readonly string[]
  readonly goodFrom: number
  readonly confidence: number
}): { readonly months: readonly MonthShare[] } {
  const counts = new Map(input.months.map((month) => [month, { good: 0, n: 0 }]))
  for (const { month, grade } of input.grades) {
    const count = counts.get(month)
    if (!count || grade === null) continue
    count.n += 1
    if (grade >= input.goodFrom) count.good += 1
  }
  return {
    months: input.months.map((month) => {
      const { good, n } = counts.get(month) ?? { good: 0, n: 0 }
      return { month, good, n, ...wilson({ x: good, n, confidence: input.confidence }) }
    }),
  }
}
