import { describe, expect, it } from 'vitest'
import { normaliseReference } from '../../../src/core/register/reference'
import { readAdviceList, readAgency, readAgencyCell } from '../../../src/core/register/values/advice'
import { readCell } from '../../../src/core/register/values/cells'
import { readDate, yearsBefore } from '../../../src/core/register/values/dates'
import { readNeed } from '../../../src/core/register/values/needs'
import { readSetting } from '../../../src/core/register/values/settings'
import { readStanding } from '../../../src/core/register/values/standing'
import {
  ageAtStartOfSchoolYear,
  keyStageOf,
  readYearGroup,
  yearFromBirthDate,
} from '../../../src/core/register/values/years'

const RULES = { latestShortYear: 2036 }

describe('a date', () => {
  it.each([
    ['15/03/2025', '2025-03-15'],
    ['5/3/2025', '2025-03-05'],
    ['05/03/25', '2025-03-05'],
    ['05.03.2025', '2025-03-05'],
    ['05-03-2025', '2025-03-05'],
    ['15/03/2025 00:00', '2025-03-15'],
    ['15/03/2025 9:30:00 AM', '2025-03-15'],
    ['2025-03-15', '2025-03-15'],
    ['2025-03-15 00:00:00', '2025-03-15'],
    ['2025-03-15T00:00:00.000Z', '2025-03-15'],
    ['2025/03/15', '2025-03-15'],
    ['20250315', '2025-03-15'],
    ['15 March 2025', '2025-03-15'],
    ['15-Mar-25', '2025-03-15'],
    ['1st Sept 2024', '2024-09-01'],
    ['March 15, 2025', '2025-03-15'],
    ['Sat 15 Mar 2025', '2025-03-15'],
    ['2025-Sep-28 00:00:00', '2025-09-28'],
    ['29/02/2024', '2024-02-29'],
    // Day 45731 counted from 30 December 1899.
    ['45731', '2025-03-15'],
    ['45731.5', '2025-03-15'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, RULES)).toBe(date)
  })

  it.each([
    '31/02/2025',
    '29/02/2025',
    '00/00/0000',
    '0000-00-00',
    '13/13/2025',
    '03/15/2025',
    'TBC',
    'see notes',
    '2025',
    '123',
    '999999',
    'Year 10',
    '15/03/2025 or later',
  ])('%s is none', (text) => {
    expect(readDate(text, RULES)).toBeNull()
  })

  it('with a two-digit year belongs to the century that fits what is dated', () => {
    expect(readDate('01/09/36', { latestShortYear: 2036 })).toBe('2036-09-01')
    expect(readDate('01/09/37', { latestShortYear: 2036 })).toBe('1937-09-01')
    expect(readDate('01/09/99', { latestShortYear: 2026 })).toBe('1999-09-01')
  })

  it('from a workbook that counts from 1904 is 1 462 days later', () => {
    expect(readDate('44269', { ...RULES, epoch: 1904 })).toBe('2025-03-15')
  })

  it('twelve months earlier is the same day of the year before, 1 March for a leap day', () => {
    expect(yearsBefore('2026-01-15', 1)).toBe('2025-01-15')
    expect(yearsBefore('2024-02-29', 1)).toBe('2023-03-01')
  })
})

describe('a blank', () => {
  it.each(['', '  ', '-', '–', '0', 'NULL', 'null', '#N/A', 'n/a', 'N/A', '#VALUE!', '\u00a0', 'None'])(
    '%j is one',
    (cell) => {
      expect(readCell(cell)).toBe('')
    },
  )

  it('is not what only looks like one', () => {
    expect(readCell(' TBC ')).toBe('TBC')
    expect(readCell('00/00/0000')).toBe('00/00/0000')
  })
})

describe('a plan reference', () => {
  it('is the same in any capitals, spacing and dashes', () => {
    const same = ['sh/200 002', ' SH/200  002 ', 'SH/200\u00a0002', '\ufeffSh/200 002', 'ＳＨ/200 002']
    expect(new Set(same.map(normaliseReference))).toEqual(new Set(['SH/200 002']))
    expect(normaliseReference('AB–12')).toBe('AB-12')
  })

  it('is freed of what an export wraps around it', () => {
    expect(normaliseReference('="00123"')).toBe('00123')
    expect(normaliseReference("'00123")).toBe('00123')
    expect(normaliseReference('200002.0')).toBe('200002')
  })

  it('keeps what tells plans apart: leading zeros, letters, marks', () => {
    expect(new Set(['0123', '123', '123A', '12-3', '1 23'].map(normaliseReference)).size).toBe(5)
  })

  it('is blank when nothing is recorded', () => {
    expect(normaliseReference(' NULL ')).toBe('')
  })
})

