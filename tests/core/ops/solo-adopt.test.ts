/** Work done without a hub comes in as a file: who may bring what, and what a hub refuses of it. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { AdoptedRecord } from '../../../src/core/ops/adopted-record'
import { idOf, type Key, kindOf } from '../../../src/core/ops/op'
import {
  assignmentAt,
  audit,
  auditOf,
  CORE,
  cycleOf,
  draw,
  give,
  open,
  peopledWorld,
  rate,
  subjectAt,
  submit,
  type World,
} from './world'

const KINDS = ['register', 'cycle', 'sample', 'subject', 'assignment', 'audit', 'moderation', 'alert', 'framework']

/** The other place. Its manager is the second manager of the hub; the others are called alike. */
let solo: World
let hub: World
const MEMBERS = { manager: 'second', health: 'health', social: 'social', psych: 'psych', chair: 'chair' }
const FROM = { areaId: 'soloarea', memberId: 'manager' }

beforeEach(() => {
  solo = peopledWorld()
  draw(solo, ['s1', 's2'])
  give(solo, 's1', ['health', 'social'])
  audit(solo, 'health', 's1')
  audit(solo, 'social', 's1', 'not-met')
  give(solo, 's2', ['health', 'social'])
  audit(solo, 'health', 's2')
  open(solo, 'social', 's2')
  rate(solo, 'social', 'social-s2', 'partly')
  hub = peopledWorld()
})

/** Records as a device takes them from its rows; some left out. */
function fileOf(world: World, isWanted: (key: Key) => boolean = () => true): AdoptedRecord[] {
  return world
    .all()
    .filter(({ key }) => KINDS.includes(kindOf(key)) && isWanted(key))
    .map(({ key, body }) => ({ kind: kindOf(key), id: idOf(key), body }) as AdoptedRecord)
}

const unreleased = new Set<Key>(['audit/health-s2', 'audit/social-s2'])
const isPlan = (key: Key) => !unreleased.has(key) && key !== 'register/r1'
const bring = (who: string, records: AdoptedRecord[], more: object = {}) =>
  hub.try(who, 'solo.adopt', { from: FROM, members: MEMBERS, records, ...more })

describe('what a manager brings', () => {
  it('keeps its ids, and its people become those of the area', () => {
    expect(bring('manager', fileOf(solo, isPlan))).toBeNull()
    expect(subjectAt(hub, 's1').released?.by).toBe('all-in')
    expect(hub.row('cycle/c1').body).toMatchObject({ drawnBy: 'second', adoptedFrom: 'soloarea' })
    expect(assignmentAt(hub, 'health-s1')).toEqual(assignmentAt(solo, 'health-s1'))
    expect([hub.row('audit/health-s1').scope, hub.row('sample/c1').scope]).toEqual(['auditors', 'managers'])
  })

  it('has its results and comparisons drawn anew', () => {
    expect(bring('manager', fileOf(solo, isPlan))).toBeNull()
    for (const key of ['result/s1', 'comparison/s1'] as const) expect(hub.row(key).body).toEqual(solo.row(key).body)
    expect(hub.has('result/s2')).toBe(false)
  })

  it('waits for the audits that only their authors bring', () => {
    bring('manager', fileOf(solo, isPlan))
    expect(assignmentAt(hub, 'health-s2')).toMatchObject({ state: 'started' })
    expect(hub.row('subject/s2').body).not.toHaveProperty('released')
  })

  it('has no audit of somebody else among it that was not released', () => {
    expect(
      bring(
        'manager',
        fileOf(solo, (key) => key !== 'register/r1'),
      ),
    ).toBe('NotAuthor')
  })

  it('is a manager’s to bring', () => {
    for (const kind of ['cycle', 'subject', 'assignment', 'sample']) {
      const records = fileOf(solo, (key) => isPlan(key) && kindOf(key) === kind)
      expect(bring('health', records), kind).toBe('NotAllowed')
    }
    const released = fileOf(
      solo,
      (key) => key === 'audit/health-s1' || key === 'subject/s1' || key === 'assignment/health-s1',
    )
    expect(bring('health', released)).toBe('NotAllowed')
    expect(bring('board', [])).toBe('NotAllowed')
  })
})

