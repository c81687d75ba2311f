import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stats } from '../../src/cli/commands/stats'
import { differences, notNumbers } from '../core/statistics/near'
import { heldFiles, printed } from './held-files'

const read = (path: string) => JSON.parse(readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8'))
const sampling = Object.entries<{ input: unknown; expected: unknown }[]>(read('sampling/expected.json').cases).filter(
  ([kind]) => kind !== 'inclusion',
)
const proportions: { method: string; input: unknown; expected: unknown }[] = read('statistics/proportions.json')

const ask = (method: string, input: unknown) => stats([method], heldFiles({ '-': JSON.stringify(input) }))

describe('stats', () => {
  it.each(sampling)('answers all reference cases of %s in one list, in their order', async (kind, cases) => {
    const result = await ask(
      kind,
      cases.map((one) => one.input),
    )
    expect(result.exit).toBe(0)
    const wanted = cases.map((one) => one.expected)
    expect(differences(printed(result.json), wanted, { relative: 1e-9 })).toEqual([])
  })

  it('answers the reference cases of the proportions', async () => {
    for (const { method, input, expected } of proportions) {
      const result = await ask(method, input)
      expect(result.exit).toBe(0)
      expect(differences(printed(result.json), expected, { absolute: 1e-9 })).toEqual([])
    }
  })

  it('answers wilson with the keys of both reference files', async () => {
    const { json } = await ask('wilson', { x: 12, n: 12, confidence: 0.95 })
    const answer = printed(json)
    expect(answer).toMatchObject({ status: 'ok', p: 1, ciHigh: 1, upper: 1 })
    expect(answer.lower).toBe(answer.ciLow)
  })

  it('takes 95 % when no confidence is given', async () => {
    expect((await ask('margin', { N: 3400, n: 60, p: 0.5 })).json).toMatchObject({
      margin: expect.closeTo(0.1254123, 7),
    })
  })

  it('puts the reason in the place of an input it cannot answer, and answers the others', async () => {
    const inputs = [
      { x: 3, n: 2, confidence: 0.95 },
      { x: 1, n: 2, confidence: 0.95 },
      'two',
      null,
      { n: 2 },
      { x: 1, n: 2, confidence: 95 },
    ]
    const { exit, json } = await ask('wilson', inputs)
    expect(exit).toBe(0)
    expect(printed(json)).toEqual([
      { error: 'x must not be more than n' },
      expect.objectContaining({ status: 'ok', p: 0.5 }),
      { error: 'The input must be a JSON object' },
      { error: 'The input must be a JSON object' },
      { error: 'x must be a whole number of at least 0' },
      { error: 'confidence must be between 0 and 1, both left out (0.95 for 95 %)' },
    ])
  })

  it('says where in a list of strata the fault is', async () => {
    const { json } = await ask('stratified', {
      strata: [
        { N: 10, n: 4, x: 2 },
        { N: 3, n: 4, x: 5 },
      ],
    })
    expect(json).toEqual({ error: 'strata[1]: x must not be more than n; strata[1]: sample larger than the register' })
  })

  it('exits 1 when its only input cannot be answered', async () => {
    expect(await ask('allocation', { method: 'equal', n: 4, strata: [{ N: 3 }] })).toEqual({
      exit: 1,
      json: { error: 'sample larger than the register' },
      words: 'sample larger than the register',
    })
    expect((await ask('allocation', { method: 'neyman', n: 1, strata: [{ N: 3 }] })).exit).toBe(1)
    expect((await stats(['wilson'], heldFiles({ '-': '{' }))).exit).toBe(1)
  })

  it('exits 0 where a figure is undefined: that is an answer', async () => {
    expect(await ask('wilson', { x: 0, n: 0, confidence: 0.95 })).toEqual({
      exit: 0,
      json: { status: 'undefined', reason: 'no-data' },
    })
    expect(
      (await ask('targetAssurance', { lower: null, upper: null, target: 0.9, improvement: 'increase' })).json,
    ).toEqual({
      status: 'undefined',
      reason: 'no-data',
    })
  })

  it('knows the side of the target on which months that should fall are kept', async () => {
    const limits = { lower: 0.1, upper: 0.2, improvement: 'decrease' }
    const answers = [
      { ...limits, target: 0.3 },
      { ...limits, target: 0.05 },
      { ...limits, target: 0.2 },
    ]
    expect((await ask('targetAssurance', answers)).json).toEqual([
      { assurance: 'consistently-passes' },
      { assurance: 'consistently-fails' },
      { assurance: 'hit-and-miss' },
    ])
  })

  it.each([
    ['a register of one plan', 'sampleSize', { N: 1, p: 0, margin: 0.1 }],
    [
      'strata that are single plans',
      'stratified',
      {
        strata: [
          { N: 1, n: 1, x: 1 },
          { N: 1, n: 1, x: 0 },
        ],
      },
    ],
    ['one kind of plan among single plans', 'domain', { strata: [{ N: 1, n: 1, nDomain: 1, xDomain: 1 }] }],
    ['all plans drawn', 'exactFinite', { N: 9, n: 9, x: 0 }],
    ['an enormous register', 'exactFinite', { N: 5_000_000, n: 50_000, x: 25_000 }],
    ['nothing to share out', 'allocation', { method: 'equal', n: 0, strata: [] }],
    ['empty strata', 'allocation', { method: 'proportional', n: 2, strata: [{ N: 0 }, { N: 2 }] }],
    ['every plan bad', 'discovery', { N: 5, bad: 5, assurance: 0.99 }],
    ['months without grades', 'monthlyGoodOrBetter', { grades: [], months: ['2026-01'], goodFrom: 3 }],
  ])('never answers with a number that is none: %s', async (_what, method, input) => {
    const { exit, json } = await ask(method, input)
    expect(exit).toBe(0)
    expect(notNumbers(json)).toEqual([])
    expect(JSON.stringify(json)).not.toMatch(/null.*null.*null/)
  })

  it('reads a file, or standard input for - and for none', async () => {
    const io = heldFiles({ 'in.json': '{"x":1,"n":2}', '-': '[{"x":1,"n":2}]' })
    expect((await stats(['wilson', 'in.json'], io)).json).toMatchObject({ p: 0.5 })
    expect((await stats(['wilson', '-'], io)).json).toMatchObject([{ p: 0.5 }])
    expect((await stats(['wilson', 'none.json'], io)).exit).toBe(1)
  })

  it('is wrongly used without a known method, or with several files, and says which methods there are', async () => {
    const io = heldFiles({})
    for (const args of [[], ['median'], ['toString'], ['wilson', 'a', 'b'], ['wilson', '--fast']]) {
      const result = await stats(args, io)
      expect(result.exit).toBe(2)
      expect(result.json).toBeUndefined()
      expect(result.words).toContain('Methods: wilson, newcombe')
    }
  })
})