describe('a year group', () => {
  it.each<[string, number | null]>([
    ['R', 0],
    ['Reception', 0],
    ['0', 0],
    ['7', 7],
    ['07', 7],
    ['Year 10', 10],
    ['Yr 4', 4],
    ['Y13', 13],
    ['NC Year 9', 9],
    ['N1', -2],
    ['N2', -1],
    ['Nursery', -1],
    ['-1', -1],
    ['21', 21],
    ['22', null],
    ['45', null],
    ['X', null],
    ['Not applicable', null],
    ['', null],
    ['-', null],
    ['7.5', null],
  ])('%j is %j', (cell, year) => {
    expect(readYearGroup(cell)).toBe(year)
  })

  it('from a birth date is the age on 31 August before the school year, minus four', () => {
    // Born 31 August 2015: ten on 31 August 2025, so Year 6 in January 2026. Born a day later: nine, Year 5.
    expect(yearFromBirthDate('2015-08-31', '2026-01-15')).toBe(6)
    expect(yearFromBirthDate('2015-09-01', '2026-01-15')).toBe(5)
    expect(ageAtStartOfSchoolYear('2000-08-31', '2026-08-31')).toBe(25)
    expect(ageAtStartOfSchoolYear('2000-08-31', '2026-09-01')).toBe(26)
  })

  it('gives the key stage', () => {
    const years = [-3, 0, 1, 2, 3, 6, 7, 9, 10, 11, 12, 14, 15, 21, null]
    expect(years.map(keyStageOf).join(' ')).toBe('EY EY KS1 KS1 KS2 KS2 KS3 KS3 KS4 KS4 P16 P16 P19 P19 UNK')
  })
})

describe('a primary need', () => {
  it.each([
    ['ASD', 'ASD'],
    [' semh ', 'SEMH'],
    ['SpLD', 'SPLD'],
    ['ASD - Autistic Spectrum Disorder', 'ASD'],
    ['SLCN: Speech, Language', 'SLCN'],
    ['Autism (ASD)', 'ASD'],
    ['Autism Spectrum Condition', 'ASD'],
    ['Social, emotional & mental health', 'SEMH'],
    ['Profound & Multiple Learning Difficulties', 'PMLD'],
    ['Speech, Language or Communication Need', 'SLCN'],
    ['Visual Impairment', 'VI'],
    ['Multi-Sensory Impairment', 'MSI'],
    ['Other Difficulty/Disability', 'OTH'],
    ["Down's Syndrome", 'DS'],
  ])('%s is %s', (cell, need) => {
    expect(readNeed(cell)).toEqual({ need, warning: null })
  })

  it('of before 2014 is read as SEMH and said to be so', () => {
    expect(readNeed('BESD')).toEqual({ need: 'SEMH', warning: 'legacy-need-code' })
  })

  it.each(['NSA', 'ADHD', 'Dyslexia', 'see plan'])('%s is none: unknown, shown, never guessed', (cell) => {
    expect(readNeed(cell)).toEqual({ need: 'UNK', warning: 'unknown-need' })
  })

  it('that is blank is unknown without a warning', () => {
    expect(readNeed(' - ')).toEqual({ need: 'UNK', warning: null })
  })
})

