import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { CommandIo } from '../../src/cli/command'
import { registerCheck } from '../../src/cli/commands/register-check'

const FOLDER = new URL('../fixtures/registers/', import.meta.url)
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(name, FOLDER)))
const bytes = (text: string) => new TextEncoder().encode(text)
const truth = JSON.parse(readFileSync(new URL('mini.truth.json', FOLDER), 'utf8'))

/** Files and folders held in memory; anything else is not there. */
function ioWith(files: Record<string, Uint8Array>, stdin = new Uint8Array(0)): CommandIo {
  return {
    async readFile(path) {
      const file = files[path]
      if (!file) throw Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' })
      return file
    },
    async readFolder(path) {
      const names = Object.keys(files).filter((name) => name.startsWith(`${path.replace(/\/$/, '')}/`))
      if (names.length === 0) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
      return names.map((name) => name.slice(name.lastIndexOf('/') + 1))
    },
    stdin: async () => stdin,
  }
}

const MINI = { 'mini.csv': fixture('mini.case-a.csv') }
const AS_OF = ['--as-of', '2026-01-15']

describe('register check', () => {
  it.each(['case-a', 'case-b', 'case-c', 'annex-a'])('answers the truth about the %s list', async (format) => {
    const known = truth.files[format]
    const files = { 'list.csv': fixture(known.file), 'schools.csv': fixture('mini.establishments.csv') }
    const args = ['list.csv', ...AS_OF, '--establishments', 'schools.csv']
    const { exit, json } = await registerCheck(args, ioWith(files))
    expect(exit).toBe(0)
    expect(json).toMatchObject({
      format: format === 'annex-a' ? 'annex-a' : 'list',
      rows: known.rows,
      validPlans: known.validPlans,
      excluded: known.excluded,
      excludedRows: known.excludedRows,
      warnings: known.warnings,
      marginals: known.marginals,
      advice: known.plansWithAdviceFrom ?? {},
    })
  })

  it('reads standard input, gzip, and a folder with one list', async () => {
    const { json } = await registerCheck(['mini.csv', ...AS_OF], ioWith(MINI))
    const zipped = new Uint8Array(gzipSync(MINI['mini.csv']))
    expect((await registerCheck(['-', ...AS_OF], ioWith({}, MINI['mini.csv']))).json).toEqual(json)
    expect((await registerCheck(['mini.csv.gz', ...AS_OF], ioWith({ 'mini.csv.gz': zipped }))).json).toEqual(json)
    expect((await registerCheck(['set', ...AS_OF], ioWith({ 'set/mini.csv.gz': zipped }))).json).toEqual(json)
  })

  it('says in words how many rows were left out and why', async () => {
    const { words } = await registerCheck(['mini.csv', ...AS_OF], ioWith(MINI))
    expect(words).toContain('60 plans in 63 rows; 3 rows left out.')
    expect(words).toContain('2 × Another row holds a later version of the same plan.')
  })

  it.each([
    ['an empty file', new Uint8Array(0), 'empty'],
    ['an image called .csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'image'],
    ['a list cut short', MINI['mini.csv'].slice(0, 5000), 'cut-short'],
    ['a gzip cut short', new Uint8Array(gzipSync(MINI['mini.csv'])).slice(0, 3000), 'cut-short'],
    ['another return', bytes('UPN,Surname,DOB\nX1,A,01/02/2014\n'), 'another-return'],
    ['headings only', bytes('Student ID,EHCP Start Date\n'), 'no-rows'],
    ['a document type declaration', bytes('<!DOCTYPE a><Message/>'), 'document-type-declaration'],
  ])('refuses %s with a reason and a sentence, exit 1', async (_name, file, reason) => {
    const answer = await registerCheck(['x.csv', ...AS_OF], ioWith({ 'x.csv': file }))
    expect(answer.exit).toBe(1)
    expect(answer.json).toEqual({ refused: { reason, message: answer.words } })
  })

  it('refuses a file that is not there, an unusable list of establishments, and several lists', async () => {
    const reasonOf = async (args: string[], files: Record<string, Uint8Array>) => {
      const { exit, json } = await registerCheck([...args, ...AS_OF], ioWith(files))
      return [exit, JSON.parse(JSON.stringify(json)).refused.reason]
    }
    expect(await reasonOf(['x.csv'], {})).toEqual([1, 'unreadable-file'])
    expect(await reasonOf(['a.csv', 'b.csv'], { 'a.csv': MINI['mini.csv'], 'b.csv': MINI['mini.csv'] })).toEqual([
      1,
      'several-files',
    ])
    expect(
      await reasonOf(['mini.csv', '--establishments', 'e.csv'], { ...MINI, 'e.csv': bytes('a,b\n1,2\n') }),
    ).toEqual([1, 'not-establishments'])
  })

  it.each([
    ['no file', [...AS_OF]],
    ['no sampling date', ['mini.csv']],
    ['a date that is none', ['mini.csv', '--as-of', '2026-02-30']],
    ['a date written otherwise', ['mini.csv', '--as-of', '15/01/2026']],
    ['an unknown format', ['mini.csv', ...AS_OF, '--format', 'word']],
    ['an unknown option', ['mini.csv', ...AS_OF, '--sheet', '1']],
  ])('answers wrong usage with exit 2 and no JSON: %s', async (_name, args) => {
    const answer = await registerCheck(args, ioWith(MINI))
    expect(answer.exit).toBe(2)
    expect(answer.json).toBeUndefined()
    expect(answer.words).toContain('Usage: plumbline register check')
  })

  it('never lets personal data into an answer', async () => {
    const county = { 'county.csv': new Uint8Array(gunzipSync(fixture('county.case-a.csv.gz'))) }
    const answer = await registerCheck(['county.csv', ...AS_OF], ioWith(county))
    const text = JSON.stringify(answer).toLowerCase()
    const { surnames, forenames, staff, postcodePrefix } = truth.pii
    const words: string[] = [...surnames, ...forenames, ...staff, postcodePrefix]
    expect(words.filter((word) => text.includes(word.toLowerCase()))).toEqual([])
    expect(text).not.toMatch(/[a-z]999\d{9}/)
  })
})
