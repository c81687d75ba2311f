import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { CommandIo } from '../../src/cli/command'
import { sample } from '../../src/cli/commands/sample'
import { heldFiles, printed } from './held-files'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/registers/${name}`, import.meta.url))
const truth = JSON.parse(fixture('mini.truth.json').toString('utf8'))
const caseA: { samplingDate: string; validPlans: number; marginals: { version: { new: number } } } =
  truth.files['case-a']
const mini = fixture('mini.case-a.csv').toString('utf8')
const county = fixture('county.case-a.csv.gz')

const DESIGN = { size: 12, strata: ['keyStage'], doubleShare: 0.25 }
const ARGS = ['--register', 'r.csv', '--as-of', caseA.samplingDate, '--design', 'd.json', '--seed', 'summer 2026']

/** A disk without folders. */
function disk(files: Parameters<typeof heldFiles>[0]): CommandIo {
  const readFolder = async () => Promise.reject(Object.assign(new Error('not a directory'), { code: 'ENOTDIR' }))
  return { ...heldFiles(files), readFolder }
}

async function draw(register: string | Uint8Array, design: unknown = DESIGN, args: readonly string[] = ARGS) {
  const result = await sample(args, disk({ 'r.csv': register, 'd.json': JSON.stringify(design) }))
  return { ...result, json: printed(result.json ?? null) }
}

/** The same rows in another order, as another export would have them. */
function shuffled(csv: string, turn: number): string {
  const [headings = [], ...rows] = Papa.parse<string[]>(csv.replace(/^\uFEFF/, '')).data
  const keyed = rows.map((row, index) => ({ row, key: Math.sin((index + 1) * turn) }))
  return Papa.unparse([headings, ...keyed.sort((a, b) => a.key - b.key).map(({ row }) => row)])
}

describe('sample', () => {
  it('answers the frame, the allocation, the plans and the precision of a draw', async () => {
    const { exit, json, words } = await draw(mini)
    expect(exit).toBe(0)
    expect(json.frame).toEqual({ N: caseA.validPlans, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(json.plans).toHaveLength(12)
    expect(json.plans[0]).toEqual({ ref: expect.any(String), stratum: { keyStage: 'EY' }, double: expect.any(Boolean) })
    expect(json.plans.filter((plan: { double: boolean }) => plan.double)).toHaveLength(3)
    const total = json.allocation.reduce((sum: number, one: { n: number }) => sum + one.n, 0)
    expect(total).toBe(12)
    expect(json.precision).toMatchObject({ confidence: 0.95, at: 0.5 })
    expect(words).toMatch(/^12 of 60 plans\. If about half were good/)
  })

  it('draws the same plans from differently ordered files', async () => {
    const first = await draw(mini)
    for (const turn of [12.9898, 78.233, 3.7]) expect((await draw(shuffled(mini, turn))).json).toEqual(first.json)
  })

  it('draws the same plans of a county, however its file is ordered or packed', async () => {
    const design = {
      size: 60,
      strata: ['keyStage'],
      minimumPerStratum: 2,
      where: { version: ['new'] },
      doubleShare: 0.2,
    }
    const first = await draw(county, design)
    expect(first.json.plans).toHaveLength(60)
    const { gunzipSync } = await import('node:zlib')
    const again = await draw(shuffled(gunzipSync(county).toString('utf8'), 12.9898), design)
    expect(again.json).toEqual(first.json)
  })

  it('draws other plans with another seed, and only plans of the register', async () => {
    const refs = async (seed: string) => {
      const { json } = await draw(mini, { size: 20 }, [...ARGS.slice(0, -1), seed])
      return json.plans.map((plan: { ref: string }) => plan.ref)
    }
    const [one, two] = [await refs('one'), await refs('two')]
    expect(one).not.toEqual(two)
    const known = new Set(Papa.parse<string[]>(mini).data.map((row) => row[0]?.trim()))
    expect([...one, ...two].every((ref) => known.has(ref))).toBe(true)
  })

  it('draws only new plans when the design says so', async () => {
    const { json } = await draw(mini, { size: 3, where: { version: ['new'] } })
    expect(json.frame.N).toBe(caseA.marginals.version.new)
  })

  it.each([
    ['invalid-design', { size: '12' }, /size must be a whole number/],
    ['unknown-fact', { size: 2, strata: ['ward'] }, /does not say "ward"/],
    ['empty-frame', { size: 2, where: { need: ['XYZ'] } }, /No plan of the register is left/],
    ['sample-larger-than-frame', { size: 61 }, /61 plans cannot be drawn from 60/],
    ['minimums-exceed-sample', { size: 5, strata: ['keyStage'], minimumPerStratum: 3 }, /adds up to 21 plans/],
  ])('refuses with %s, exit 1, and one sentence', async (reason, design, message) => {
    const { exit, json, words } = await draw(mini, design)
    expect(exit).toBe(1)
    expect(json.refused).toMatchObject({ reason, message: expect.stringMatching(message) })
    expect(words).toBe(json.refused.message)
  })

  it('refuses a design that is no JSON and a register that is none', async () => {
    const io = disk({ 'r.csv': mini, 'd.json': '{"size": 12' })
    expect(await sample(ARGS, io)).toMatchObject({ exit: 1, json: { refused: { reason: 'unreadable-design' } } })
    expect(await draw('')).toMatchObject({ exit: 1, json: { refused: { reason: 'empty' } } })
  })

  it('is wrongly used without register, date, design or seed', async () => {
    for (const missing of [0, 2, 4, 6]) {
      const args = ARGS.filter((_, index) => index !== missing && index !== missing + 1)
      const { exit, words } = await draw(mini, DESIGN, args)
      expect(exit).toBe(2)
      expect(words).toContain('Usage: plumbline sample --register')
    }
    expect((await draw(mini, DESIGN, [...ARGS.slice(0, -1), ' '])).exit).toBe(2)
    expect(
      (
        await draw(
          mini,
          DESIGN,
          ARGS.map((arg) => (arg === caseA.samplingDate ? '31/01/2026' : arg)),
        )
      ).exit,
    ).toBe(2)
    expect(
      (await draw(mini, DESIGN, ['--register', '-', '--design', '-', ...ARGS.slice(2, 4), '--seed', 's'])).exit,
    ).toBe(2)
  })

  it('reads the register from standard input', async () => {
    const args = ARGS.map((arg) => (arg === 'r.csv' ? '-' : arg))
    const result = await sample(args, disk({ '-': mini, 'd.json': JSON.stringify(DESIGN) }))
    expect(printed(result.json)).toEqual((await draw(mini)).json)
  })

  it('shows no name, pupil number, birth date or postcode', async () => {
    const { json, words } = await draw(mini, { size: 60, strata: ['keyStage', 'need', 'setting', 'team'] })
    const shown = `${JSON.stringify(json)} ${words}`
    expect(shown).not.toMatch(/[A-Z]\d{12}|\d{2}\/\d{2}\/\d{4}|ZZ99/)
    const people = Papa.parse<string[]>(mini)
      .data.slice(1)
      .flatMap((row) => [row[3], row[4]])
      .filter((name) => (name ?? '').length > 3)
    expect(people.filter((name) => name !== undefined && shown.includes(name))).toEqual([])
  })
})
