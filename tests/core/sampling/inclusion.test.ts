/**
 * Every plan of a stratum is chosen as often as every other: 20,000 draws with different seeds, held against the bands of
 * the reference (kind `inclusion`: a one-in-a-million band per plan, a one-in-a-thousand band for all plans together).
 */
import { describe, expect, it } from 'vitest'
import reference from '../../fixtures/sampling/expected.json'
import { drawOf, plansOf } from './plans'

const [one] = reference.cases.inclusion
if (!one) throw new Error('the reference has no inclusion case')
const { strata, draws } = one.input
const names = strata.map((_, index) => `S${index}`)
const plans = plansOf(...strata.map(({ N }, index) => [N, { stratum: `S${index}` }] as const))

/** The first n of each stratum in drawing order are what a design takes that gives the stratum n. */
function countChosen() {
  const chosen = plans.map(() => 0)
  const pairs = new Map<string, number>()
  for (let seed = 0; seed < draws; seed += 1) {
    const { orders } = drawOf(plans, { size: 1, strata: ['stratum'] }, `seed ${seed}`)
    orders.forEach(({ ranks }, index) => {
      const taken = ranks.slice(0, strata[index]?.n)
      for (const rank of taken) chosen[rank] = (chosen[rank] ?? 0) + 1
      const first = Math.min(...ranks)
      const name = `S${index}`
      if (taken.includes(first) && taken.includes(first + 1)) pairs.set(name, (pairs.get(name) ?? 0) + 1)
    })
  }
  return { chosen, pairs }
}

describe('over 20,000 seeds', () => {
  const { chosen, pairs } = countChosen()
  const countsOf = (name: string | undefined) =>
    plans.flatMap((plan) => (plan.facts.stratum === name ? [chosen[plan.rank] ?? 0] : []))

  it.each(one.expected.strata.map((band, index) => [names[index], band] as const))(
    'each plan of %s is chosen as often as its share of the stratum says',
    (name, band) => {
      const [low = 0, high = 0] = band.countBand
      for (const count of countsOf(name)) {
        expect(count).toBeGreaterThanOrEqual(low)
        expect(count).toBeLessThanOrEqual(high)
      }
    },
  )

  it.each(one.expected.strata.map((band, index) => [names[index], band] as const))(
    'no plan of %s is favoured when all are taken together',
    (name, { probability, chiSquareBand }) => {
      const counts = countsOf(name)
      if (!chiSquareBand) return expect(counts.every((count) => count === draws)).toBe(true)
      const [low = 0, high = 0] = chiSquareBand
      const spread = draws * probability * (1 - probability)
      const sum = counts.reduce((total, count) => total + (count - draws * probability) ** 2 / spread, 0)
      const chiSquare = (sum * (counts.length - 1)) / counts.length
      expect(chiSquare).toBeGreaterThan(low)
      expect(chiSquare).toBeLessThan(high)
    },
  )

  it.each(one.expected.strata.map((band, index) => [names[index], band] as const))(
    'two neighbours of %s are chosen together as often as any two plans',
    (name, { pair }) => {
      // Five standard deviations either way: about one failure in two million.
      const band = 5 * Math.sqrt(draws * pair * (1 - pair))
      expect(Math.abs((pairs.get(name ?? '') ?? 0) - draws * pair)).toBeLessThanOrEqual(band)
    },
  )
})
