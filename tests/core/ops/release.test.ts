/** When the audits of a plan are opened to all its auditors, and what they are marked as from then on. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { asks } from '../../../src/core/ops/consequences'
import type { Change, Row } from '../../../src/core/ops/op'
import { isAllIn } from '../../../src/core/ops/release'
import type { Assignment } from '../../../src/core/sampling/cycle'
import {
  AT,
  assignmentAt,
  assignmentOf,
  audit,
  auditOf,
  draw,
  give,
  open,
  peopledWorld,
  rate,
  subjectAt,
  submit,
  type World,
} from './world'

let world: World
beforeEach(() => {
  world = peopledWorld()
  draw(world, ['s1'])
})

const scopeOf = (id: string) => world.row(`audit/${id}`).scope
const twice = () => {
  world = peopledWorld()
  draw(world, ['s1'], { double: true })
}

describe('release of audits', () => {
  it('opens the audits of a plan to all its auditors once the last blind one has submitted', () => {
    give(world, 's1', ['health', 'social'])
    audit(world, 'health', 's1')
    expect(scopeOf('health-s1')).toBe('author:health')
    expect(subjectAt(world, 's1').released).toBeUndefined()
    audit(world, 'social', 's1')
    expect([scopeOf('health-s1'), scopeOf('social-s1')]).toEqual(['auditors', 'auditors'])
    expect(subjectAt(world, 's1').released).toEqual({ at: AT, by: 'all-in' })
    expect([auditOf(world, 'health-s1').blind, auditOf(world, 'social-s1').blind]).toEqual([true, true])
  })

  it('does not wait for those who gave the plan back or were taken off it', () => {
    give(world, 's1', ['health', 'social', 'psych'])
    world.do('social', 'assignment.declare', { assignmentId: 'social-s1', declared: 'knows-child' })
    audit(world, 'health', 's1')
    expect(scopeOf('health-s1')).toBe('author:health')
    world.do('manager', 'assignment.withdraw', { assignmentId: 'psych-s1' })
    expect(scopeOf('health-s1')).toBe('auditors')
  })

  it('keeps the first audit of a plan that is graded twice until one of another agency is in', () => {
    twice()
    give(world, 's1', ['health'])
    audit(world, 'health', 's1')
    expect(scopeOf('health-s1')).toBe('author:health')
    give(world, 's1', ['health2'])
    audit(world, 'health2', 's1')
    expect(scopeOf('health-s1')).toBe('author:health')
    give(world, 's1', ['social'])
    audit(world, 'social', 's1')
    expect([scopeOf('health-s1'), scopeOf('health2-s1'), scopeOf('social-s1')]).toEqual(Array(3).fill('auditors'))
  })

  it('opens the one audit when a manager lets the plan stand with one auditor', () => {
    twice()
    give(world, 's1', ['health'])
    audit(world, 'health', 's1')
    world.do('chair', 'subject.single', { subjectId: 's1', reason: 'No second agency can be found' })
    expect(scopeOf('health-s1')).toBe('auditors')
    expect(subjectAt(world, 's1')).toMatchObject({ double: false, single: { by: 'chair' } })
  })

  it('never counts a contribution to some sections as a grade of the plan', () => {
    give(world, 's1', ['health'], { part: { type: 'sections', sections: ['F'] }, criteria: ['F1', 'F2'] })
    audit(world, 'health', 's1')
    expect(scopeOf('health-s1')).toBe('author:health')
    give(world, 's1', ['social'])
    audit(world, 'social', 's1')
    expect(scopeOf('health-s1')).toBe('auditors')
  })

  it('marks nobody blind who is asked after the release', () => {
    give(world, 's1', ['health'])
    audit(world, 'health', 's1')
    give(world, 's1', ['social'])
    expect(assignmentAt(world, 'social-s1').blind).toBe(false)
    audit(world, 'social', 's1')
    expect(scopeOf('social-s1')).toBe('auditors')
    expect(auditOf(world, 'social-s1').blind).toBe(false)
    expect(auditOf(world, 'health-s1').blind).toBe(true)
  })

  it('says since when a plan is released that was released before plans said so', () => {
    give(world, 's1', ['health'])
    audit(world, 'health', 's1')
    const { released: _released, ...before } = subjectAt(world, 's1')
    const { refs } = world.row('subject/s1')
    world.put([{ key: 'subject/s1', scope: 'auditors', refs, body: before }])
    give(world, 's1', ['social'])
    expect(assignmentAt(world, 'social-s1').blind).toBe(false)
    expect(subjectAt(world, 's1').released).toEqual({ at: AT, by: 'all-in' })
  })

  it('follows from nothing twice', () => {
    give(world, 's1', ['health', 'social'])
    audit(world, 'health', 's1')
    audit(world, 'social', 's1')
    const revs = new Map(world.all().map(({ key, rev }) => [key, rev]))
    world.do('manager', 'assignment.give', {
      framework: { id: 'ehcp-core', version: '1.0.0' },
      assignments: [{ id: 'late', assignment: assignmentOf(world, 'psych', 's1') }],
    })
    const changed = world.all().filter(({ key, rev }) => revs.get(key) !== rev)
    expect(changed.map(({ key }) => key)).toEqual(['assignment/late'])
  })
})

describe('ending the grading early', () => {
  const early = () => world.try('chair', 'subject.release', { subjectId: 's1', reason: 'The panel meets today' })

  beforeEach(() => {
    give(world, 's1', ['health', 'social', 'psych'])
    audit(world, 'health', 's1')
    open(world, 'social', 's1')
    rate(world, 'social', 'social-s1', 'partly')
  })

  it('opens what is submitted and leaves drafts with their authors', () => {
    expect(early()).toBeNull()
    expect(subjectAt(world, 's1').released).toEqual({ at: AT, by: 'chair', reason: 'The panel meets today' })
    expect([scopeOf('health-s1'), scopeOf('social-s1')]).toEqual(['auditors', 'author:social'])
    expect(auditOf(world, 'health-s1').blind).toBe(true)
  })

  it('marks whoever submits later not blind, and opens their audit at once', () => {
    expect(early()).toBeNull()
    expect([assignmentAt(world, 'social-s1').blind, assignmentAt(world, 'psych-s1').blind]).toEqual([false, false])
    submit(world, 'social', 'social-s1')
    expect(scopeOf('social-s1')).toBe('auditors')
    expect(auditOf(world, 'social-s1').blind).toBe(false)
    expect(assignmentAt(world, 'health-s1').blind).toBe(true)
  })

  it('is refused to whoever is still auditing the plan, whatever their role', () => {
    give(world, 's1', ['chair', 'manager'])
    expect(early()).toBe('OwnAuditOpen')
    open(world, 'manager', 's1')
    expect(world.try('manager', 'subject.release', { subjectId: 's1', reason: 'Today' })).toBe('OwnAuditOpen')
    expect(world.try('second', 'subject.release', { subjectId: 's1', reason: 'Today' })).toBeNull()
  })

  it('needs a reason, something submitted, and a plan that is not released', () => {
    expect(world.try('chair', 'subject.release', { subjectId: 's1', reason: ' ' })).toBe('ReasonNeeded')
    expect(early()).toBeNull()
    expect(early()).toBe('AlreadyReleased')
    const other = peopledWorld()
    draw(other, ['s1'])
    give(other, 's1', ['health'])
    open(other, 'health', 's1')
    expect(other.try('chair', 'subject.release', { subjectId: 's1', reason: 'Today' })).toBe('NothingSubmitted')
  })
})

describe('taking back a submitted audit', () => {
  it('is possible until the release and not after it', () => {
    give(world, 's1', ['health', 'social'])
    audit(world, 'health', 's1')
    const recall = { auditId: 'health-s1', assignmentId: 'health-s1' }
    expect(world.try('health', 'audit.recall', recall)).toBeNull()
    expect(auditOf(world, 'health-s1')).toMatchObject({ state: 'draft', outcome: null, submittedAt: null })
    submit(world, 'health', 'health-s1')
    audit(world, 'social', 's1')
    expect(world.try('health', 'audit.recall', recall)).toBe('AlreadyReleased')
    expect(world.try('social', 'audit.recall', recall)).toBe('NotAuthor')
  })
})

describe('what is asked for after changes', () => {
  const change = (key: Row['key'], body: unknown, refs: Row['refs'] = ['subject/s1', 'cycle/c1']): Change => ({
    key,
    scope: 'auditors',
    refs,
    body,
  })
  it('is the plan of whatever is about it, once', () => {
    const asked = ['assignment/a', 'moderation/s1', 'alert/i'].map((key) => change(key as Row['key'], {}))
    expect(asks([...asked, change('audit/x', { state: 'submitted' })])).toEqual(['subject/s1'])
  })
  it('is a draft itself, a cycle once it is closed, and nothing of other records', () => {
    const closed = { closed: { number: 1, at: AT, by: 'm', reason: null } }
    expect(asks([change('audit/x', { state: 'draft' }), change('cycle/c1', closed), change('cycle/c2', {})])).toEqual([
      'audit/x',
      'cycle/c1',
    ])
    expect(asks([change('member/m', {}), change('result/s1', {}), change('comparison/s1', {})])).toEqual([])
  })
})

describe('whether everybody is in', () => {
  it('never says so while a blind auditor is at work, nor before as many agencies as the plan needs', () => {
    const people = fc.array(
      fc.record({
        state: fc.constantFrom<Assignment['state']>('asked', 'started', 'submitted', 'returned', 'withdrawn'),
        blind: fc.boolean(),
        agency: fc.constantFrom('health', 'education', 'social-care'),
        part: fc.constantFrom<Assignment['part']>(undefined, { type: 'sections', sections: ['F'] }),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(people, fc.boolean(), (asked, double) => {
        const assignments = asked.map((one) => ({ ...assignmentOf(world, 'health', 's1'), ...one }) as Assignment)
        const isIn = isAllIn({ double }, assignments)
        const atWork = asked.filter(({ blind, state }) => blind && (state === 'asked' || state === 'started'))
        const grading = asked.filter(({ blind, state, part }) => blind && state === 'submitted' && !part)
        const agencies = new Set(grading.map(({ agency }) => agency)).size
        expect(isIn).toBe(atWork.length === 0 && agencies >= (double ? 2 : 1))
      }),
      { numRuns: 500 },
    )
  })
})
