import { describe, expect, it } from 'vitest'
import { toChunks, toStoredPlans } from '../../../src/core/register/chunks'
import { readRegister } from '../../../src/core/register/read'
import { EXCLUSION_WORDS, NOTICE_WORDS, WARNING_WORDS } from '../../../src/core/register/words'
import { AS_OF, bytesOf, reading, truthOf } from './registers'

const { pii } = truthOf('mini')
const UPN = new RegExp(pii.upnPattern.replace('^', '').replace('$', ''))

function expectNoPersonalData(text: string) {
  const found = [...pii.surnames, ...pii.forenames, ...pii.staff, pii.postcodePrefix].filter((word) =>
    text.toLowerCase().includes(word.toLowerCase()),
  )
  expect(found).toEqual([])
  expect(text).not.toMatch(UPN)
}

describe('personal data', () => {
  it.each(['mini.case-a.csv', 'mini.case-b.csv', 'mini.case-c.csv', 'mini.annex-a.csv', 'county.case-a.csv.gz'])(
    'of %s goes no further than the reading of its rows',
    (name) => {
      const found = reading(bytesOf(name))
      expectNoPersonalData(JSON.stringify(found))
      for (const plan of found.validPlans) expect(Object.keys(plan)).not.toContain('birthDate')
    },
  )

  it('does not come back in a year group worked out from a birth date', () => {
    const births = ['15/03/2011', '15/12/2013']
    const text = JSON.stringify(reading(bytesOf('mini.annex-a.csv')))
    for (const birth of births) expect(text).not.toContain(birth)
    expect(text).not.toContain('2011-03-15')
  })

  it('is gone from what is kept, and the case number with it', () => {
    const found = reading(bytesOf('mini.case-c.csv'))
    const text = JSON.stringify(toChunks(toStoredPlans(found.validPlans, new Uint8Array(32))))
    expectNoPersonalData(text)
    expect(text).not.toContain('SH/')
    expect(text).not.toContain('20000')
  })

  it('is not in a heading kept from a row that is none', () => {
    const found = readRegister(bytesOf('mini.case-a.csv'), {
      asOf: AS_OF,
      headingRow: 3,
      mapping: { ref: 0, startDate: 15, team: 22, needPrimary: 13 },
    })
    if (!found.ok) throw new Error(found.error.reason)
    expect(found.value.columns).toEqual({
      ref: 'column 1',
      startDate: 'column 16',
      needPrimary: 'column 14',
      setting: 'column 12',
      team: 'column 23',
    })
  })

  it('in a column taken for the team by mistake is dropped where it shows: numbers, addresses, dates', () => {
    const text = [
      'Student ID,EHCP Start Date,SEN Officer Team',
      '1001,10/06/2021,X999100016002',
      '1002,10/06/2021,ZZ99 1AT',
      '1003,10/06/2021,a.person@example.invalid',
      '1004,10/06/2021,15/03/2011',
      '1005,10/06/2021,North',
      '',
    ].join('\n')
    expect(reading(text).validPlans.map((plan) => plan.team)).toEqual([null, null, null, null, 'North'])
  })

  it('is not in any sentence: they name reasons, never cells', () => {
    expectNoPersonalData(JSON.stringify([EXCLUSION_WORDS, WARNING_WORDS, NOTICE_WORDS]))
  })
})
