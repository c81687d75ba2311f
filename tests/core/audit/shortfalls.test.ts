import { describe, expect, it } from 'vitest'
import { shortfalls } from '../../../src/core/audit/shortfalls'
import { planFramework, rated } from './plan-framework'

const framework = planFramework()

describe('shortfalls', () => {
  it('are the criteria rated partly or not met, in the framework’s order', () => {
    const ratings = rated({
      W4: 'not-met',
      A1: 'partly',
      B1: 'met',
      C1: 'cannot-tell',
      D1: 'not-applicable',
      E4: 'partly',
    })
    expect(shortfalls(framework, { ratings }).map(({ criterion }) => criterion)).toEqual(['A1', 'E4', 'W4'])
  })

  it('say where it arose, who owns it and how it is mended, and what is not said yet', () => {
    const ratings = { F2: { rating: 'partly' as const, cause: 'vague-advice', service: 'salt' } }
    expect(shortfalls(framework, { ratings })).toEqual([
      {
        criterion: 'F2',
        rating: 'partly',
        cause: 'vague-advice',
        service: 'salt',
        fix: null,
        lacks: ['fix'],
        unknown: [],
      },
    ])
  })

  it('name a word the framework does not have', () => {
    const ratings = { F2: { rating: 'partly' as const, cause: 'bad-luck' } }
    expect(shortfalls(framework, { ratings })[0]?.unknown).toEqual(['cause'])
  })

  it('do not count criteria that do not apply or were not asked for', () => {
    const ratings = rated({ W9: 'not-met', A1: 'not-met' })
    expect(shortfalls(framework, { ratings, facts: { yearGroup: 2 }, criteria: ['W9'] })).toEqual([])
  })

  it('lack nothing the framework has no words for', () => {
    const wordless = { ...framework, shortfall: { causes: [], services: [], fixes: [] } }
    expect(shortfalls(wordless, { ratings: rated({ A1: 'partly' }) })[0]?.lacks).toEqual([])
  })
})
