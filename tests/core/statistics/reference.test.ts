/** Every reference case of the proportions: R, NHSRplotthedots and the worked examples of Newcombe 1998. */
import { describe, expect, it } from 'vitest'
import { PROPORTION_METHODS } from '../../../src/core/statistics/methods'
import reference from '../../fixtures/statistics/proportions.json'
import { differences } from './near'

describe('proportions equal their reference', () => {
  it.each(reference.map((one) => [one.id, one] as const))('%s', (_id, { method, input, expected, tolerance }) => {
    const answer = PROPORTION_METHODS[method]?.(input)
    expect(differences(answer, expected, { absolute: tolerance.default })).toEqual([])
  })

  it('has a method for every case', () => {
    expect([...new Set(reference.map((one) => one.method))].sort()).toEqual(Object.keys(PROPORTION_METHODS).sort())
  })
})
