import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSample } from '../../../src/core/sampling/draw'
import { AS_OF, designOf, drawOf, plansOf, ranksOf } from './plans'

const county = plansOf(
  [219, { keyStage: 'EY', version: 'new' }],
  [402, { keyStage: 'KS1', version: 'amended' }],
  [849, { keyStage: 'KS2', version: 'existing' }],
  [628, { keyStage: 'KS3', version: 'amended' }],
  [502, { keyStage: 'KS4', version: 'existing' }],
  [571, { keyStage: 'P16', version: 'amended' }],
  [229, { keyStage: 'P19', version: 'new' }],
)
const byKeyStage = { size: 60, strata: ['keyStage'] }

describe('a draw', () => {
  it('shares the sample out by size, as the reference does for these seven strata (alloc-01)', () => {
    const draw = drawOf(county, byKeyStage)
    expect(draw.allocation.map((one) => [one.stratum.keyStage, one.N, one.n])).toEqual([
      ['EY', 219, 4],
      ['KS1', 402, 7],
      ['KS2', 849, 15],
      ['KS3', 628, 11],
      ['KS4', 502, 9],
      ['P16', 571, 10],
      ['P19', 229, 4],
    ])
    expect(draw.frame.N).toBe(3400)
  })

  it('takes from each stratum what it was given, every plan once and from its own stratum', () => {
    const draw = drawOf(county, byKeyStage)
    expect(new Set(ranksOf(draw)).size).toBe(60)
    for (const { stratum, n } of draw.allocation) {
      const own = draw.plans.filter((plan) => plan.stratum.keyStage === stratum.keyStage)
      expect(own).toHaveLength(n)
      expect(own.every((plan) => county[plan.rank]?.facts.keyStage === stratum.keyStage)).toBe(true)
    }
  })

  it('gives the same plans for the same register, design and seed, on every machine and in every version to come', () => {
    const three = plansOf([5, { keyStage: 'KS1' }], [7, { keyStage: 'KS2' }])
    const draw = drawOf(three, { size: 6, strata: ['keyStage'], doubleShare: 0.34 }, 'a seed')
    // Both worked out apart in Python (hashlib, json) from the texts that frame.ts and order.ts describe.
    expect(draw.frame.digest).toBe('2e16b07020c2970d894b084fb3ac95278e548592aebb3b5121c444dcd285abf8')
    expect(draw.plans.map((plan) => [plan.rank, plan.double])).toEqual([
      [2, false],
      [3, true],
      [8, false],
      [9, false],
      [5, true],
      [11, false],
    ])
  })

  it('gives other plans for another seed', () => {
    expect(ranksOf(drawOf(county, byKeyStage, 'a'))).not.toEqual(ranksOf(drawOf(county, byKeyStage, 'b')))
  })

  it('takes an accented seed for the same however the keyboard writes it', () => {
    expect(ranksOf(drawOf(county, byKeyStage, 'caf\u00e9'))).toEqual(ranksOf(drawOf(county, byKeyStage, 'cafe\u0301')))
  })

  it('does not depend on the order in which plans, strata or filters are given', () => {
    const crossed = { size: 40, strata: ['keyStage', 'version'], where: { version: ['new', 'amended'] } }
    const turned = { size: 40, strata: ['version', 'keyStage'], where: { version: ['amended', 'new'] } }
    const draw = drawOf(county, crossed)
    const again = drawOf([...county].reverse(), turned)
    expect(ranksOf(again).sort()).toEqual(ranksOf(draw).sort())
    expect(again.frame).toEqual(draw.frame)
  })

  it('draws only from the plans the design names', () => {
    const draw = drawOf(county, { size: 20, where: { version: ['new'], keyStage: ['P19'] } })
    expect(draw.frame.N).toBe(229)
    expect(ranksOf(draw).every((rank) => county[rank]?.facts.keyStage === 'P19')).toBe(true)
  })

  it('counts a fact that is not known as UNK, a stratum like any other', () => {
    const plans = plansOf([10, { team: 'North' }], [6, {}], [4, { team: '' }])
    const draw = drawOf(plans, { size: 4, strata: ['team'] })
    expect(draw.allocation.map((one) => [one.stratum.team, one.N])).toEqual([
      ['North', 10],
      ['UNK', 10],
    ])
  })

  it('takes every plan when as many are wanted as there are', () => {
    const draw = drawOf(plansOf([8, { need: 'ASD' }]), { size: 8 })
    expect(ranksOf(draw).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(draw.precision.margin).toBe(0)
  })

  it('keeps a minimum for each stratum, or all of one that is smaller', () => {
    const plans = plansOf([2, { need: 'MSI' }], [40, { need: 'VI' }], [900, { need: 'ASD' }])
    const draw = drawOf(plans, { size: 30, strata: ['need'], minimumPerStratum: 4 })
    expect(draw.allocation.map((one) => [one.stratum.need, one.n])).toEqual([
      ['ASD', 24],
      ['MSI', 2],
      ['VI', 4],
    ])
  })

  it('shares by size and spread when the spread is known, and by size when it is not', () => {
    const plans = plansOf([100, { need: 'A' }], [100, { need: 'B' }])
    const spread = [{ stratum: { need: 'A' }, s: 0.1 }]
    const neyman = { size: 12, strata: ['need'], allocation: 'neyman' }
    expect(drawOf(plans, neyman).allocation.map((one) => one.n)).toEqual([6, 6])
    // 0.1 against 0.5: one sixth and five sixths of 12.
    expect(drawOf(plans, { ...neyman, spread }).allocation.map((one) => one.n)).toEqual([2, 10])
  })
})

describe('the digest of the frame', () => {
  const digest = (plans = county, written: object = byKeyStage, asOf = AS_OF) => {
    const draw = drawSample({ plans, asOf, design: designOf(written), seed: 's' })
    return draw.ok ? draw.value.frame.digest : null
  }

  it('is that of the plans drawn from: the same for another size, seed or strata', () => {
    expect(digest(county, { size: 10 })).toBe(digest())
  })
  it('changes with the date, with a plan more or less, and with a fact of a plan', () => {
    const changed = county.map((plan) => (plan.rank === 7 ? { ...plan, facts: { ...plan.facts, need: 'PD' } } : plan))
    const all = [digest(), digest(county, byKeyStage, '2026-02-28'), digest(county.slice(1)), digest(changed)]
    expect(new Set(all).size).toBe(4)
  })
  it('changes with the plans the design leaves out', () => {
    expect(digest(county, { size: 10, where: { keyStage: ['KS1'] } })).not.toBe(digest())
  })
})

describe('plans graded twice', () => {
  it('are the share asked for, spread over the strata by size', () => {
    const draw = drawOf(county, { ...byKeyStage, doubleShare: 0.2 })
    const double = draw.plans.filter((plan) => plan.double)
    expect(double).toHaveLength(12)
    expect(double.filter((plan) => plan.stratum.keyStage === 'KS2')).toHaveLength(3)
  })
  it('are at least one when any are asked for, and none when none are', () => {
    expect(drawOf(county, { size: 3, doubleShare: 0.01 }).plans.filter((plan) => plan.double)).toHaveLength(1)
    expect(drawOf(county, { size: 3 }).plans.filter((plan) => plan.double)).toHaveLength(0)
  })
  it('are all of them when all are asked for', () => {
    expect(drawOf(county, { ...byKeyStage, doubleShare: 1 }).plans.every((plan) => plan.double)).toBe(true)
  })
  it('change nothing about which plans are drawn', () => {
    expect(ranksOf(drawOf(county, { ...byKeyStage, doubleShare: 0.5 }))).toEqual(ranksOf(drawOf(county, byKeyStage)))
  })
})

describe('a draw that cannot be made says why', () => {
  const refusal = (written: object, plans = county, seed = 's') => {
    const draw = drawSample({ plans, asOf: AS_OF, design: designOf(written), seed })
    return draw.ok ? null : draw.error
  }

  it('more plans than the frame holds', () => {
    expect(refusal({ size: 230, where: { keyStage: ['P19'] } })).toEqual({
      type: 'SampleLargerThanFrame',
      size: 230,
      N: 229,
    })
  })
  it('minimums that do not fit', () => {
    expect(refusal({ size: 10, strata: ['keyStage'], minimumPerStratum: 2 })).toEqual({
      type: 'MinimumsExceedSample',
      size: 10,
      needed: 14,
    })
  })
  it('a fact the register does not have', () => {
    const refused = { type: 'UnknownFact', fact: 'ward', known: ['keyStage', 'version'] }
    expect(refusal({ size: 10, strata: ['ward'] })).toEqual(refused)
    expect(refusal({ size: 10, where: { ward: ['x'] } })).toEqual(refused)
  })
  it('no plan left to draw from', () => {
    expect(refusal({ size: 1, where: { keyStage: ['KS9'] } })).toEqual({ type: 'EmptyFrame' })
    expect(refusal({ size: 1 }, [])).toEqual({ type: 'EmptyFrame' })
  })
  it('no seed', () => {
    expect(refusal({ size: 1 }, county, ' ')).toEqual({ type: 'BlankSeed' })
  })
  it('two plans of one rank are a bug, not a refusal', () => {
    const twice = [...plansOf([3, { need: 'ASD' }]), ...plansOf([1, { need: 'ASD' }])]
    expect(() => drawOf(twice, { size: 1 })).toThrow(RangeError)
  })
})

describe('precision said before the draw', () => {
  it('is the margin of simple random sampling when shared out by size (60 of 3,400: reference margin-01)', () => {
    const { precision } = drawOf(county, byKeyStage)
    expect(precision.margin).toBeCloseTo(0.125412296710974, 12)
    expect(precision).toMatchObject({ confidence: 0.95, at: 0.5 })
  })
  it('is that of the stratified estimate when strata are drawn at different rates', () => {
    const plans = plansOf([100, { need: 'A' }], [900, { need: 'B' }])
    const { precision } = drawOf(plans, { size: 20, strata: ['need'], allocation: 'equal' })
    // 1.96 √(0.1²·0.25/10·90/99 + 0.9²·0.25/10·890/899)
    expect(precision.margin).toBeCloseTo(0.279076762, 9)
  })
})

describe('any register, design and seed', () => {
  const kinds = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('A', 'B', 'C', 'D', 'E')), {
    minLength: 1,
    maxLength: 8,
  })
  const cases = fc.record({
    kinds,
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    allocation: fc.constantFrom('proportional', 'equal', 'neyman'),
    seed: fc.string({ minLength: 1 }).filter((seed) => seed.trim() !== ''),
    shuffle: fc.integer(),
  })

  it('gives the size asked for, no plan twice, no stratum overdrawn, whatever the order of the plans', () => {
    fc.assert(
      fc.property(cases, ({ kinds, share, allocation, seed, shuffle }) => {
        const plans = plansOf(...kinds.map(([count, need]) => [count, { need }] as const))
        const size = Math.max(1, Math.floor(plans.length * share))
        const design = { size, strata: ['need'], allocation, doubleShare: 0.3 }
        const draw = drawOf(plans, design, seed)
        expect(new Set(ranksOf(draw)).size).toBe(size)
        expect(draw.allocation.every((one) => one.n <= one.N)).toBe(true)
        expect(draw.allocation.reduce((sum, one) => sum + one.n, 0)).toBe(size)
        const shuffled = [...plans].sort((a, b) => Math.sin(a.rank * shuffle) - Math.sin(b.rank * shuffle))
        expect(drawOf(shuffled, design, seed)).toEqual(draw)
      }),
      { numRuns: 60 },
    )
  })

  it('draws the same plans and more when more are wanted of one stratum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 29 }), fc.string({ minLength: 1 }), (size, text) => {
        const plans = plansOf([30, { need: 'ASD' }])
        const fewer = ranksOf(drawOf(plans, { size }, `s${text}`))
        expect(ranksOf(drawOf(plans, { size: size + 1 }, `s${text}`)).slice(0, size)).toEqual(fewer)
      }),
      { numRuns: 40 },
    )
  })
})