describe('a type of setting', () => {
  it.each([
    ['Primary School', 'MAIN'],
    ['Secondary Academy', 'MAIN'],
    ['Independent School', 'MAIN'],
    ['MS', 'MAIN'],
    ['SEN Unit in Mainstream School', 'UNIT'],
    ['Resourced Provision', 'UNIT'],
    ['MS-RP', 'UNIT'],
    ['Special School (Academy)', 'SPEC'],
    ['Academy special converter', 'SPEC'],
    ['Independent Special School', 'ISPEC'],
    ['Non-Maintained Special School', 'ISPEC'],
    ['Other independent special school', 'ISPEC'],
    ['PRU/Alternative Provision', 'AP'],
    ['Pupil referral unit', 'AP'],
    ['FE College', 'FE'],
    ['Specialist Post-16 Institution', 'FE'],
    ['Private/Voluntary Nursery', 'EY'],
    ['Electively Home Educated', 'EHE'],
    ['EOTAS', 'EOTAS'],
    ['OLA', 'EOTAS'],
    ['Other - Parental Arrangement', 'OTHER'],
    ['NEET', 'NONE'],
    ['Awaiting Placement', 'NONE'],
    ['', 'UNK'],
    ['NULL', 'UNK'],
  ])('%s is %s', (cell, setting) => {
    expect(readSetting(cell)).toBe(setting)
  })

  it('is never read from the name of a school', () => {
    expect(readSetting('Stretford Hollow Academy')).toBeNull()
    expect(readSetting('Hazelmarsh Special School')).toBeNull()
    expect(readSetting('Band 4')).toBeNull()
  })
})

describe('a status', () => {
  it.each([
    ['Active', 'final'],
    ['ACTIVE ', 'final'],
    ['Final amended', 'final'],
    ['Draft', 'draft'],
    ['Proposed', 'draft'],
    ['Ceased', 'ceased'],
    ['Closed - moved away', 'ceased'],
    ['SEN Support', 'not-a-plan'],
    ['Needs assessment', 'not-a-plan'],
    ['', null],
    ['Band 4', 'unknown'],
  ])('%s means %s', (cell, standing) => {
    expect(readStanding(cell, 'status')).toBe(standing)
  })

  it('of a plan that is being amended stays final: the plan in force is not withdrawn by a draft', () => {
    expect(readStanding('Draft amended plan', 'status')).toBe('final')
    expect(readStanding('Amendment notice issued', 'status')).toBe('final')
  })

  it('as a SEN stage is E for a plan and K for SEN support', () => {
    expect(readStanding('E', 'stage')).toBe('final')
    expect(readStanding('K', 'stage')).toBe('not-a-plan')
    expect(readStanding('E - EHC plan', 'stage')).toBe('final')
  })
})

describe('advice', () => {
  it('in a list names agencies, each with its date', () => {
    expect(
      readAdviceList('SCH 03/05/2019; EP 24/05/2019; PAED 05/04/2019; SC 15/03/2019; PAR 01/01/20', RULES),
    ).toEqual({
      advice: [
        { agency: 'SCHOOL', date: '2019-05-03' },
        { agency: 'EP', date: '2019-05-24' },
        { agency: 'HEALTH', date: '2019-04-05' },
        { agency: 'SOCIAL', date: '2019-03-15' },
        { agency: 'PARENT', date: '2020-01-01' },
      ],
      unknown: 0,
    })
  })

  it('in lines without dates counts undated', () => {
    const { advice } = readAdviceList('Education setting\nEducational Psychology\nSpeech and Language Therapy', RULES)
    expect(advice).toEqual([
      { agency: 'SCHOOL', date: null },
      { agency: 'EP', date: null },
      { agency: 'SALT', date: null },
    ])
  })

  it('said twice counts once', () => {
    const { advice } = readAdviceList('EP; EP 24/05/2019; EP 24/05/2019', RULES)
    expect(advice).toEqual([{ agency: 'EP', date: '2019-05-24' }])
  })

  it('from a service that is not known is counted as such', () => {
    expect(readAdviceList('EP 24/05/2019; Wizardry 25/05/2019', RULES).unknown).toBe(1)
  })

  it.each([
    ['Educational Psychologist', 'EP'],
    ['S&LT', 'SALT'],
    ['Health (paediatrics)', 'HEALTH'],
    ['Parent/carer', 'PARENT'],
    ['Occupational Therapy', 'OT'],
    ['Head teacher', 'SCHOOL'],
  ])('%s is %s', (words, agency) => {
    expect(readAgency(words)).toBe(agency)
  })

  it('in a column of its own is a date, a yes, or nothing', () => {
    expect(readAgencyCell('43588', 'EP', RULES)).toEqual({ agency: 'EP', date: '2019-05-03' })
    expect(readAgencyCell('Yes', 'EP', RULES)).toEqual({ agency: 'EP', date: null })
    expect(readAgencyCell('No', 'EP', RULES)).toBeNull()
    expect(readAgencyCell('#N/A', 'EP', RULES)).toBeNull()
    expect(readAgencyCell('chased', 'EP', RULES)).toBe('unknown')
  })
})
