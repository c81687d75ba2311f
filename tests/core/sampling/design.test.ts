import { describe, expect, it } from 'vitest'
import { parseDesign } from '../../../src/core/sampling/design'
import {
  describeRefusal,
  describeSample,
  describeSwapRefusal,
  designWarnings,
  sizeForMargin,
} from '../../../src/core/sampling/design-words'
import { previewDraw } from '../../../src/core/sampling/draw'
import { AS_OF, designOf, plansOf } from './plans'

const problemsOf = (written: unknown) => {
  const design = parseDesign(written)
  if (design.ok || design.error.type !== 'InvalidDesign') return []
  return design.error.problems.map(({ where, message }) => `${where} ${message}`.trim())
}

describe('a design as an analyst writes it', () => {
  it('has a size; the rest has defaults', () => {
    expect(designOf({ size: 60 })).toEqual({
      size: 60,
      allocation: 'proportional',
      strata: [],
      minimumPerStratum: 0,
      where: {},
      doubleShare: 0,
      spread: [],
    })
  })
  it('may name year groups as numbers', () => {
    expect(designOf({ size: 6, where: { yearGroup: [9, '10'] } }).where).toEqual({ yearGroup: ['9', '10'] })
  })
  it('is refused with every fault named at its place', () => {
    expect(problemsOf({ size: 1.5, strata: 'keyStage', where: { version: 'new' }, doubleShare: 20 })).toEqual([
      'size must be a whole number',
      'strata must be a list of facts',
      'where.version must be a list of values',
      'doubleShare must be between 0 and 1',
    ])
    expect(problemsOf({})).toEqual(['size is missing'])
    expect(problemsOf({ size: 0, allocation: 'optimal' })).toEqual([
      'size must be a whole number of at least 1',
      'allocation must be one of proportional, equal, neyman',
    ])
    expect(problemsOf([])).toEqual(['must be a JSON object'])
    expect(problemsOf(null)).toEqual(['must be a JSON object'])
  })
  it('is refused when a key is misspelt, which would otherwise change the draw in silence', () => {
    expect(problemsOf({ size: 60, stratum: ['keyStage'] })[0]).toMatch(/^is not part of a design: stratum\./)
  })
})

const previewOf = (plans: Parameters<typeof previewDraw>[0]['plans'], written: object) => {
  const preview = previewDraw({ plans, asOf: AS_OF, design: designOf(written) })
  if (!preview.ok) throw new Error(preview.error.type)
  return preview.value
}

describe('the design in words before anything is drawn', () => {
  const county = plansOf([3000, { need: 'ASD' }], [12, { need: 'VI' }], [4, { need: 'MSI' }])

  it('says how many of how many, and how close the figure would be', () => {
    // 1.96 √(0.25/60 · 2956/3015) = 0.1253
    expect(describeSample(previewOf(county, { size: 60 }))).toBe(
      '60 of 3,016 plans. If about half were good, the figure would be within 13 points either way, 19 times in 20.',
    )
  })
  it('promises no percentage of a handful', () => {
    expect(describeSample(previewOf(county, { size: 4 }))).toBe(
      '4 of 3,016 plans. Too few for a percentage: the answer would be a count.',
    )
  })
  it('says that nothing is left to chance when all are drawn', () => {
    expect(describeSample(previewOf(plansOf([40, { need: 'ASD' }]), { size: 40 }))).toBe(
      'All 40 plans. Nothing is left to chance: the figure would be exact.',
    )
  })
  it('warns of groups with fewer than five plans, and of groups without any in the sample', () => {
    const warnings = designWarnings(previewOf(county, { size: 60, strata: ['need'] }))
    expect(warnings.map((warning) => warning.type)).toEqual(['small-groups', 'groups-without-a-plan'])
    expect(warnings[0]?.message).toContain('1 of the 3 groups holds fewer than 5 plans.')
    expect(warnings[1]?.message).toContain('2 groups with 16 plans have no plan in this sample.')
  })
  it('warns when groups are drawn at different rates', () => {
    const equal = previewOf(plansOf([100, { need: 'A' }], [300, { need: 'B' }]), {
      size: 60,
      strata: ['need'],
      allocation: 'equal',
    })
    expect(designWarnings(equal).map((warning) => warning.type)).toEqual(['uneven-rates'])
  })
  it('has nothing to warn of without groups', () => {
    expect(designWarnings(previewOf(county, { size: 60 }))).toEqual([])
  })
  it('says how many plans a wanted margin needs (reference size-01: 341 of 3,016 for 5 points)', () => {
    expect(sizeForMargin(3016, 0.05)).toBe(341)
  })
})

describe('why nothing is drawn, in words', () => {
  it('names what is wrong and what to do', () => {
    expect(describeRefusal({ type: 'SampleLargerThanFrame', size: 61, N: 60 })).toBe(
      '61 plans cannot be drawn from 60. Ask for 60 or fewer.',
    )
    expect(describeRefusal({ type: 'MinimumsExceedSample', size: 10, needed: 14 })).toMatch(
      /adds up to 14 plans, more than the 10/,
    )
    expect(describeRefusal({ type: 'UnknownFact', fact: 'ward', known: ['need', 'team'] })).toMatch(
      /"ward".*need, team\.$/,
    )
    expect(describeRefusal({ type: 'EmptyFrame' })).toMatch(/^No plan/)
    expect(describeRefusal({ type: 'BlankSeed' })).toMatch(/^Give a seed/)
    expect(describeRefusal({ type: 'InvalidDesign', problems: [{ where: 'size', message: 'is missing' }] })).toBe(
      'The design cannot be used: size is missing.',
    )
    expect(describeSwapRefusal({ type: 'NotDrawn', rank: 3 })).toMatch(/not in the sample/)
    expect(describeSwapRefusal({ type: 'StratumUsedUp', stratum: {} })).toMatch(/^Every plan/)
  })
})
