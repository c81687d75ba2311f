/** Grades by quite different standards: an individual support plan with five grades, other sections, agencies and caps. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { gradeAudit } from '../../src/core/audit/grade'
import { shortfalls } from '../../src/core/audit/shortfalls'
import { checkFramework } from '../../src/core/framework/check'
import { exampleInput } from '../../src/core/framework/check-examples'
import { Framework } from '../../src/core/framework/schema'

const json: unknown = JSON.parse(readFileSync('tests/fixtures/frameworks/individual-support-plan.json', 'utf8'))
const framework = Framework.parse(json)

describe('standards for an individual support plan', () => {
  it('are sound, without a line of code knowing them', () => {
    expect(checkFramework(json)).toMatchObject({
      ok: true,
      sections: 5,
      criteria: 12,
      core: 8,
      statutory: 4,
      key: 2,
      limiting: 4,
      floor: 4,
      timers: 1,
      problems: [],
    })
    expect(framework.examples.length).toBeGreaterThanOrEqual(12)
  })

  it.each(framework.examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    expect(gradeAudit(framework, exampleInput(framework, example)).subject.grade).toBe(example.expect.grade)
  })

  it('are worked out on their own weights: 1 + 3 + ¼ + 3 + 2 of 12', () => {
    // Year 4: V1 1, B1 3, B2 1, S1 3, S2 2, R1 1, X1 2 = 13; R1 does not apply: 12; B2 partly earns ¼, X1 not met 0.
    const input = {
      facts: { yearGroup: 4 },
      ratings: {
        V1: { rating: 'met' },
        B1: { rating: 'met' },
        B2: { rating: 'partly', cause: 'copied', service: 'class-team', fix: 'this-week' },
        S1: { rating: 'met' },
        S2: { rating: 'met' },
        R1: { rating: 'not-applicable' },
        X1: { rating: 'not-met' },
      },
    } as const
    const { subject, sections, floor } = gradeAudit(framework, input)
    expect(subject.share).toBe(9.25 / 12) // 0.771: sound, from 0.60 up to 0.80
    expect(subject.grade).toBe('sound')
    expect(sections.Barriers?.share).toBe(3.25 / 4)
    expect(sections.Barriers?.grade).toBe('strong')
    expect(floor).toEqual({ status: null, criteria: ['R2'] })
    expect(shortfalls(framework, input).map(({ criterion, lacks }) => [criterion, lacks])).toEqual([
      ['B2', []],
      ['X1', ['cause', 'service', 'fix']],
    ])
  })
})