describe('what everybody brings', () => {
  beforeEach(() => expect(bring('manager', fileOf(solo, isPlan))).toBeNull())

  it('is their own unreleased audits, which stay theirs alone', () => {
    expect(
      bring(
        'social',
        fileOf(solo, (key) => key === 'audit/social-s2'),
      ),
    ).toBeNull()
    expect(hub.row('audit/social-s2').scope).toBe('author:social')
    expect(auditOf(hub, 'social-s2').ratings).toEqual(auditOf(solo, 'social-s2').ratings)
    expect(
      bring(
        'social',
        fileOf(solo, (key) => key === 'audit/health-s2'),
      ),
    ).toBe('NotAuthor')
  })

  it('goes on as if it had been done here: the last one in releases the plan', () => {
    expect(
      bring(
        'health',
        fileOf(solo, (key) => key === 'audit/health-s2'),
      ),
    ).toBeNull()
    expect(assignmentAt(hub, 'health-s2').state).toBe('submitted')
    expect(hub.row('audit/health-s2').scope).toBe('author:health')
    expect(
      bring(
        'social',
        fileOf(solo, (key) => key === 'audit/social-s2'),
      ),
    ).toBeNull()
    submit(hub, 'social', 'social-s2')
    expect(hub.row('audit/health-s2').scope).toBe('auditors')
    expect(auditOf(hub, 'health-s2').blind).toBe(true)
  })

  it('is graded anew, whatever the file says of its grade', () => {
    const [record] = fileOf(solo, (key) => key === 'audit/health-s2')
    if (record?.kind !== 'audit' || !record.body.outcome) throw new Error('there is no such audit')
    const forged = { ...record, body: { ...record.body, outcome: { ...record.body.outcome, grade: 'inadequate' } } }
    expect(bring('health', [forged])).toBeNull()
    expect(auditOf(hub, 'health-s2').outcome?.grade).toBe('outstanding')
    const { F1: _left, ...ratings } = record.body.ratings
    expect(other().try('health', 'solo.adopt', asked([{ ...record, body: { ...record.body, ratings } }]))).toBe(
      'Incomplete',
    )
  })

  it('is of an assignment of theirs that waits for it, once', () => {
    const draft = fileOf(solo, (key) => key === 'audit/social-s2')
    const [record] = draft
    if (record?.kind !== 'audit') throw new Error('there is no such audit')
    expect(bring('social', [{ ...record, body: { ...record.body, assignmentId: 'health-s2' } }])).toBe('NotTogether')
    expect(bring('social', [record, { ...record, id: 'again' }])).toBe('Exists')
    expect(bring('social', draft)).toBeNull()
    expect(bring('social', [{ ...record, id: 'again' }])).toBe('Exists')
    const late = other()
    late.do('manager', 'assignment.withdraw', { assignmentId: 'social-s2', reason: 'Ill' })
    expect(late.try('social', 'solo.adopt', asked(draft))).toBe('AssignmentClosed')
  })

  it('holds nothing that identifies a child', () => {
    const [record] = fileOf(solo, (key) => key === 'audit/social-s2')
    if (record?.kind !== 'audit') throw new Error('there is no such audit')
    expect(bring('social', [{ ...record, body: { ...record.body, notes: { F1: 'Born 3 May 2015' } } }])).toBe(
      'NoteStopped',
    )
    expect(bring('social', [{ ...record, body: { ...record.body, notes: { Z9: 'Vague' } } }])).toBe('UnknownCriterion')
  })

  /** The hub with the plan, as it was before anybody brought an audit. */
  function other(): World {
    const world = peopledWorld()
    world.do('manager', 'solo.adopt', asked(fileOf(solo, isPlan)))
    return world
  }
})

function asked(records: AdoptedRecord[]) {
  return { from: FROM, members: MEMBERS, records }
}

describe('nothing is taken in', () => {
  it('that is there already, but standards of the same content', () => {
    const standards = fileOf(solo, (key) => kindOf(key) === 'framework')
    expect(bring('manager', standards)).toBeNull()
    expect(bring('manager', [{ kind: 'framework', id: 'x', body: { ...CORE, title: 'Other' } }])).toBe('Exists')
    expect(bring('manager', fileOf(solo, isPlan))).toBeNull()
    expect(bring('manager', fileOf(solo, isPlan))).toBe('Exists')
  })

  it('of a fictional area', () => {
    expect(bring('manager', [], { from: { ...FROM, areaId: 'demo-1' } })).toBe('DemoArea')
  })

  it('whose people are not somebody here, each somebody else', () => {
    const records = fileOf(solo, isPlan)
    const { social: _social, ...some } = MEMBERS
    expect(bring('manager', records, { members: some })).toBe('UnmappedMember')
    expect(bring('manager', records, { members: { ...MEMBERS, social: 'nobody' } })).toBe('Missing')
    expect(bring('manager', records, { members: { ...MEMBERS, social: 'health' } })).toBe('NotTogether')
  })

  it('that belongs to a cycle drawn here', () => {
    draw(hub, ['s1'])
    const records = fileOf(solo, (key) => key === 'subject/s2')
    expect(bring('manager', records)).toBe('NotTogether')
  })

  it('that names what is neither in the file nor here', () => {
    expect(
      bring(
        'manager',
        fileOf(solo, (key) => key === 'subject/s1'),
      ),
    ).toBe('Missing')
    const cycle = {
      kind: 'cycle' as const,
      id: 'c1',
      body: { ...cycleOf(), framework: { ...cycleOf().framework, hash: 'h' } },
    }
    expect(bring('manager', [cycle])).toBe('NotTogether')
  })

  it('of another kind, or not as its kind is', () => {
    const parse = (record: unknown) => hub.try('manager', 'solo.adopt', asked([record as AdoptedRecord]))
    expect(() => parse({ kind: 'member', id: 'm', body: {} })).toThrow()
    expect(() => parse({ kind: 'result', id: 's1', body: solo.row('result/s1').body })).toThrow()
    expect(() => parse({ kind: 'subject', id: '../s1', body: solo.row('subject/s1').body })).toThrow()
  })
})

describe('a cycle that was closed elsewhere', () => {
  it('is closed anew here, under its first number', () => {
    solo.do('manager', 'cycle.close', { cycleId: 'c1', reason: 'Joining a hub' })
    expect(bring('manager', fileOf(solo, isPlan))).toBeNull()
    expect(hub.row('cycle/c1').body).not.toHaveProperty('closed')
    expect(hub.try('manager', 'cycle.close', { cycleId: 'c1', reason: 'As it was' })).toBeNull()
    expect(hub.has('edition/c1-1')).toBe(true)
  })
})
