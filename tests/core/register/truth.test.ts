import { describe, expect, it } from 'vitest'
import { parseEstablishments } from '../../../src/core/register/establishments'
import { bytesOf, type FileTruth, fileTruth, fingerprint, reading } from './registers'

function establishments() {
  const parsed = parseEstablishments(bytesOf('mini.establishments.csv'))
  if (!parsed.ok) throw new Error(parsed.error.reason)
  return parsed.value
}

function expectTruth(found: ReturnType<typeof reading>, truth: FileTruth) {
  expect(found.rows).toBe(truth.rows)
  expect(found.validPlans).toHaveLength(truth.validPlans)
  expect(found.excludedRows.map(({ row, reason }) => ({ row, reason }))).toEqual(truth.excludedRows)
  expect(found.excluded).toEqual(truth.excluded)
  expect(found.warnings).toEqual(truth.warnings)
  expect(found.marginals).toEqual(truth.marginals)
  expect([...found.strata].sort()).toEqual([...truth.strata].sort())
  expect(fingerprint(found.validPlans.map((plan) => plan.ref))).toBe(truth.planRefsSha256)
  const reviews = found.validPlans.flatMap(({ ref, lastReview }) =>
    lastReview === null ? [] : [`${ref}|${lastReview}`],
  )
  expect(reviews).toHaveLength(truth.plansWithLastReview)
  expect(fingerprint(reviews)).toBe(truth.lastReviewSha256)
  if (truth.plansWithAdviceFrom) expect(found.advice).toEqual(truth.plansWithAdviceFrom)
  if (truth.adviceSha256 === undefined) return
  const advice = found.validPlans.flatMap(({ ref, advice }) =>
    advice.map(({ agency, date }) => `${ref}|${agency}|${date}`),
  )
  expect(fingerprint(advice)).toBe(truth.adviceSha256)
}

describe('readRegister on registers whose true content is known', () => {
  it.each(['case-a', 'case-b', 'case-c'])(
    'finds every plan, reason, stratum and date of the small %s list',
    (format) => {
      const truth = fileTruth('mini', format)
      const found = reading(bytesOf(truth.file), { asOf: truth.samplingDate })
      expect(found.format).toBe('list')
      expectTruth(found, truth)
    },
  )

  it('finds them in the list of a whole county', () => {
    expectTruth(reading(bytesOf('county.case-a.csv.gz')), fileTruth('county', 'case-a'))
  })

  it('finds them in the list that inspectors ask for, with the types of settings looked up by URN', () => {
    const found = reading(bytesOf('mini.annex-a.csv'), { establishments: establishments() })
    expect(found.format).toBe('annex-a')
    expectTruth(found, fileTruth('mini', 'annex-a'))
  })

  it('does not record settings known only by their URN when there is no list of establishments', () => {
    // 10 plans without a URN and one in elective home education in the truth file; all others need the lookup.
    expect(reading(bytesOf('mini.annex-a.csv')).marginals.setting).toEqual({ UNK: 59, EHE: 1 })
  })

  it('counts every data row once: plans and rows left out add up to the rows of the file', () => {
    const found = reading(bytesOf('county.case-a.csv.gz'))
    const left = Object.values(found.excluded).reduce((sum, n) => sum + n, 0)
    expect(found.validPlans.length + left).toBe(found.rows)
    expect(found.strata.reduce((sum, stratum) => sum + stratum[4], 0)).toBe(found.validPlans.length)
  })
})

describe('the order of rows', () => {
  const lines = new TextDecoder().decode(bytesOf('mini.case-a.csv')).replace(/\r\n$/, '')
  /** Rows are not lines: two notes hold a line break inside quotation marks. */
  const [heading = '', ...rows] = lines.split('\r\n')

  it.each([1, 7, 31])('changes neither the plans nor their rank (every %ith row first)', (step) => {
    const shuffled = rows.map((row, at) => ({ row, key: (at * step) % 64 })).sort((a, b) => a.key - b.key)
    const text = [heading, ...shuffled.map(({ row }) => row), ''].join('\r\n')
    const plain = reading(bytesOf('mini.case-a.csv'))
    expect(reading(text).validPlans).toEqual(plain.validPlans)
    expect(reading(text).excluded).toEqual(plain.excluded)
  })

  it('is the order of the normalised references, whatever the language of the machine', () => {
    const refs = reading(bytesOf('mini.case-c.csv')).validPlans.map((plan) => plan.ref)
    expect(refs).toEqual([...refs].sort())
  })
})
