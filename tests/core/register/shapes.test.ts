import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { previewRegister, readRegister } from '../../../src/core/register/read'
import { AS_OF, bytesOf, fileTruth, reading, textBytes } from './registers'

const text = new TextDecoder().decode(bytesOf('mini.case-a.csv'))
const rows = Papa.parse<string[]>(text.trimEnd()).data
const [headings = [], ...body] = rows
const truth = fileTruth('mini', 'case-a')
const csv = (table: readonly (readonly string[])[], delimiter = ',', newline = '\r\n') =>
  Papa.unparse(
    table.map((row) => [...row]),
    { delimiter, newline },
  ) + newline
const wide = (...cells: string[]) => [...cells, ...Array<string>(headings.length - cells.length).fill('')]

function expectMini(input: string | Uint8Array) {
  const found = reading(input)
  expect(found.rows).toBe(truth.rows)
  expect(found.excludedRows.map(({ row, reason }) => ({ row, reason }))).toEqual(truth.excludedRows)
  expect([...found.strata].sort()).toEqual([...truth.strata].sort())
  expect(found.advice).toEqual(truth.plansWithAdviceFrom)
  return found
}

function utf16(order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(order === 'be' ? bytes.swap16() : bytes)
}

describe('the same list written differently is the same register', () => {
  it.each([';', '\t', '|'])('with the delimiter %j', (delimiter) => {
    expectMini(csv(rows, delimiter))
  })

  it('with a first line that tells the delimiter', () => {
    expectMini(`sep=;\r\n${csv(rows, ';')}`)
  })

  it.each(['\n', '\r'])('with the line end %j', (newline) => {
    expectMini(csv(rows, ',', newline))
  })

  it('with line ends of two kinds', () => {
    const lines = text.trimEnd().split('\r\n')
    expectMini(lines.map((line, at) => line + (at % 3 === 0 ? '\r\n' : '\n')).join(''))
  })

  it.each([
    ['le', true],
    ['le', false],
    ['be', true],
    ['be', false],
  ] as const)('as UTF-16 %s, marked: %s', (order, mark) => {
    expectMini(utf16(order, mark))
  })

  it('without a mark, with every cell quoted, with columns in another order', () => {
    expectMini(Papa.unparse(rows, { quotes: true }))
    expectMini(csv(rows.map((row) => [...row].reverse())))
  })

  it('with references wrapped against spreadsheets and empty columns at the end', () => {
    expectMini(csv(rows.map(([ref = '', ...rest], at) => [at === 0 ? ref : `="${ref}"`, ...rest, '', ''])))
  })
})

describe('rows that are no data', () => {
  it('are titles above the headings', () => {
    const found = expectMini(`EHC plans: caseload\r\nPrinted 15/01/2026\r\n\r\n${text}`)
    expect(found.setAside.above).toBe(4)
  })

  it('are headings repeated on each page, blank rows and page titles', () => {
    const paged = [headings, ...body.slice(0, 20), wide(), wide('Page 2'), headings, ...body.slice(20)]
    expect(expectMini(csv(paged)).setAside).toMatchObject({ repeatedHeadings: 1, notes: 1 })
  })

  it.each([
    ['a footer', [wide('End of report')]],
    ['a total', [wide('Total', '63')]],
    ['a total of several columns', [headings.map((_, at) => (at === 0 ? 'Grand total' : at % 3 ? '' : '63'))]],
    ['a count alone', [wide('63')]],
    ['a print date', [wide('15/01/2026 09:30')]],
  ])('are %s at the end', (_name, footer) => {
    expect(expectMini(csv([...rows, ...footer])).setAside.notes).toBe(1)
  })

  it('do not take a plan with nothing but its reference along', () => {
    const found = reading(csv([...rows, wide('200999')]))
    expect(found.excludedRows.at(-1)).toMatchObject({ row: 64, reason: 'missing-start-date' })
  })

  it('keep their place in the numbers that a spreadsheet shows', () => {
    const found = reading(`Caseload\r\n\r\n${text}`)
    const plain = reading(text)
    expect(found.excludedRows.map(({ sheetRow }) => sheetRow)).toEqual(
      plain.excludedRows.map(({ sheetRow }) => sheetRow + 2),
    )
  })
})

describe('the preview', () => {
  it('shows headings, the guess and a few rows, also when a column is missing', () => {
    const preview = previewRegister(textBytes('Student ID,Something\n101,x\n102,y\n'))
    expect(preview.ok && preview.value).toMatchObject({
      headings: ['Student ID', 'Something'],
      headingRow: 0,
      mapping: { ref: 0, startDate: null },
      sample: [
        ['101', 'x'],
        ['102', 'y'],
      ],
    })
  })

  it('is followed by a reading in which the corrected column counts', () => {
    const list = 'Student ID,Something,Other\n101,01/02/2020,03/04/2021\n'
    const found = reading(list, { mapping: { startDate: 1, latestDate: 2 } })
    expect(found.validPlans[0]).toMatchObject({ startDate: '2020-02-01', latestDate: '2021-04-03', version: 'amended' })
  })
})

describe('progress', () => {
  it('grows from 0 to 1', () => {
    const shares: number[] = []
    const steps = new Set<string>()
    readRegister(bytesOf('county.case-a.csv.gz'), { asOf: AS_OF }, ({ step, share }) => {
      shares.push(share)
      steps.add(step)
    })
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect([shares[0], shares.at(-1)]).toEqual([0, 1])
    expect([...steps]).toEqual(['decode', 'rows', 'rules'])
  })
})
