/** Numbers worked by hand from product.md, "The headline, exactly"; Wilson intervals with z = 1.959963984540054. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headline } from '../../../src/core/trends/headline'
import { MEASURES, NEW_PLANS_GOOD, SAMPLED_PLANS_GOOD } from '../../../src/core/trends/measure'
import {
  AWAITING_AUDITS,
  AWAITING_MODERATION,
  GOOD,
  INCIDENT,
  LAPSED,
  NEW_FINAL,
  NOT_GOOD,
  NOT_GRADEABLE,
  subjects,
} from './subjects'

describe('the headline', () => {
  it('is good of n with its interval against 90 %', () => {
    const answer = headline(NEW_PLANS_GOOD, [...subjects(79, GOOD), ...subjects(17, NOT_GOOD)])
    expect(answer).toMatchObject({
      n: 96,
      good: 79,
      drawn: 96,
      audited: 96,
      verdict: 'below',
      strength: 'plain',
      bounds: null,
    })
    expect(answer.share).toBeCloseTo(79 / 96, 12)
    expect(answer.interval?.low).toBeCloseTo(0.734589595, 9)
    expect(answer.interval?.high).toBeCloseTo(0.886394921, 9)
    expect(answer.words.answer).toBe('82 % of new plans were good or better (79 of 96 audited; 95 % interval 73–89 %).')
    expect(answer.words.target).toBe('The target is 90 %: not yet met.')
    expect(answer.words.caution).toBeNull()
  })

  it('counts beside it what was drawn, audited, awaits moderation, cannot be graded, lapsed and is still with auditors', () => {
    const answer = headline(NEW_PLANS_GOOD, [
      ...subjects(40, GOOD),
      ...subjects(8, NOT_GOOD),
      ...subjects(5, AWAITING_MODERATION),
      ...subjects(2, NOT_GRADEABLE),
      ...subjects(1, LAPSED),
      ...subjects(4, AWAITING_AUDITS),
    ])
    expect(answer).toMatchObject({
      drawn: 60,
      n: 48,
      good: 40,
      audited: 55,
      awaitingModeration: 5,
      notGradeable: 2,
      lapsed: 1,
      inProgress: 4,
    })
    expect(answer.words.counts).toBe(
      '60 drawn, 55 audited, 5 awaiting moderation, 2 not gradeable, 1 lapsed, 4 still being audited.',
    )
    expect(answer.words.answer).toContain('(40 of 48 with a result;')
  })

  it('shows its bounds when more than 5 % of the drawn have no result: none of them good, all of them good', () => {
    const answer = headline(NEW_PLANS_GOOD, [...subjects(40, GOOD), ...subjects(16, NOT_GOOD), ...subjects(4, LAPSED)])
    // 40 of 60 and 44 of 60.
    expect(answer.bounds?.low).toBeCloseTo(0.666667, 6)
    expect(answer.bounds?.high).toBeCloseTo(0.733333, 6)
    expect(answer.words.bounds).toBe(
      '4 of 60 drawn new plans have no result. Were none of them good, the figure would be 67 %; were all of them good, 73 %.',
    )
  })

  it('shows no bounds at exactly 5 % without a result', () => {
    const answer = headline(NEW_PLANS_GOOD, [...subjects(50, GOOD), ...subjects(7, NOT_GOOD), ...subjects(3, LAPSED)])
    expect(answer.bounds).toBeNull()
    expect(answer.words.bounds).toBeNull()
  })

  it('counts an incident as not good', () => {
    expect(headline(NEW_PLANS_GOOD, [...subjects(9, GOOD), ...subjects(1, INCIDENT)])).toMatchObject({ n: 10, good: 9 })
  })

  it('leaves swapped-out plans out of every count and lists them', () => {
    const out = subjects(2, AWAITING_AUDITS, { swappedOut: true })
    const answer = headline(NEW_PLANS_GOOD, [...subjects(5, GOOD), ...out])
    expect(answer).toMatchObject({ drawn: 5, n: 5, inProgress: 0, swappedOut: 2, bounds: null })
    expect(answer.swappedOutIds).toEqual(out.map((subject) => subject.id))
    expect(answer.words.counts).toMatch(/2 swapped out\.$/)
  })

  it.each([
    ['a themed cycle', { ...NEW_FINAL, purpose: 'themed' }],
    ['a complaint', { ...NEW_FINAL, purpose: 'complaint' }],
    ['a re-audit of a mended plan', { ...NEW_FINAL, purpose: 're-audit' }],
    ['a draft', { ...NEW_FINAL, status: 'draft' }],
    ['an amended plan', { ...NEW_FINAL, version: 'amended' }],
    ['a plan of unknown kind', { purpose: 'random', status: 'final', version: null }],
  ])('never counts %s', (_what, facts) => {
    const answer = headline(NEW_PLANS_GOOD, [...subjects(6, GOOD), ...subjects(6, NOT_GOOD, { facts })])
    expect(answer).toMatchObject({ drawn: 6, n: 6, good: 6 })
  })

  it('has a measure for all plans of the sample beside the one for new plans', () => {
    expect(MEASURES[0]).toBe(NEW_PLANS_GOOD)
    const amended = { purpose: 'random', status: 'amended', version: 'amended' }
    const drawn = [...subjects(6, GOOD), ...subjects(6, NOT_GOOD, { facts: amended })]
    const answer = headline(SAMPLED_PLANS_GOOD, drawn)
    expect(answer).toMatchObject({ n: 12, good: 6, target: null, verdict: null })
    expect(answer.words.target).toBeNull()
    expect(answer.words.answer).toMatch(/^50 % of plans were good or better \(6 of 12 audited;/)
  })
})

describe('how much may be said', () => {
  it('gives counts alone below five plans', () => {
    const answer = headline(NEW_PLANS_GOOD, [...subjects(3, GOOD), ...subjects(1, NOT_GOOD)])
    expect(answer).toMatchObject({ n: 4, good: 3, share: null, interval: null, verdict: null, strength: 'counts-only' })
    expect(answer.words.answer).toBe('3 of 4 new plans were good or better. Too few to say a percentage.')
    expect(answer.words.target).toBeNull()
  })
  it('calls five to twenty-nine plans an early indication', () => {
    const answer = headline(NEW_PLANS_GOOD, [...subjects(9, GOOD), ...subjects(2, NOT_GOOD)])
    expect(answer.strength).toBe('early')
    expect(answer.words.answer).toBe('82 % of new plans were good or better (9 of 11 audited; 95 % interval 52–95 %).')
    expect(answer.words.caution).toBe('Early indication: only 11 new plans. Expect this to move.')
    expect(headline(NEW_PLANS_GOOD, subjects(29, GOOD)).strength).toBe('early')
    expect(headline(NEW_PLANS_GOOD, subjects(30, GOOD)).strength).toBe('plain')
  })
  it('never says that a target is met on a handful: 18 of 20 could be anything from 70 % to 97 %', () => {
    const answer = headline(NEW_PLANS_GOOD, [...subjects(18, GOOD), ...subjects(2, NOT_GOOD)])
    expect(answer.verdict).toBe('unclear')
    expect(answer.words.target).toBe('The target is 90 %: with 20 new plans we cannot yet say whether it is met.')
  })
  it('says that the target is met when the whole interval lies above it', () => {
    const answer = headline(NEW_PLANS_GOOD, [...subjects(118, GOOD), ...subjects(2, NOT_GOOD)])
    expect(answer.words.target).toBe('The target is 90 %: met.')
  })
  it('says so when nothing is drawn, and when nothing has a result', () => {
    expect(headline(NEW_PLANS_GOOD, []).words.answer).toBe('No new plans have been drawn yet.')
    const waiting = headline(NEW_PLANS_GOOD, subjects(12, AWAITING_AUDITS))
    expect(waiting).toMatchObject({ n: 0, share: null, strength: 'no-data', bounds: { low: 0, high: 1 } })
    expect(waiting.words.answer).toBe('No figure yet: 12 new plans drawn, none with a result.')
  })
  it('keeps a decimal where a whole percentage would say too much', () => {
    const almostAll = headline(NEW_PLANS_GOOD, [...subjects(299, GOOD), ...subjects(1, NOT_GOOD)])
    expect(almostAll.words.answer).toMatch(/^99\.7 % of new plans/)
    const almostThere = headline(NEW_PLANS_GOOD, [...subjects(269, GOOD), ...subjects(31, NOT_GOOD)])
    expect(almostThere.words.answer).toMatch(/^89\.7 % of new plans/)
  })
})

describe('whatever was drawn', () => {
  const kinds = [GOOD, NOT_GOOD, INCIDENT, AWAITING_MODERATION, NOT_GRADEABLE, LAPSED, AWAITING_AUDITS]
  it('adds up, keeps the share within its interval and bounds, and does not depend on order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: kinds.length, maxLength: kinds.length }), (counts) => {
        const drawn = kinds.flatMap((kind, index) => subjects(counts[index] ?? 0, kind))
        const answer = headline(NEW_PLANS_GOOD, drawn)
        const { n, awaitingModeration, notGradeable, lapsed, inProgress } = answer
        expect(n + awaitingModeration + notGradeable + lapsed + inProgress).toBe(answer.drawn)
        if (answer.share !== null && answer.interval) {
          expect(answer.interval.low).toBeLessThanOrEqual(answer.share)
          expect(answer.interval.high).toBeGreaterThanOrEqual(answer.share)
        }
        if (answer.bounds && answer.share !== null) {
          expect(answer.bounds.low).toBeLessThanOrEqual(answer.share)
          expect(answer.bounds.high).toBeGreaterThanOrEqual(answer.share)
        }
        expect(headline(NEW_PLANS_GOOD, [...drawn].reverse())).toEqual(answer)
      }),
      { numRuns: 100 },
    )
  })
})
