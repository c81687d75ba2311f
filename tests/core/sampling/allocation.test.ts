import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALLOCATIONS, allocate } from '../../../src/core/sampling/allocation'

describe('allocation', () => {
  it('gives what is left over to the larger stratum first, then to the earlier one', () => {
    // 5 of 20: 1.25, 1.25, 2.5 → 1, 1, 2 and one over, to the remainder of a half.
    expect(allocate({ method: 'proportional', n: 5, strata: [{ N: 5 }, { N: 5 }, { N: 10 }] })).toMatchObject({
      value: [1, 1, 3],
    })
    // Equal shares of 2⅔: two over, to the two larger strata.
    const equal = { method: 'equal', n: 8, strata: [{ N: 10 }, { N: 30 }, { N: 20 }] } as const
    expect(allocate(equal)).toMatchObject({ value: [2, 3, 3] })
  })

  it('stays at the size asked for when a full stratum and the minimums together would exceed it', () => {
    // Spread sends nearly all to A, which holds 50; B and C need 30 each: A must give way.
    const strata = [
      { N: 50, s: 0.5 },
      { N: 100, s: 0.001 },
      { N: 100, s: 0.001 },
    ]
    expect(allocate({ method: 'neyman', n: 100, minimum: 30, strata })).toMatchObject({ value: [40, 30, 30] })
  })

  it('adds up to the sample, within each stratum, and not below the minimum where the stratum holds that many', () => {
    const stratum = fc.record({ N: fc.integer({ min: 0, max: 400 }), s: fc.constantFrom(0, 0.01, 0.1, 0.3, 0.5) })
    fc.assert(
      fc.property(
        fc.array(stratum, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...ALLOCATIONS),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (strata, method, share, minimum) => {
          const N = strata.reduce((sum, one) => sum + one.N, 0)
          const n = Math.floor(N * share)
          const least = strata.map((one) => Math.min(minimum, one.N))
          const allocated = allocate({ method, n, minimum, strata })
          const needed = least.reduce((sum, one) => sum + one, 0)
          expect(allocated.ok).toBe(needed <= n)
          if (!allocated.ok) return
          expect(allocated.value.reduce((sum, one) => sum + one, 0)).toBe(n)
          for (const [index, count] of allocated.value.entries()) {
            expect(Number.isInteger(count)).toBe(true)
            expect(count).toBeLessThanOrEqual(strata[index]?.N ?? 0)
            expect(count).toBeGreaterThanOrEqual(least[index] ?? 0)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
