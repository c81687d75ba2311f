import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { previewRegister, readRegister } from '../../../src/core/register/read'
import { AS_OF, bytesOf, HEADINGS, textBytes } from './registers'

const REASONS = /^[a-z0-9]+(-[a-z0-9]+)*$/

function expectAnswer(bytes: Uint8Array) {
  const result = readRegister(bytes, { asOf: AS_OF })
  previewRegister(bytes)
  if (!result.ok) {
    expect(result.error.reason).toMatch(REASONS)
    expect(result.error.message).toMatch(/\.$/)
    return
  }
  const { rows, validPlans, excludedRows, strata } = result.value
  expect(validPlans.length + excludedRows.length).toBe(rows)
  expect(strata.reduce((sum, stratum) => sum + stratum[4], 0)).toBe(validPlans.length)
  expect(new Set(validPlans.map((plan) => plan.ref)).size).toBe(validPlans.length)
}

describe('whatever is handed in', () => {
  it('any bytes are read or refused, never an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expectAnswer(bytes)),
      { numRuns: 200 },
    )
  })

  it('any text below known headings gives figures that add up', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '101',
        '102',
        'E',
        'K',
        'Draft',
        '01/02/2020',
        '31/02/2020',
        '43588',
        'ASD',
        '7',
        'North',
        '"',
        '\n',
        'Total',
      ),
      fc.string({ maxLength: 12, unit: 'binary' }),
    )
    const rows = fc.array(fc.array(cell, { maxLength: HEADINGS.length + 2 }), { maxLength: 12 })
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), (table, delimiter) => {
        expectAnswer(textBytes([HEADINGS, ...table].map((row) => row.join(delimiter)).join('\n')))
      }),
      { numRuns: 200 },
    )
  })

  it('a list with any byte changed is read or refused', () => {
    const mini = bytesOf('mini.case-c.csv')
    fc.assert(
      fc.property(fc.nat(mini.length - 1), fc.nat(255), (at, byte) => {
        const damaged = mini.slice()
        damaged[at] = byte
        expectAnswer(damaged)
      }),
      { numRuns: 60 },
    )
  })
})
