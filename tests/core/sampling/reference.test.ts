/** Every reference case of sampling arithmetic: R with its survey package, worked out again in Python. */
import { describe, expect, it } from 'vitest'
import { SAMPLING_METHODS } from '../../../src/core/sampling/methods'
import { PROPORTION_METHODS } from '../../../src/core/statistics/methods'
import reference from '../../fixtures/sampling/expected.json'
import { differences } from '../statistics/near'

const methods = { ...PROPORTION_METHODS, ...SAMPLING_METHODS }
const kinds = Object.entries(reference.cases).filter(([kind]) => kind !== 'inclusion')

describe.each(kinds)('%s equals R to nine digits', (kind, cases) => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, { input, expected }) => {
    const answer = methods[kind]?.(input)
    expect(differences(answer, expected, { relative: 1e-9, absolute: 1e-300 })).toEqual([])
  })
})

it('the reference has every kind of sampling arithmetic', () => {
  expect(kinds.map(([kind]) => kind).sort()).toEqual([...Object.keys(SAMPLING_METHODS), 'wilson'].sort())
})
