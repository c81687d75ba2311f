import { describe, expect, it } from 'vitest'
import { readRegister } from '../../../src/core/register/read'
import { AS_OF, bytesOf, list, refusalOf, textBytes } from './registers'

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0])
const zip = (part: string) => Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, ...textBytes(part)])
const MINI = bytesOf('mini.case-a.csv')
const text = new TextDecoder().decode(MINI)

describe('a file that is no register is refused, by its content', () => {
  it.each([
    ['an empty file', new Uint8Array(0), 'empty'],
    ['a file of blank lines', textBytes('\n \r\n\n'), 'empty'],
    ['a picture called .csv', PNG, 'image'],
    ['a photograph', JPEG, 'image'],
    ['a PDF', textBytes('%PDF-1.7\n1 0 obj'), 'pdf'],
    ['a workbook', zip('[Content_Types].xml xl/workbook.xml'), 'workbook-not-read-yet'],
    ['another archive', zip('letter.docx'), 'archive'],
    ['an older workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'old-workbook'],
    ['random bytes', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251), 'not-text'],
    ['a saved web page', textBytes('<!DOCTYPE html><html><table><tr><td>Plan ID</td></tr></table></html>'), 'web-page'],
    ['JSON', textBytes('[{"ref": 1}]'), 'json'],
    [
      'XML with a document type of its own',
      textBytes('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Message/>'),
      'document-type-declaration',
    ],
    [
      'a SEN2 return as XML',
      textBytes(
        '<Message><Header><CollectionDetails><Collection>SEN2</Collection></CollectionDetails></Header></Message>',
      ),
      'sen2-not-read-yet',
    ],
    ['a file of a SEN2 export', textBytes('persontableid,NativeId,surname\n1,999,x\n'), 'sen2-not-read-yet'],
    [
      'the school census as XML',
      textBytes(
        '<Message><Header><CollectionDetails><Collection>SchoolCensus</Collection></CollectionDetails></Header></Message>',
      ),
      'another-return',
    ],
    [
      'the school census as a table',
      textBytes('UPN,Surname,Forename,DOB,NCyearActual,Attendance\nX1,A,B,01/02/2014,6,0.9\n'),
      'another-return',
    ],
    ['the register of schools', bytesOf('mini.establishments.csv'), 'another-return'],
    ['a letter', textBytes('Dear all,\nplease find the list attached.\nBest wishes\n'), 'another-return'],
    ['headings only', textBytes(text.slice(0, text.indexOf('\r\n') + 2)), 'no-rows'],
    ['headings and footers only', textBytes('Student ID,EHCP Start Date,NC Year\n\nEnd of report\n'), 'no-rows'],
    [
      'a list without references',
      textBytes('EHCP Start Date,Latest EHCP Issued,NC Year\n01/02/2020,01/02/2021,6\n'),
      'no-reference-column',
    ],
    [
      'a list without start dates',
      textBytes('Student ID,Latest EHCP Issued,Annual Review Meeting\n101,01/02/2021,01/02/2022\n'),
      'no-start-date-column',
    ],
  ])('%s', (_name, bytes, reason) => {
    expect(refusalOf(bytes)).toBe(reason)
  })

  it('says what is wrong and what was kept, in a sentence', () => {
    const refused = readRegister(PNG, { asOf: AS_OF })
    expect(refused.ok ? '' : refused.error.message).toBe(
      'This file is a picture, whatever its name says. Choose the list of plans as exported from the case system. Nothing was imported; what was stored before is unchanged.',
    )
  })

  it('refuses a list asked for as SEN2', () => {
    expect(refusalOf(MINI, { format: 'sen2-xml' })).toBe('wrong-format')
  })

  it('does not take a pupil number for the plan reference: it would come out again in every answer', () => {
    expect(refusalOf('UPN,EHCP Start Date,Latest EHCP Issued\nX999100016002,01/02/2020,01/02/2021\n')).toBe(
      'no-reference-column',
    )
  })
})

describe('fifty megabytes of one line', () => {
  it.each([
    ['letters', 'a'],
    ['commas', ','],
    ['quotation marks', '"'],
  ])('of %s are refused at once', (_name, letter) => {
    const started = performance.now()
    expect(refusalOf(new Uint8Array(50_000_000).fill(letter.charCodeAt(0)))).toBe('line-too-long')
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('are refused below ordinary rows too', () => {
    const bytes = new Uint8Array(MINI.length + 50_000_000).fill(97)
    bytes.set(MINI)
    expect(refusalOf(bytes)).toBe('line-too-long')
  })
})

describe('a file cut short', () => {
  it('is refused wherever in a row the cut falls', () => {
    const missed: number[] = []
    for (let at = text.indexOf('\r\n') + 30; at < text.length; at += 211) {
      const row = text.slice(text.lastIndexOf('\r\n', at) + 2, at)
      const insideRow = row.length > 0 && text.indexOf('\r\n', at) - at > 3
      if (insideRow && refusalOf(text.slice(0, at)) === 'read') missed.push(at)
    }
    expect(missed).toEqual([])
  })

  it('is refused in the middle of a quoted cell', () => {
    expect(refusalOf(text.slice(0, text.indexOf('"updated"') + 4))).toBe('cut-short')
    expect(refusalOf(`${list({})}200002,"15/0`)).toBe('cut-short')
  })

  it('is refused in the middle of a letter', () => {
    const bytes = textBytes('Student ID,EHCP Start Date,SEN Officer Team\n101,01/02/2020,Côte\n102,01/02/2020,Cô')
    expect(refusalOf(bytes.slice(0, -1))).toBe('cut-short')
    expect(refusalOf(bytes)).toBe('read')
  })

  it('is read when every row is whole, with or without a last line end', () => {
    expect(refusalOf(text)).toBe('read')
    expect(refusalOf(text.trimEnd())).toBe('read')
  })

  it('is read when rows are short throughout, as exports that drop empty cells make them', () => {
    const short = text.replace(/,+(?=\r\n)/g, '').trimEnd()
    expect(refusalOf(short)).toBe('read')
  })
})

describe('a quotation mark that opens a cell and is not closed there', () => {
  /** Unquoted rows with a note each; `notes` replaces some of them. */
  function notedList(rows: number, notes: Record<number, string>): string {
    const lines = Array.from(
      { length: rows },
      (_, at) => `${200001 + at},10/06/2021,11/07/2022,6,North,${notes[at] ?? ''}`,
    )
    return ['Student ID,EHCP Start Date,Latest EHCP Issued,NC Year,Team,Notes', ...lines, ''].join('\n')
  }

  it('refuses the file when rows have run into a cell', () => {
    expect(refusalOf(notedList(50, { 10: '"Parent says', 20: 'agreed"' }))).toBe('broken-quotes')
  })

  it('refuses the file when the rest of it has', () => {
    expect(refusalOf(notedList(50, { 10: '"Parent says no' }))).toBe('broken-quotes')
  })

  it('refuses a large file soon, without reading it over and over', () => {
    const large = notedList(300_000, { 10: '"Parent says no' })
    const started = performance.now()
    expect(refusalOf(large)).toBe('broken-quotes')
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('leaves a note with lines, commas and quotation marks of its own alone', () => {
    expect(refusalOf(notedList(50, { 10: '"Spoke to family,\nawaiting ""updated"" report, OT, SALT"' }))).toBe('read')
  })
})
