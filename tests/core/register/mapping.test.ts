import { describe, expect, it } from 'vitest'
import { REGISTER_FIELDS } from '../../../src/core/register/fields'
import { guessMapping } from '../../../src/core/register/mapping'

/** Field by heading, as guessed from headings alone. */
function guessed(...headings: string[]): Record<string, string> {
  const mapping = guessMapping(headings, [])
  return Object.fromEntries(
    REGISTER_FIELDS.flatMap(({ id }) => {
      const column = mapping[id]
      return column === null ? [] : [[headings[column] ?? '', id]]
    }),
  )
}

describe('guessMapping', () => {
  it.each([
    ['Student ID', 'ref'],
    ['EHCP No.', 'ref'],
    ['Case Reference', 'ref'],
    ['PupilID', 'ref'],
    ['client_id', 'ref'],
    ['Unique ID', 'ref'],
    ['EHCP Start Date', 'startDate'],
    ['Plan first made', 'startDate'],
    ['EHC Plan First Issued', 'startDate'],
    ['Date initial EHC plan issued', 'startDate'],
    ['Date of first final plan', 'startDate'],
    ['EHCPStartDate', 'startDate'],
    ['Plan Issued', 'startDate'],
    ['Date of EHCP', 'startDate'],
    ['Latest EHCP Issued', 'latestDate'],
    ['EHC Plan Last Amended', 'latestDate'],
    ['Plan Amended', 'latestDate'],
    ['Current version dated', 'latestDate'],
    ['Date updated EHC plan issued', 'latestDate'],
    ['Annual Review Meeting', 'reviewDate'],
    ['Last AR Held', 'reviewDate'],
    ['Date EHC plan last reviewed', 'reviewDate'],
    ['EHC Plan Status', 'status'],
    ['SEN Stage', 'stage'],
    ['EHCP Issue Type', 'issueType'],
    ['EHC Plan End Date', 'ceasedDate'],
    ['Plan Closed', 'ceasedDate'],
    ['SEN Need (Rank 1)', 'needPrimary'],
    ['Need1', 'needPrimary'],
    ['Main need', 'needPrimary'],
    ['Yr Grp', 'yearGroup'],
    ['NC Year', 'yearGroup'],
    ['Year', 'yearGroup'],
    ['D.O.B.', 'birthDate'],
    ['DoB', 'birthDate'],
    ['Prov Type', 'setting'],
    ['Placement type', 'setting'],
    ['Base URN', 'urn'],
    ['SEN Officer Team', 'team'],
    ['Locality', 'team'],
    ['Advice Received', 'advice'],
    ['Agencies Providing Advice', 'advice'],
    ["EP Advice Rec'd", 'adviceEp'],
    ["Parent Views Rec'd", 'adviceParent'],
    ["Social Care Advice Rec'd", 'adviceSocial'],
    ['Elective home education', 'homeEducated'],
  ])('takes %s for %s', (heading, field) => {
    expect(guessed(heading)).toEqual({ [heading]: field })
  })

  it.each([
    'UPN',
    'ULN',
    'Unique Pupil Number',
    'NHS Number',
    'Legal Surname',
    'Lead Caseworker',
    'Home Postcode',
    'SEN Need (Rank 2)',
    'Review Decision Sent',
    'AR Decision Date',
    'Next annual review due',
    'Draft plan issued',
    'Cease Reason',
    'Social Care Status',
    "Which children's social care team?",
    'Placement Start Date',
    'Base Name',
    'Age',
    'Notes',
    'Gender',
  ])('takes %s for nothing', (heading) => {
    expect(guessed(heading)).toEqual({})
  })

  it('gives a field the surer of two columns', () => {
    expect(guessed('Case ID', 'EHC Plan Reference')).toEqual({ 'EHC Plan Reference': 'ref' })
    expect(guessed('Start Date', 'EHCP Start Date')).toEqual({ 'EHCP Start Date': 'startDate' })
  })

  it('does not believe a heading that its cells contradict', () => {
    const mapping = guessMapping(
      ['Student ID', 'EHCP Start Date'],
      [
        ['Smith', 'yes'],
        ['Jones', 'no'],
        ['Brown', 'yes'],
      ],
    )
    expect(mapping.ref).toBeNull()
    expect(mapping.startDate).toBeNull()
  })

  it('takes references of any shape: short numbers, letters and years', () => {
    for (const refs of [
      ['45731', '45732'],
      ['SEN/01/2023', 'SEN/02/2023'],
      ['2023/12/0045', '2023/12/0046'],
    ]) {
      const rows = refs.map((ref) => [ref, '01/02/2020'])
      expect(guessMapping(['Student ID', 'EHCP Start Date'], rows).ref).toBe(0)
    }
  })

  it('recognises needs by their cells under a heading nobody knows', () => {
    const rows = Array.from({ length: 12 }, (_, at) => [String(at), ['ASD', 'SEMH', 'MLD'][at % 3] ?? ''])
    expect(guessMapping(['Student ID', 'Kategorie'], rows).needPrimary).toBe(1)
  })
})

describe('REGISTER_FIELDS', () => {
  it('asks for two columns only: the reference and the start', () => {
    expect(REGISTER_FIELDS.filter((field) => field.required).map((field) => field.id)).toEqual(['ref', 'startDate'])
  })
})
