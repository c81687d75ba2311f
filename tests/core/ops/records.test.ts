/** What is written of a plan once it is released: the comparison of its audits and its result, and nothing before. */
import { beforeEach, describe, expect, it } from 'vitest'
import { Comparison } from '../../../src/core/agreement/comparison'
import { ResultRecord } from '../../../src/core/trends/result-record'
import { audit, auditOf, draw, give, named, open, peopledWorld, rate, subjectAt, submit, type World } from './world'

let world: World
beforeEach(() => {
  world = peopledWorld()
  draw(world, ['s1', 's2'])
})

const comparison = () => Comparison.parse(world.row('comparison/s1').body)
const record = (id = 's1') => ResultRecord.parse(world.row(`result/${id}`).body)
const moderate = (grade = 'good', subjectId = 's1', more: object = {}) =>
  world.try('chair', 'moderation.record', {
    moderation: { subjectId, cycleId: 'c1', grade, reason: 'Read together', learningPoint: null, agencies: ['health'] },
    framework: named(world.framework),
    ...more,
  })

describe('the comparison of a plan', () => {
  it('is not there before release, and says afterwards who rated what how', () => {
    give(world, 's1', ['health', 'social'])
    audit(world, 'health', 's1', 'met', { F1: 'partly' })
    expect(world.has('comparison/s1')).toBe(false)
    audit(world, 'social', 's1', 'met', { B2: 'not-met' })
    expect(world.row('comparison/s1').scope).toBe('auditors')
    const { audits, criteria, differing } = comparison()
    expect(audits.map(({ author, blind }) => [author, blind])).toEqual([
      ['health', true],
      ['social', true],
    ])
    expect(criteria.F1).toEqual({ 'health-s1': 'partly', 'social-s1': 'met' })
    expect(criteria.F2).toEqual({ 'health-s1': 'met', 'social-s1': 'met' })
    expect(differing).toEqual(['B2', 'F1'])
  })

  it('counts pairs of the same grade, within one grade and on the same side of good', () => {
    // By the bands of standards.md 3.1: all met is outstanding; all partly (share 0.5) requires improvement; none met is
    // inadequate. Three auditors make three pairs.
    give(world, 's1', ['health', 'social', 'psych'])
    audit(world, 'health', 's1', 'met')
    audit(world, 'social', 's1', 'partly')
    audit(world, 'psych', 's1', 'not-met')
    const grades = comparison().audits.map(({ author, grade }) => [author, grade])
    expect(Object.fromEntries(grades)).toEqual({
      health: 'outstanding',
      social: 'requires-improvement',
      psych: 'inadequate',
    })
    expect(comparison().plan).toEqual({ pairs: 3, same: 0, withinOne: 1, sameSide: 1 })
  })

  it('leaves out of its counts whoever was not blind, and names them', () => {
    give(world, 's1', ['health', 'social'])
    audit(world, 'health', 's1')
    audit(world, 'social', 's1')
    give(world, 's1', ['psych'])
    audit(world, 'psych', 's1', 'not-met')
    expect(comparison().audits.find(({ author }) => author === 'psych')).toMatchObject({ blind: false })
    expect(comparison().plan).toEqual({ pairs: 1, same: 1, withinOne: 1, sameSide: 1 })
  })

  it('is not made of one audit alone', () => {
    give(world, 's1', ['health'])
    audit(world, 'health', 's1')
    expect(world.has('comparison/s1')).toBe(false)
    expect(world.has('result/s1')).toBe(true)
  })
})

