import { describe, expect, it } from 'vitest'
import { countOf, formatCount, formatPercent, formatRange } from '../../../src/core/trends/percent'

describe('percentages', () => {
  it('are whole', () => {
    expect([formatPercent(0.8229), formatPercent(0.5), formatPercent(0.005)]).toEqual(['82 %', '50 %', '1 %'])
  })
  it('are 0 or 100 only when that is so', () => {
    expect([formatPercent(0), formatPercent(1)]).toEqual(['0 %', '100 %'])
    expect([formatPercent(0.9996), formatPercent(0.0001)]).toEqual(['99.9 %', '0.1 %'])
  })
  it('do not round to the target they miss or pass', () => {
    expect([formatPercent(0.897, 0.9), formatPercent(0.9, 0.9), formatPercent(0.904, 0.9)]).toEqual([
      '89.7 %',
      '90 %',
      '90.4 %',
    ])
  })
  it('have their range with one sign', () => {
    expect(formatRange(0.7346, 0.8864)).toBe('73–89 %')
  })
})

describe('counts', () => {
  it('have a comma every three digits', () => {
    expect([0, 999, 3016, 640000].map(formatCount)).toEqual(['0', '999', '3,016', '640,000'])
  })
  it('agree with what they count', () => {
    expect([countOf(1, 'plan'), countOf(2, 'plan'), countOf(0, 'plan')]).toEqual(['1 plan', '2 plans', '0 plans'])
  })
})
