import { describe, expect, it } from 'vitest'
import { coreRated, planFramework } from '../audit/plan-framework'
import { auditOf, hashOf, recordOf } from './sample-audit'

const framework = planFramework()
const asked = [
  'A1 B1 B2 C1 D1 E2 E3 F1 F2 F5 F6 F8 G1 H1a I1 W1 W4 W8 W9', // what a whole-plan auditor is asked; W9 from Year 9
].flatMap((ids) => ids.split(' '))
const rated = { ...coreRated('met'), I1: { rating: 'met' as const } }

describe('the record of an audit', () => {
  it('shows the sections asked for in the framework’s order, each with its criteria and how many are rated', () => {
    const ratings = Object.fromEntries(Object.entries(rated).filter(([id]) => id !== 'W4' && id !== 'W9'))
    const record = recordOf(framework, auditOf(framework, { criteria: asked, ratings, state: 'draft' }))
    expect(record.sections.map(({ id, rated: done, criteria }) => [id, done, criteria.length])).toEqual([
      ['A', 1, 1],
      ['B', 2, 2],
      ['C', 1, 1],
      ['D', 1, 1],
      ['E', 2, 2],
      ['F', 5, 5],
      ['G', 1, 1],
      ['H1', 1, 1],
      ['I', 1, 1],
      ['W', 2, 3], // W1 and W8; W4 not rated; W9 starts at Year 9 and this child is in Year 5
    ])
    expect([record.rated, record.asked]).toEqual([17, 18])
    expect(record.sections.at(-1)?.criteria.find(({ id }) => id === 'W4')?.rating).toBeNull()
  })

  it('says of each criterion what was asked, where it is written, the rating and the note', () => {
    const notes = { F2: '  Hours are missing.\nFrequency too. ' }
    const record = recordOf(framework, auditOf(framework, { criteria: asked, ratings: rated, notes }))
    const f2 = record.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === 'F2')
    expect(f2).toEqual({
      id: 'F2',
      statement: 'Statement F2',
      basis: { status: 'good-practice', citations: ['CoP 9.69'] },
      role: 'key',
      core: true,
      weight: 2,
      rating: 'met',
      note: 'Hours are missing.\nFrequency too.',
      shortfall: null,
    })
  })

  it('gives a shortfall in the framework’s words, what was not said as not said, and an unknown word as it was stored', () => {
    const ratings = {
      ...rated,
      F1: { rating: 'partly' as const, cause: 'vague-advice', service: 'salt', fix: 'amendment-notice' },
      F2: { rating: 'not-met' as const, cause: 'an-older-word' },
    }
    const record = recordOf(framework, auditOf(framework, { criteria: asked, ratings }))
    const shortfallOf = (id: string) =>
      record.sections.flatMap(({ criteria }) => criteria).find((one) => one.id === id)?.shortfall
    expect(shortfallOf('F1')).toEqual({
      cause: 'Vague advice',
      service: 'Speech and language therapy',
      fix: 'Amendment notice now',
    })
    expect(shortfallOf('F2')).toEqual({ cause: 'an-older-word', service: null, fix: null })
    expect(shortfallOf('B1')).toBeNull()
  })

  it('carries the share worked out: F2 partly leaves 20 of 21 points without W9', () => {
    // 18 core criteria weigh 22 (standards.md 3.1); W9 (1) does not apply in Year 5: 21. F2 counts double and earns half.
    const ratings = { ...rated, F2: { rating: 'partly' as const } }
    const { graded, grade } = recordOf(framework, auditOf(framework, { criteria: asked, ratings }))
    expect([graded.subject.working.earned, graded.subject.working.applicable]).toEqual([20, 21])
    // 95 % would be outstanding, but a key criterion is not met in full.
    expect(grade).toMatchObject({ id: 'good', level: 2 })
  })

  it('drops nothing that was rated or written about a criterion that turned out not to apply', () => {
    const audit = auditOf(framework, { criteria: asked, ratings: rated, notes: { W9: 'Only from Year 9.' } })
    const { leftOut } = recordOf(framework, audit)
    expect(leftOut.map(({ id, rating, note }) => [id, rating, note])).toEqual([['W9', 'met', 'Only from Year 9.']])
  })

  it('keeps the grade as it was submitted, and says when the same ratings would lead to another today', () => {
    const audit = auditOf(framework, { criteria: asked, ratings: rated })
    expect(recordOf(framework, audit)).toMatchObject({ grade: { id: 'outstanding' }, workedOutNow: undefined })
    const outcome = { grade: 'good', derived: 'good', share: 0.8, floor: null, sections: {} }
    const record = recordOf(framework, { ...audit, outcome })
    expect([record.grade?.id, record.workedOutNow?.id]).toEqual(['good', 'outstanding'])
  })

  it('says when the standards held here are not those the audit was rated with', () => {
    const audit = auditOf(framework, { criteria: asked, ratings: rated })
    expect(recordOf(framework, audit).standards).toMatchObject({ hash: hashOf(framework), heldHash: null })
    const other = { ...audit, framework: { ...audit.framework, hash: 'another' } }
    expect(recordOf(framework, other).standards).toMatchObject({ hash: 'another', heldHash: hashOf(framework) })
  })

  it('knows a contribution to single sections from an audit of the whole plan', () => {
    const whole = auditOf(framework, { criteria: asked, ratings: rated })
    const part = auditOf(framework, { criteria: ['G1'], ratings: { G1: { rating: 'met' } } })
    expect([recordOf(framework, whole).isContribution, recordOf(framework, part).isContribution]).toEqual([false, true])
    expect(recordOf(framework, part).grade).toBeNull()
  })

  it('shows an incident, reported or found', () => {
    const reported = auditOf(framework, { criteria: asked, ratings: rated, incident: true })
    const found = auditOf(framework, {
      criteria: [...asked, 'W3'],
      ratings: { ...rated, W3: { rating: 'not-met' } },
    })
    expect(recordOf(framework, reported)).toMatchObject({ incident: true, grade: { id: 'inadequate' } })
    expect(recordOf(framework, found)).toMatchObject({ incident: true, grade: { id: 'inadequate' } })
    expect(recordOf(framework, auditOf(framework, { criteria: asked, ratings: rated })).incident).toBe(false)
  })
})
