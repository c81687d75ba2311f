/** A released audit never changes: its author may begin a revision, which is not blind and counts in the result alone. */
import { beforeEach, describe, expect, it } from 'vitest'
import { Comparison } from '../../../src/core/agreement/comparison'
import { ResultRecord } from '../../../src/core/trends/result-record'
import { assignmentAt, audit, auditOf, draw, give, open, peopledWorld, rate, submit, type World } from './world'

let world: World
const revise = (who = 'health', more = {}) =>
  world.try(who, 'audit.supersede', {
    auditId: 'second-look',
    supersedes: 'health-s1',
    subjectId: 's1',
    reason: 'Read the wrong advice',
    ...more,
  })
const resultOf = () => ResultRecord.parse(world.row('result/s1').body).result

beforeEach(() => {
  world = peopledWorld()
  draw(world, ['s1', 's2'])
  give(world, 's1', ['health', 'social'])
  audit(world, 'health', 's1', 'not-met')
  audit(world, 'social', 's1', 'met')
})

describe('a revision after release', () => {
  it('begins as a draft of its author with what was said before, and is not blind', () => {
    expect(revise()).toBeNull()
    const [draft, before] = [auditOf(world, 'second-look'), auditOf(world, 'health-s1')]
    expect(draft).toMatchObject({
      state: 'draft',
      supersedes: 'health-s1',
      reason: 'Read the wrong advice',
      blind: false,
    })
    expect(draft.ratings).toEqual(before.ratings)
    expect(world.row('audit/second-look').scope).toBe('author:health')
    expect(before).toMatchObject({ state: 'submitted', blind: true })
  })

  it('is opened to everybody when it is submitted, and its assignment stays submitted throughout', () => {
    revise()
    rate(world, 'health', 'second-look', 'met')
    expect(assignmentAt(world, 'health-s1').state).toBe('submitted')
    submit(world, 'health', 'second-look')
    expect(world.row('audit/second-look').scope).toBe('auditors')
    expect(auditOf(world, 'second-look').blind).toBe(false)
    expect(assignmentAt(world, 'health-s1').state).toBe('submitted')
  })

  it('counts in the result in place of the first, and changes nothing about agreement', () => {
    const compared = Comparison.parse(world.row('comparison/s1').body)
    expect(resultOf()).toEqual({ state: 'awaiting-moderation', why: 'grades-differ' })
    revise()
    expect(resultOf()).toEqual({ state: 'awaiting-moderation', why: 'grades-differ' })
    rate(world, 'health', 'second-look', 'met')
    submit(world, 'health', 'second-look')
    expect(resultOf()).toEqual({ state: 'graded', grade: 'outstanding', goodOrBetter: true, by: 'agreement' })
    expect(Comparison.parse(world.row('comparison/s1').body)).toEqual(compared)
  })

  it('may itself be revised, each only once at a time', () => {
    expect(revise()).toBeNull()
    expect(revise('health', { auditId: 'third' })).toBe('Exists')
    expect(revise('health', { auditId: 'third', supersedes: 'second-look' })).toBe('NotReleased')
    rate(world, 'health', 'second-look', 'met')
    submit(world, 'health', 'second-look')
    expect(revise('health', { auditId: 'third', supersedes: 'second-look' })).toBeNull()
    rate(world, 'health', 'third', 'not-met')
    submit(world, 'health', 'third')
    expect(resultOf()).toEqual({ state: 'awaiting-moderation', why: 'grades-differ' })
  })

  it('is its author’s alone, of a released audit, of that plan, and with a reason', () => {
    expect(revise('social')).toBe('NotAuthor')
    expect(revise('health', { subjectId: 's2' })).toBe('NotTogether')
    expect(revise('health', { reason: '' })).toBe('ReasonNeeded')
    expect(revise('health', { auditId: 'social-s1' })).toBe('Exists')
    give(world, 's2', ['health', 'psych'])
    audit(world, 'health', 's2')
    expect(revise('health', { supersedes: 'health-s2', subjectId: 's2' })).toBe('NotReleased')
    open(world, 'psych', 's2')
    expect(revise('psych', { supersedes: 'psych-s2', subjectId: 's2' })).toBe('NotReleased')
  })

  it('is not begun once the plan is closed', () => {
    world.do('manager', 'subject.close', { subjectId: 's1', type: 'not-gradeable', reason: 'The plan has ceased' })
    expect(revise()).toBe('SubjectClosed')
  })
})
