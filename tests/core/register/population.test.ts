import { describe, expect, it } from 'vitest'
import { list, reading } from './registers'

/** What becomes of each row: the reason it is left out, or 'plan'. */
function fates(text: string, asOf = '2026-01-15'): string[] {
  const found = reading(text, { asOf })
  const reasons = new Map(found.excludedRows.map(({ row, reason }) => [row, reason]))
  return Array.from({ length: found.rows }, (_, at) => reasons.get(at + 1) ?? 'plan')
}

describe('the population', () => {
  it('holds final plans that began on or before the sampling date and have not ended by then', () => {
    expect(fates(list({}, { 'EHCP Start Date': '15/01/2026' }, { 'EHCP Ceased': '16/01/2026' }))).toEqual([
      'plan',
      'plan',
      'plan',
    ])
  })

  it('leaves each other record out for one reason', () => {
    const text = list(
      {},
      { 'Student ID': '' },
      { 'SEN Stage': 'K' },
      { 'EHCP Ceased': '15/01/2026' },
      { 'Plan Status': 'Ceased' },
      { 'Plan Status': 'Draft' },
      { 'EHCP Start Date': '' },
      { 'EHCP Start Date': '31/02/2025' },
      { 'EHCP Start Date': 'TBC' },
      { 'EHCP Start Date': '16/01/2026' },
      { DOB: '31/08/1999' },
    )
    expect(fates(text)).toEqual([
      'plan',
      'missing-plan-ref',
      'not-an-ehc-plan',
      'ceased',
      'ceased',
      'not-final',
      'missing-start-date',
      'bad-start-date',
      'bad-start-date',
      'start-in-future',
      'over-age',
    ])
  })

  it('gives the first reason in the order of the tests when several hold', () => {
    const all = { 'SEN Stage': 'K', 'EHCP Ceased': '01/01/2020', 'Plan Status': 'Draft', 'EHCP Start Date': '' }
    expect(fates(list({}, { ...all, 'Student ID': '' }))[1]).toBe('missing-plan-ref')
    expect(fates(list({}, all))[1]).toBe('not-an-ehc-plan')
    expect(fates(list({}, { ...all, 'SEN Stage': 'E' }))[1]).toBe('ceased')
    expect(fates(list({}, { ...all, 'SEN Stage': 'E', 'EHCP Ceased': '' }))[1]).toBe('not-final')
  })

  it('keeps young people until they are 26 on 31 August', () => {
    // Born 1 September 1999: 25 on 31 August 2025.
    expect(fates(list({}, { DOB: '01/09/1999', 'NC Year': '' }))).toEqual(['plan', 'plan'])
  })
})

describe('rows that share a reference', () => {
  const same = { 'Student ID': '200001' }

  it('with the same content are duplicates of the first, in any capitals and spacing', () => {
    expect(fates(list(same, { ...same, 'SEN Need (Rank 1)': ' asd ' }, same))).toEqual([
      'plan',
      'duplicate',
      'duplicate',
    ])
  })

  it('with an earlier latest date are superseded, wherever they stand', () => {
    const later = { ...same, 'Latest EHCP Issued': '01/02/2024' }
    expect(fates(list(same, later))).toEqual(['superseded', 'plan'])
    expect(fates(list(later, same))).toEqual(['plan', 'superseded'])
  })

  it('are one plan in any capitals and spacing of the reference', () => {
    expect(
      fates(list({ 'Student ID': 'ab 1' }, { 'Student ID': ' AB  1', 'Latest EHCP Issued': '01/02/2024' })),
    ).toEqual(['superseded', 'plan'])
  })

  it('with the same dates but other content are one plan, the same one in any order, and noticed', () => {
    const rows = [same, { ...same, 'SEN Need (Rank 1)': 'MLD' }, { ...same, 'SEN Need (Rank 1)': 'PD' }]
    const [first, second] = [reading(list(...rows)), reading(list(...[...rows].reverse()))]
    expect(first.validPlans).toEqual(second.validPlans)
    expect(first.excluded).toEqual({ duplicate: 2 })
    expect(first.notices).toEqual({ 'same-reference-differs': 1 })
  })

  it('count only when they are in by themselves: a ceased row supersedes nothing', () => {
    const ceased = { ...same, 'Latest EHCP Issued': '01/02/2025', 'EHCP Ceased': '01/03/2025' }
    expect(fates(list(same, ceased))).toEqual(['plan', 'ceased'])
  })
})

describe('what a plan counts as', () => {
  const versions = (...changes: Parameters<typeof list>) =>
    reading(list(...changes)).validPlans.map((plan) => plan.version)

  it('is amended when it was issued again, else new within twelve months, else existing', () => {
    expect(
      versions(
        { 'EHCP Start Date': '10/06/2021', 'Latest EHCP Issued': '11/06/2021' },
        { 'EHCP Start Date': '16/01/2025', 'Latest EHCP Issued': '16/01/2025' },
        { 'EHCP Start Date': '16/01/2025', 'Latest EHCP Issued': '' },
        { 'EHCP Start Date': '15/01/2025', 'Latest EHCP Issued': '' },
        { 'EHCP Start Date': '16/01/2025', 'Latest EHCP Issued': '01/06/2025' },
      ),
    ).toEqual(['amended', 'new', 'new', 'existing', 'amended'])
  })

  it('is not amended by a latest issue before the start or one that is no date', () => {
    const text = list({ 'Latest EHCP Issued': '10/06/2020' }, { 'Latest EHCP Issued': 'TBC' })
    const found = reading(text)
    expect(found.validPlans.map((plan) => plan.version)).toEqual(['existing', 'existing'])
    expect(found.notices).toEqual({ 'issued-before-start': 1, 'unreadable-date': 1 })
  })

  it('has the recorded year group when it is valid, else that of the birth date, with a warning', () => {
    const found = reading(list({ 'NC Year': '5' }, { 'NC Year': 'X' }, { 'NC Year': '', DOB: '' }))
    // Born 15 March 2015: ten on 31 August 2025, Year 6.
    expect(found.validPlans.map((plan) => plan.yearGroup)).toEqual([5, 6, null])
    expect(found.validPlans.map((plan) => plan.keyStage)).toEqual(['KS2', 'KS2', 'UNK'])
    expect(found.warningRows).toEqual([{ row: 2, sheetRow: 3, code: 'year-from-birth-date' }])
  })

  it('keeps facts of the plan only', () => {
    const text = list({
      'Latest EHCP Issued': '01/02/2024',
      'Annual Review Meeting': '01/12/2025',
      'Advice Received': 'EP 24/01/2021',
    })
    expect(reading(text).validPlans).toEqual([
      {
        ref: '200001',
        written: '200001',
        keyStage: 'KS2',
        yearGroup: 6,
        need: 'ASD',
        version: 'amended',
        setting: 'MAIN',
        team: 'North',
        startDate: '2021-06-10',
        latestDate: '2024-02-01',
        lastReview: '2025-12-01',
        status: 'amended',
        advice: [{ agency: 'EP', date: '2021-01-24' }],
      },
    ])
  })
})
