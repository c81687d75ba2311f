import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grade } from '../../src/cli/commands/grade'
import { heldFiles, printed } from './held-files'

const core = readFileSync('audit-frameworks/ehcp-core/1.0.0.json', 'utf8')
const CORE = 'A1 B1 B2 C1 D1 E2 E3 F1 F2 F5 F6 F8 G1 H1a W1 W4 W8 W9'.split(' ')
const FLOOR_ONLY = ['E1', 'F10', 'I1', 'W2']

const all = (rating: string, differs: Readonly<Record<string, unknown>> = {}) => ({
  ...Object.fromEntries([...CORE, ...FLOOR_ONLY].map((id) => [id, { rating }])),
  ...differs,
})
async function run(audit: unknown) {
  const io = heldFiles({ 'f.json': core, 'a.json': typeof audit === 'string' ? audit : JSON.stringify(audit) })
  const result = await grade(['--framework', 'f.json', 'a.json'], io)
  return { ...result, json: printed(result.json) }
}

describe('grade', () => {
  it('answers plan, sections and floor with their reasons, unrounded', async () => {
    // The core weighs 22; F2 partly loses 1, G1 partly 0.5: 20.5 of 22.
    const { exit, json } = await run({
      subject: 'plan',
      ratings: all('met', {
        F2: { rating: 'partly', cause: 'vague-advice', service: 'salt', fix: 'amendment-notice' },
        G1: { rating: 'partly' },
        W3i: { rating: 'met' },
      }),
      incident: false,
      facts: { yearGroup: 9, status: 'final', purpose: 'random', afterReview: false },
    })
    expect(exit).toBe(0)
    expect(json).toMatchObject({ complete: true, missing: [] })
    expect(json.plan).toMatchObject({ grade: 'good', derived: 'good', share: 20.5 / 22 })
    expect(json.plan.reasons).toEqual([
      { type: 'share', criteria: [], to: 'outstanding' },
      { type: 'key', criteria: ['F2'], to: 'good' },
    ])
    expect(json.sections.F).toMatchObject({ grade: 'good', share: 6 / 7 })
    expect(json.floor).toEqual({ status: 'at-risk', criteria: ['F2', 'G1'] })
    expect(json.shortfalls[0]).toMatchObject({ criterion: 'F2', cause: 'vague-advice', service: 'salt', lacks: [] })
  })

  it('says what is missing, and gives no grade of the plan without its core', async () => {
    const { exit, json } = await run({ criteria: ['F1', 'F2'], ratings: { F1: { rating: 'met' } } })
    expect(exit).toBe(0)
    expect(json).toMatchObject({ complete: false, missing: ['F2'] })
    expect(json.plan).toMatchObject({ grade: null, derived: null })
    expect(json.plan.reasons[0].type).toBe('incomplete')
    expect(json.sections.F.grade).toBe('outstanding')
  })

  it('answers a piece of advice under its own name', async () => {
    const { json } = await run({ subject: 'advice', ratings: all('met'), facts: { yearGroup: 9 } })
    expect(json.advice.grade).toBe('outstanding')
    expect(json).not.toHaveProperty('plan')
    expect(json.floor.status).toBe('met')
  })

  it('shows an override that stands, and one that does not', async () => {
    const override = { grade: 'good', reason: 'The thread is strong throughout' }
    expect((await run({ ratings: all('partly'), override })).json.plan).toMatchObject({
      grade: 'good',
      derived: 'requires-improvement',
    })
    const refused = (await run({ ratings: all('met', { F1: { rating: 'not-met' } }), override })).json.plan
    expect(refused.grade).toBe('requires-improvement')
    expect(refused.reasons.at(-1)).toMatchObject({ type: 'override-refused', criteria: ['F1'] })
  })

  it('is inadequate for an incident', async () => {
    expect((await run({ ratings: {}, incident: true })).json.plan.grade).toBe('inadequate')
  })

  it('takes null for left out', async () => {
    const { exit, json } = await run({
      criteria: null,
      ratings: all('met', { F1: null, F2: { rating: null }, A1: { rating: 'met', cause: null } }),
      incident: null,
      override: null,
      facts: { yearGroup: null },
    })
    expect(exit).toBe(0)
    expect(json.missing).toEqual(expect.arrayContaining(['F1', 'F2']))
  })

  it('reads the audit from standard input', async () => {
    const io = heldFiles({ 'f.json': core, '-': JSON.stringify({ ratings: all('met') }) })
    expect((await grade(['-', '--framework=f.json'], io)).json).toHaveProperty('plan.grade', 'outstanding')
  })

  it('names what it did not understand, and goes on', async () => {
    const { exit, words } = await run({ ratings: all('met'), overide: {}, facts: { shoeSize: 4 } })
    expect(exit).toBe(0)
    expect(words).toBe('Not understood and not used: overide, facts.shoeSize.')
  })

  it.each<[string, unknown, string, RegExp]>([
    [
      'a criterion outside the framework',
      { ratings: { Z9: { rating: 'met' } } },
      'ratings.Z9',
      /not a criterion of ehcp-core 1\.0\.0/,
    ],
    ['an assignment outside the framework', { criteria: ['F1', 'Z9'], ratings: {} }, 'criteria[1]', /"Z9"/],
    [
      'a rating that does not exist',
      { ratings: { F1: { rating: 'great' } } },
      'ratings.F1.rating',
      /must be one of: met, partly/,
    ],
    ['no rating', { ratings: { F1: { cause: 'late' } } }, 'ratings.F1.rating', /missing/],
    ['no ratings at all', {}, 'ratings', /missing/],
    [
      'a year group in words',
      { ratings: {}, facts: { yearGroup: 'nine' } },
      'facts.yearGroup',
      /whole number|a number/,
    ],
    ['a list', [], 'file', /must be an object/],
    ['a file that is not JSON', '{ "ratings": ', 'audit', /not JSON/],
  ])('exits 1 for %s and says where', async (_name, audit, where, message) => {
    const { exit, json } = await run(audit)
    expect(exit).toBe(1)
    expect(json.problems[0]).toEqual({ where, message: expect.stringMatching(message) })
  })

  it('refuses a framework that is not sound', async () => {
    const broken = JSON.parse(core)
    broken.grading.subject.incidentGrade = 'dreadful'
    const io = heldFiles({ 'f.json': JSON.stringify(broken), 'a.json': '{"ratings":{}}' })
    const { exit, json } = await grade(['--framework', 'f.json', 'a.json'], io)
    expect(exit).toBe(1)
    expect(json).toHaveProperty('problems.0.where', 'framework grading.subject.incidentGrade')
  })

  it('needs a framework and one audit', async () => {
    const io = heldFiles({ 'a.json': '{}' })
    expect((await grade(['a.json'], io)).exit).toBe(2)
    expect((await grade(['--framework', 'f'], io)).exit).toBe(2)
    expect((await grade(['--framework', 'f', 'a', 'b'], io)).exit).toBe(2)
    expect((await grade(['--framework', '-', '-'], io)).exit).toBe(2)
    expect((await grade(['--frame', 'f', 'a'], io)).exit).toBe(2)
  })

  it('answers any JSON with grades or problems, never with a fault of its own, and never with NaN', async () => {
    const ids = fc.constantFrom(...CORE, ...FLOOR_ONLY, 'W3i', 'Z9', '__proto__', 'constructor')
    const rating = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.record({ rating: fc.constantFrom('met', 'partly', 'not-met', 'x') }),
    )
    const audit = fc.record(
      {
        ratings: fc.dictionary(ids, rating),
        criteria: fc.array(ids),
        facts: fc.jsonValue(),
        override: fc.jsonValue(),
        incident: fc.jsonValue(),
      },
      { requiredKeys: ['ratings'] },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), audit), async (json) => {
        const result = await run(json)
        expect([0, 1]).toContain(result.exit)
        expect(result.json).toHaveProperty(result.exit === 0 ? 'sections' : 'problems')
        expect(JSON.stringify(result.json)).not.toMatch(/NaN|Infinity/)
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
