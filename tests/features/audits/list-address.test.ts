import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AUDIT_ORDERS, AUDIT_STANDINGS } from '../../../src/core/audit/audit-list'
import {
  type Asked,
  addressOf,
  askedOf,
  dayOf,
  filterOf,
  USUAL_SORTING,
} from '../../../src/features/audits/list-address'
import { pagesShown } from '../../../src/features/audits/Pager'

const NOTHING: Asked = {
  text: '',
  cycle: '',
  agency: '',
  grade: '',
  standing: '',
  from: '',
  to: '',
  mine: false,
  sorting: USUAL_SORTING,
  page: 1,
}

describe('the address of a list', () => {
  it('is empty for the list as it usually is', () => {
    expect(addressOf(NOTHING)).toBe('')
    expect(askedOf(new URLSearchParams(''))).toEqual(NOTHING)
  })

  it('brings back everything that was asked', () => {
    const word = fc.stringMatching(/^[a-z0-9&=? ü-]{0,8}$/).map((text) => text.trim())
    const anything: fc.Arbitrary<Asked> = fc.record({
      text: word,
      cycle: word,
      agency: word,
      grade: word,
      standing: fc.constantFrom('' as const, ...AUDIT_STANDINGS),
      from: fc.constantFrom('', '2026-03-01'),
      to: fc.constantFrom('', '2026-12-31'),
      mine: fc.boolean(),
      sorting: fc.record({ by: fc.constantFrom(...AUDIT_ORDERS), descending: fc.boolean() }),
      page: fc.integer({ min: 1, max: 300 }),
    })
    fc.assert(
      fc.property(anything, (asked) => {
        expect(askedOf(new URLSearchParams(addressOf(asked)))).toEqual(asked)
      }),
    )
  })

  it('passes over what cannot be', () => {
    const asked = askedOf(new URLSearchParams('page=-3&from=2026-13-01&to=soon&state=lost&sort=colour'))
    expect(asked).toEqual(NOTHING)
  })
})

describe('a period', () => {
  it('takes both of its days in whole', () => {
    const { from, before } = filterOf({ ...NOTHING, from: '2026-03-28', to: '2026-03-29' })
    expect(from).toBe(new Date(2026, 2, 28, 0, 0).getTime())
    expect(before).toBe(new Date(2026, 2, 30, 0, 0).getTime())
    expect(dayOf(new Date(2026, 2, 29, 23, 59).getTime())).toBe('2026-03-29')
  })
})

describe('the pages shown', () => {
  it('are the first, the last and the neighbours, and never leave out one page alone', () => {
    expect(pagesShown(1, 1)).toEqual([1])
    expect(pagesShown(1, 4)).toEqual([1, 2, 3, 4])
    expect(pagesShown(1, 200)).toEqual([1, 2, null, 200])
    expect(pagesShown(4, 200)).toEqual([1, 2, 3, 4, 5, null, 200])
    expect(pagesShown(100, 200)).toEqual([1, null, 99, 100, 101, null, 200])
    expect(pagesShown(200, 200)).toEqual([1, null, 199, 200])
  })
})
