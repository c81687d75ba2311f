import { describe, expect, it } from 'vitest'
import { byMonth, monthsBetween, monthTitle } from '../../../src/core/trends/by-month'
import type { HeadlineSubject } from '../../../src/core/trends/headline-figures'
import { NEW_PLANS_GOOD } from '../../../src/core/trends/measure'
import { AWAITING_AUDITS, GOOD, NOT_GOOD, subjects } from './subjects'

const inMonth = (month: string, drawn: readonly HeadlineSubject[]) => drawn.map((subject) => ({ ...subject, month }))
const drawn = [
  ...inMonth('2026-03', [...subjects(8, GOOD), ...subjects(2, NOT_GOOD)]),
  ...inMonth('2025-12', [...subjects(3, GOOD), ...subjects(1, NOT_GOOD)]),
  ...inMonth('2026-02', subjects(2, AWAITING_AUDITS)),
]

describe('the headline by month', () => {
  const months = byMonth(NEW_PLANS_GOOD, drawn)

  it('has every month from the first to the last, in order', () => {
    expect(months.map((month) => month.month)).toEqual(['2025-12', '2026-01', '2026-02', '2026-03'])
  })
  it('shows a month without plans as a gap, never as 0 %', () => {
    expect(months[1]).toMatchObject({ n: 0, drawn: 0, share: null, interval: null })
    expect(months[1]?.words).toBe('No new plans drawn in January 2026.')
    expect(months[2]).toMatchObject({ n: 0, drawn: 2, share: null })
    expect(months[2]?.words).toBe('February 2026: 2 new plans drawn, none with a result.')
  })
  it('gives each month its share with n and interval, and counts alone below five', () => {
    // Wilson, 8 of 10: 49–94 %.
    expect(months[3]?.words).toBe('March 2026: 80 % good or better (8 of 10; 95 % interval 49–94 %).')
    expect(months[0]?.words).toBe('December 2025: 3 of 4 new plans good or better.')
  })
  it('adds up to the headline', () => {
    expect(months.reduce((sum, month) => sum + month.drawn, 0)).toBe(drawn.length)
    expect(months.reduce((sum, month) => sum + month.n, 0)).toBe(14)
  })
  it('may be asked for a longer period', () => {
    const period = byMonth(NEW_PLANS_GOOD, drawn, { from: '2025-11', to: '2026-04' })
    expect(period.map((month) => month.drawn)).toEqual([0, 4, 0, 2, 10, 0])
  })
  it('is empty while nothing was drawn', () => {
    expect(byMonth(NEW_PLANS_GOOD, [])).toEqual([])
  })
})

describe('months', () => {
  it('run over the end of a year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsBetween('2026-02', '2026-01')).toEqual([])
  })
  it('are written out', () => {
    expect([monthTitle('2026-01'), monthTitle('2025-12')]).toEqual(['January 2026', 'December 2025'])
  })
  it('are YYYY-MM and nothing else', () => {
    expect(() => monthTitle('2026-13')).toThrow(RangeError)
    expect(() => monthsBetween('2026', '2027-01')).toThrow(RangeError)
  })
})
