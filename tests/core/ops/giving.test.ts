/** Who may be asked to audit what, how work goes from one to another, and what a hub refuses of it. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Assignment } from '../../../src/core/sampling/cycle'
import {
  assignmentAt,
  assignmentOf,
  audit,
  auditOf,
  coreOf,
  draw,
  give,
  named,
  open,
  type Person,
  peopledWorld,
  rate,
  subjectOf,
  submit,
  type World,
} from './world'

let world: World
beforeEach(() => {
  world = peopledWorld()
  draw(world, ['s1', 's2'])
})

const asking = (who: Person, more: Partial<Assignment> = {}, id = 'new') => ({
  framework: named(world.framework),
  assignments: [{ id, assignment: assignmentOf(world, who, 's1', more) }],
})
const ask = (who: Person, more: Partial<Assignment> = {}, id?: string) =>
  world.try('chair', 'assignment.give', asking(who, more, id))

describe('asking somebody', () => {
  it('is of an active auditor of that agency', () => {
    expect(ask('board')).toBe('NotAnAuditor')
    expect(ask('health', { agency: 'education' })).toBe('NotAnAuditor')
    expect(ask('health', { auditor: 'nobody' })).toBe('Missing')
    const member = { name: 'Health', agency: 'health', roles: ['auditor' as const], active: false }
    world.do('manager', 'member.set', { areaId: 'area1', memberId: 'health', member })
    expect(ask('health')).toBe('NotAnAuditor')
  })

  it('is about a subject of that cycle, by the standards it pins', () => {
    expect(ask('health', { subjectId: 's9' })).toBe('Missing')
    expect(ask('health', { cycleId: 'c9' })).toBe('Missing')
    const other = { ...asking('health'), framework: { id: 'ehcp-plan', version: '1.0.0' } }
    expect(world.try('chair', 'assignment.give', other)).toBe('NotTogether')
    expect(ask('health', { criteria: ['F1', 'Z9'] })).toBe('UnknownCriterion')
  })

  it('is of nobody who holds it, has done it, or has a conflict', () => {
    expect(ask('health')).toBeNull()
    expect(ask('health', {}, 'again')).toBe('HasAssignment')
    expect(ask('social', {}, 'new')).toBe('Exists')
    expect(world.try('health', 'assignment.declare', { assignmentId: 'new', declared: 'own-work' })).toBeNull()
    expect(ask('health', {}, 'again')).toBe('HasConflict')
    const twice = {
      framework: named(world.framework),
      assignments: ['one', 'two'].map((id) => ({ id, assignment: assignmentOf(world, 'psych', 's1') })),
    }
    expect(world.try('chair', 'assignment.give', twice)).toBe('HasAssignment')
  })

  it('says nothing of state, declaration, blindness or progress, whatever was sent', () => {
    const sent = { state: 'submitted', declared: 'none', blind: false, progress: { done: 3, of: 3 } } as const
    expect(ask('health', sent)).toBeNull()
    const given = assignmentAt(world, 'new')
    expect(given).toMatchObject({ state: 'asked', declared: null, blind: true })
    expect(given.progress).toBeUndefined()
  })

  it('may be of given sections, with the criteria of those alone', () => {
    const part = { type: 'sections' as const, sections: ['F'] }
    expect(ask('health', { part, criteria: ['F1', 'B1'] })).toBe('UnknownCriterion')
    expect(ask('health', { part: { ...part, sections: ['Z'] }, criteria: ['F1'] })).toBe('UnknownSection')
    expect(ask('health', { part: { type: 'advice' } })).toBe('NotTogether')
    expect(ask('health', { part, criteria: ['F1', 'F2'] })).toBeNull()
    expect(assignmentAt(world, 'new').part).toEqual(part)
  })

  it('of a piece of advice is about all of it', () => {
    const room = peopledWorld()
    draw(room, ['s1'], { kind: 'advice' })
    const given = (more: Partial<Assignment>) => ({
      framework: named(room.framework),
      assignments: [{ id: 'new', assignment: assignmentOf(room, 'health', 's1', more) }],
    })
    const sections = { part: { type: 'sections' as const, sections: ['F'] }, criteria: ['F1'] }
    expect(room.try('manager', 'assignment.give', given(sections))).toBe('NotTogether')
    expect(room.try('manager', 'assignment.give', given({}))).toBeNull()
    expect(assignmentAt(room, 'new').part).toEqual({ type: 'advice' })
  })

  it('with given sections never yields a grade of the plan, not even for an incident', () => {
    // Every section there is: as much as a whole plan, and still no grade of it.
    const part = { type: 'sections' as const, sections: world.framework.sections.map(({ id }) => id) }
    give(world, 's1', ['health'], { part, criteria: coreOf(world.framework) })
    open(world, 'health', 's1')
    rate(world, 'health', 'health-s1', 'met')
    const alert = { type: 'incident', subjectId: 's1', cycleId: 'c1', foundAt: '2026-11-02T09:00:00.000Z' } as const
    world.do('health', 'alert.raise', {
      alertId: 'i1',
      auditId: 'health-s1',
      alert: { ...alert, told: 'DPO', done: 'Recalled' },
    })
    submit(world, 'health', 'health-s1')
    const { outcome, incident } = auditOf(world, 'health-s1')
    expect(incident).toBe(true)
    expect([outcome?.grade, outcome?.derived]).toEqual([null, null])
    expect(outcome?.sections.F).toBe('outstanding')
  })
})

describe('taking an assignment back', () => {
  const withdraw = (more = {}) => world.try('chair', 'assignment.withdraw', { assignmentId: 'health-s1', ...more })
  beforeEach(() => give(world, 's1', ['health', 'social']))

  it('needs no reason before it is started, and one afterwards', () => {
    open(world, 'health', 's1')
    expect(withdraw()).toBe('ReasonNeeded')
    expect(withdraw({ reason: 'Away until spring' })).toBeNull()
    expect(assignmentAt(world, 'health-s1')).toMatchObject({ state: 'withdrawn', closed: { by: 'chair' } })
    expect(withdraw()).toBe('AssignmentClosed')
    expect(world.try('manager', 'assignment.withdraw', { assignmentId: 'social-s1' })).toBeNull()
  })

  it('needs no reason when its auditor has left', () => {
    open(world, 'health', 's1')
    expect(withdraw({ auditor: 'health' })).toBe('ReasonNeeded')
    expect(withdraw({ auditor: 'social' })).toBe('NotTogether')
    leave('health')
    expect(withdraw({ auditor: 'health' })).toBeNull()
  })

  it('leaves the draft with its author, where it cannot be submitted any more', () => {
    open(world, 'health', 's1')
    rate(world, 'health', 'health-s1')
    expect(withdraw({ reason: 'Away until spring' })).toBeNull()
    expect(world.row('audit/health-s1').scope).toBe('author:health')
    const data = { auditId: 'health-s1', assignmentId: 'health-s1', framework: named(world.framework) }
    expect(world.try('health', 'audit.submit', { ...data, copiesDeleted: true })).toBe('AssignmentClosed')
  })

  it('is not possible once it is submitted', () => {
    audit(world, 'health', 's1')
    expect(withdraw({ reason: 'Too hard' })).toBe('HasAudits')
  })
})

describe('handing over', () => {
  const hand = (who: Person, more: object = {}) =>
    world.try('manager', 'assignment.handover', {
      assignmentId: 'health-s1',
      auditor: 'health',
      agreed: false,
      reason: 'Has left',
      framework: named(world.framework),
      to: { id: 'next', assignment: assignmentOf(world, who, 's1') },
      ...more,
    })
  beforeEach(() => {
    give(world, 's1', ['health', 'social'])
    open(world, 'health', 's1')
    rate(world, 'health', 'health-s1', 'not-met')
  })

  it('closes the one and gives the other in one act; the draft stays where nobody else reads it', () => {
    leave('health')
    expect(hand('psych')).toBeNull()
    expect(assignmentAt(world, 'health-s1')).toMatchObject({
      state: 'withdrawn',
      closed: { by: 'manager', reason: 'Has left', to: 'next' },
    })
    expect(assignmentAt(world, 'next')).toMatchObject({ auditor: 'psych', state: 'asked', blind: true })
    expect(world.row('audit/health-s1').scope).toBe('author:health')
    expect(JSON.stringify(assignmentAt(world, 'next'))).not.toContain('not-met')
  })

  it('asks whoever is still a member whether they agree', () => {
    expect(hand('psych')).toBe('NotAgreed')
    expect(hand('psych', { agreed: true })).toBeNull()
  })

  it('does not release the plan on the way: the new auditor is waited for', () => {
    audit(world, 'social', 's1')
    expect(hand('psych', { agreed: true })).toBeNull()
    expect(world.row('audit/social-s1').scope).toBe('author:social')
  })

  it('is to somebody else who may be asked, of the same plan', () => {
    leave('health')
    expect(hand('board')).toBe('NotAnAuditor')
    expect(hand('social')).toBe('HasAssignment')
    expect(hand('health')).toBe('NotTogether')
    const elsewhere = { id: 'next', assignment: assignmentOf(world, 'psych', 's2') }
    expect(hand('psych', { to: elsewhere })).toBe('NotTogether')
    expect(hand('psych', { auditor: 'social' })).toBe('NotTogether')
    expect(hand('psych', { reason: '' })).toBe('ReasonNeeded')
  })

  it('is a manager’s, and of nothing that is submitted', () => {
    submit(world, 'health', 'health-s1')
    expect(hand('psych', { agreed: true })).toBe('HasAudits')
    const data = { assignmentId: 'social-s1', auditor: 'social', agreed: true, reason: 'Ill' }
    const to = { id: 'next', assignment: assignmentOf(world, 'psych', 's1') }
    const given = { ...data, framework: named(world.framework), to }
    expect(world.try('chair', 'assignment.handover', given)).toBe('NotAllowed')
  })
})

describe('a swap', () => {
  it('moves whoever is asked, who says anew whether they know the child', () => {
    give(world, 's1', ['health'])
    world.do('health', 'assignment.declare', { assignmentId: 'health-s1', declared: 'none' })
    const replacement = { id: 's3', subject: subjectOf('S3'), rank: 9, pseudonym: 'p9' }
    const swap = { subjectId: 's1', cycleId: 'c1', reason: 'Ceased', assignmentIds: ['health-s1'], replacement }
    const as = (more: object) => world.try('manager', 'subject.swap', { ...swap, ...more })
    expect(as({ assignmentIds: [] })).toBe('Stale')
    expect(as({ assignmentIds: ['health-s1', 'zz'] })).toBe('NotTogether')
    expect(as({ replacement: { ...replacement, id: 's2' } })).toBe('Exists')
    expect(as({ replacement: { ...replacement, rank: 1 } })).toBe('Stale')
    expect(as({ replacement: { ...replacement, subject: subjectOf('S2') } })).toBe('Stale')
    expect(as({ replacement: { ...replacement, subject: subjectOf('S3', { stratum: { need: 'ASD' } }) } })).toBe(
      'NotTogether',
    )
    expect(as({})).toBeNull()
    expect(assignmentAt(world, 'health-s1')).toMatchObject({ subjectId: 's3', declared: null })
  })
})

function leave(who: Person): void {
  const member = { name: who, agency: 'health', roles: ['auditor' as const], active: false }
  world.do('manager', 'member.set', { areaId: 'area1', memberId: who, member })
}
