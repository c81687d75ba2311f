/** What a hub refuses of an op that a member may do, because what it names is not so. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { OpSpec } from '../../../src/core/ops/op'
import { OPS, type OpData } from '../../../src/core/ops/registry'
import { isTime } from '../../../src/core/shapes'
import { SMALL_REGISTER } from './small-register'
import { auditOf, CORE, cycleOf, draw, give, named, open, peopledWorld, rate, subjectOf, type World } from './world'

let world: World
beforeEach(() => {
  world = peopledWorld()
  draw(world, ['s1', 's2'])
})

describe('members', () => {
  const set = (memberId: string, more: object = {}) => {
    const member = { name: 'N', agency: 'health', roles: ['manager' as const], active: true, ...more }
    return world.try('manager', 'member.set', { areaId: 'area1', memberId, member })
  }
  it('never leave the area without an active manager', () => {
    expect(set('second', { roles: ['auditor'] })).toBeNull()
    expect(set('manager', { roles: ['auditor'] })).toBe('LastManager')
    expect(set('manager', { active: false })).toBe('LastManager')
    expect(set('psych')).toBeNull()
    expect(set('manager', { active: false })).toBeNull()
  })
  it('are of an agency of the area', () => {
    expect(set('new', { agency: 'police' })).toBe('UnknownAgency')
    const member = { name: 'N', agency: 'health', roles: ['auditor' as const], active: true }
    expect(world.try('manager', 'member.set', { areaId: 'area2', memberId: 'new', member })).toBe('Missing')
  })
})

describe('what is there', () => {
  it('is never made a second time', () => {
    expect(world.try('manager', 'register.import', { registerId: 'r1', summary: SMALL_REGISTER })).toBe('Exists')
    expect(world.try('manager', 'cycle.draw', drawing('c1'))).toBe('Exists')
    expect(world.try('manager', 'cycle.draw', drawing('c2', { ids: ['s1'] }))).toBe('Exists')
    const found = '2026-11-02T09:00:00.000Z'
    const alert = {
      type: 'concern',
      subjectId: 's1',
      cycleId: 'c1',
      foundAt: found,
      told: 'DSL',
      done: 'Rang',
    } as const
    expect(world.try('health', 'alert.raise', { alertId: 'i1', auditId: null, alert })).toBeNull()
    expect(world.try('social', 'alert.raise', { alertId: 'i1', auditId: null, alert })).toBe('Exists')
    expect(
      world.try('social', 'alert.raise', { alertId: 'i2', auditId: null, alert: { ...alert, cycleId: 'c2' } }),
    ).toBe('NotTogether')
  })
})

describe('a cycle', () => {
  it('is one draw: of a register and standards that are there, its key and its subjects the same', () => {
    const draws = (more: Parameters<typeof drawing>[1]) => world.try('manager', 'cycle.draw', drawing('c2', more))
    expect(draws({ register: 'r9' })).toBe('Missing')
    expect(draws({ digest: 'other' })).toBe('NotTogether')
    expect(draws({ hash: 'other' })).toBe('NotTogether')
    expect(draws({ keyOf: ['n1'] })).toBe('NotTogether')
    expect(draws({ ids: ['n1', 'n1'] })).toBe('NotTogether')
    expect(draws({ cycleOfSubjects: 'c1' })).toBe('NotTogether')
    expect(draws({})).toBeNull()
  })
  it('is drawn by whoever draws it, with nothing decided of it', () => {
    const data = drawing('c2')
    const forged = {
      ...data,
      cycle: {
        ...data.cycle,
        drawnBy: 'chair',
        closed: { number: 7, at: data.cycle.drawnAt, by: 'chair', reason: null },
      },
      subjects: data.subjects.map(({ id, subject }) => ({
        id,
        subject: { ...subject, released: { at: data.cycle.drawnAt, by: 'all-in' as const } },
      })),
    }
    expect(world.try('second', 'cycle.draw', forged)).toBeNull()
    expect(world.row('cycle/c2').body).toMatchObject({ drawnBy: 'second' })
    expect(world.row('cycle/c2').body).not.toHaveProperty('closed')
    expect(world.row('subject/n1').body).not.toHaveProperty('released')
  })
})

describe('standards', () => {
  it('that cannot be graded by are not adopted', () => {
    const incidentGrade = 'splendid'
    const grading = { ...CORE.grading, subject: { ...CORE.grading.subject, incidentGrade } }
    const adopt = (more: object) => world.try('editor', 'framework.adopt', { framework: { ...CORE, ...more } })
    expect(adopt({ version: '2.0.0', grading })).toBe('BadFramework')
    expect(adopt({ version: '99999.0.0' })).toBe('BadFramework')
    expect(adopt({ title: 'Other words' })).toBe('Exists')
    expect(adopt({})).toBeNull()
  })
})

describe('an audit', () => {
  beforeEach(() => give(world, 's1', ['health', 'social']))

  it('is opened of what its assignment is about, for what the cycle is for', () => {
    world.do('health', 'assignment.declare', { assignmentId: 'health-s1', declared: 'none' })
    const data = { auditId: 'x', assignmentId: 'health-s1', subjectId: 's1', cycleId: 'c1', facts: {} }
    const opens = (more: object) => world.try('health', 'audit.open', { ...data, ...more })
    expect(opens({ subjectId: 's2' })).toBe('NotTogether')
    expect(opens({ cycleId: 'c2' })).toBe('NotTogether')
    expect(opens({ facts: { purpose: 'Sam Smith of Mill Lane' } })).toBe('NotTogether')
    expect(opens({ facts: { purpose: 'random' } })).toBeNull()
    const facts = { purpose: 'Sam Smith of Mill Lane' }
    expect(world.try('health', 'facts.set', { auditId: 'x', facts })).toBe('NotTogether')
  })

  it('is submitted with its own assignment and the standards it pins', () => {
    open(world, 'health', 's1')
    open(world, 'social', 's1')
    rate(world, 'health', 'health-s1')
    const data = { auditId: 'health-s1', assignmentId: 'health-s1', framework: named(CORE), copiesDeleted: true }
    const submits = (more: object) => world.try('health', 'audit.submit', { ...data, ...more })
    expect(submits({ assignmentId: 'social-s1' })).toBe('NotTogether')
    expect(submits({ framework: { id: 'ehcp-plan', version: '1.0.0' } })).toBe('NotTogether')
    expect(submits({})).toBeNull()
    expect(world.try('health', 'audit.recall', { auditId: 'health-s1', assignmentId: 'social-s1' })).toBe('NotTogether')
    expect(auditOf(world, 'health-s1').state).toBe('submitted')
  })
})

describe('ids and times', () => {
  const parses = (kind: keyof typeof OPS, data: unknown) =>
    (OPS[kind] as unknown as OpSpec<unknown>).data.safeParse(data).success
  it.each(['', '../c1', 'a/b', 'a b', 'a\u0000', '-a', 'é', 'a'.repeat(65), '__proto__'])('no id is %j', (id) => {
    expect(parses('subject.release', { subjectId: id, reason: 'R' })).toBe(false)
    expect(parses('audit.recall', { auditId: id, assignmentId: id })).toBe(false)
  })
  it('are those that devices make', () => {
    expect(parses('subject.release', { subjectId: '9f2c'.repeat(8), reason: 'R' })).toBe(true)
  })
  it.each([
    ['2026-11-02T09:00:00.000Z', true],
    ['2026-11-02T09:00:00Z', true],
    ['2026-11-02', false],
    ['2026-13-02T09:00:00Z', false],
    ['2026-11-02T09:00:00+01:00', false],
    ['yesterday', false],
  ])('%s is a time: %s', (text, is) => {
    expect(isTime(text)).toBe(is)
  })
})

interface Drawing {
  readonly ids?: readonly string[]
  readonly keyOf?: readonly string[]
  readonly register?: string
  readonly digest?: string
  readonly hash?: string
  readonly cycleOfSubjects?: string
}

function drawing(cycleId: string, more: Drawing = {}): OpData<'cycle.draw'> {
  const { ids = ['n1', 'n2'], register = 'r1', digest = 'd', cycleOfSubjects = cycleId } = more
  const { keyOf = ids } = more
  const cycle = cycleOf()
  return {
    cycleId,
    cycle: {
      ...cycle,
      framework: { ...cycle.framework, hash: more.hash ?? cycle.framework.hash },
      register: { ...cycle.register, id: register, digest },
    },
    subjects: ids.map((id, at) => ({ id, subject: subjectOf(`N${at}`, { cycleId: cycleOfSubjects }) })),
    sampleKey: { cycleId, plans: keyOf.map((subjectId, rank) => ({ subjectId, rank, pseudonym: subjectId })) },
  }
}