describe('the result of a plan', () => {
  it('is not there before release', () => {
    give(world, 's1', ['health', 'social'])
    audit(world, 'health', 's1')
    open(world, 'social', 's1')
    expect(world.has('result/s1')).toBe(false)
  })

  it('is the grade all agree on, with its sections and its minimum standard', () => {
    give(world, 's1', ['health', 'social'])
    audit(world, 'health', 's1')
    audit(world, 'social', 's1', 'met', { A1: 'partly' })
    expect(record()).toMatchObject({
      result: { state: 'graded', grade: 'outstanding', by: 'agreement' },
      audits: 2,
      floor: 'differs',
    })
    expect(record().sections.B).toEqual({ state: 'graded', grade: 'outstanding', goodOrBetter: true, by: 'agreement' })
    expect(record().sections.A).toEqual({ state: 'awaiting-moderation', why: 'grades-differ' })
  })

  it('awaits the panel where they differ, and then is the panel’s', () => {
    give(world, 's1', ['health', 'social'])
    audit(world, 'health', 's1')
    audit(world, 'social', 's1', 'not-met')
    expect(record().result).toEqual({ state: 'awaiting-moderation', why: 'grades-differ' })
    expect(moderate()).toBeNull()
    expect(record().result).toEqual({ state: 'graded', grade: 'good', goodOrBetter: true, by: 'moderation' })
    expect(moderate('inadequate')).toBeNull()
    expect(record().result).toMatchObject({ grade: 'inadequate', goodOrBetter: false })
  })

  it('is not good, as found, when an incident is reported, even afterwards', () => {
    give(world, 's1', ['health'])
    audit(world, 'health', 's1')
    const alert = { type: 'incident', subjectId: 's1', cycleId: 'c1', foundAt: '2026-11-02T09:00:00.000Z' } as const
    const data = { alertId: 'i1', auditId: null, alert: { ...alert, told: 'DPO', done: 'Copies recalled' } }
    expect(world.try('social', 'alert.raise', data)).toBeNull()
    expect(record().result).toEqual({ state: 'graded', grade: 'inadequate', goodOrBetter: false, by: 'incident' })
  })

  it('of a closed plan says only that, while somebody is still at work on it', () => {
    give(world, 's1', ['health', 'social'])
    open(world, 'social', 's1')
    open(world, 'health', 's1')
    const alert = { type: 'incident', subjectId: 's1', cycleId: 'c1', foundAt: '2026-11-02T09:00:00.000Z' } as const
    const data = { alertId: 'i1', auditId: 'health-s1', alert: { ...alert, told: 'DPO', done: 'Copies recalled' } }
    expect(world.try('health', 'alert.raise', data)).toBeNull()
    rate(world, 'health', 'health-s1')
    submit(world, 'health', 'health-s1')
    world.do('second', 'subject.close', { subjectId: 's1', type: 'lapsed', reason: 'Out of time' })
    expect(record()).toMatchObject({ result: { state: 'lapsed' }, sections: {}, floor: 'unknown', audits: 0 })
    expect(subjectAt(world, 's1').released).toBeUndefined()
    world.do('second', 'assignment.withdraw', { assignmentId: 'social-s1', reason: 'Out of time' })
    expect(record().result).toMatchObject({ state: 'graded', by: 'incident' })
  })

  it('takes no poor grade out of the figure: a plan with a grade is not closed without one', () => {
    give(world, 's1', ['health'])
    audit(world, 'health', 's1', 'not-met')
    const close = { subjectId: 's1', type: 'not-gradeable' as const, reason: 'Too poor' }
    expect(world.try('manager', 'subject.close', close)).toBe('HasResult')
  })

  it('is written again only when it changes', () => {
    give(world, 's1', ['health'])
    audit(world, 'health', 's1')
    const { rev } = world.row('result/s1')
    expect(moderate('outstanding')).toBeNull()
    expect(world.row('result/s1').rev).toBe(rev + 1)
    expect(moderate('outstanding')).toBeNull()
    expect(world.row('result/s1').rev).toBe(rev + 1)
    expect(auditOf(world, 'health-s1').blind).toBe(true)
  })
})

describe('the panel', () => {
  it('speaks of a plan once its audits are open, or when it was closed without a grade', () => {
    give(world, 's1', ['health', 'social'])
    audit(world, 'health', 's1')
    expect(moderate()).toBe('NotReleased')
    world.do('manager', 'subject.close', { subjectId: 's2', type: 'not-gradeable', reason: 'Too little in it' })
    expect(moderate('requires-improvement', 's2')).toBeNull()
    expect(record('s2').result).toMatchObject({ state: 'graded', by: 'moderation' })
  })

  it('grades on the scale of the cycle’s own standards, within that cycle', () => {
    give(world, 's1', ['health'])
    audit(world, 'health', 's1')
    expect(moderate('splendid')).toBe('UnknownGrade')
    expect(moderate('good', 's1', { framework: { id: 'ehcp-plan', version: '1.0.0' } })).toBe('NotTogether')
    const elsewhere = {
      subjectId: 's1',
      cycleId: 'c9',
      grade: 'good',
      reason: 'Read',
      learningPoint: null,
      agencies: [],
    }
    expect(moderate('good', 's1', { moderation: elsewhere })).toBe('NotTogether')
  })
})
