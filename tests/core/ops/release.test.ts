import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Audit } from '../../../src/core/audit/audit'
import { asks, consequences as consequencesOf } from '../../../src/core/ops/consequences'
import type { Change, Row, Rows, Scope } from '../../../src/core/ops/op'
import type { Assignment, Subject } from '../../../src/core/sampling/cycle'

const assignment = (id: string, state: Assignment['state'], blind = true): Row => ({
  key: `assignment/${id}`,
  area: 'a',
  scope: 'auditors',
  refs: ['subject/s'],
  rev: 1,
  v: 1,
  body: { ...ASSIGNMENT, auditor: id, state, blind },
})

const ASSIGNMENT: Assignment = {
  cycleId: 'c',
  subjectId: 's',
  auditor: 'm1',
  agency: 'health',
  criteria: ['F1'],
  basis: 'duty',
  dueOn: '2026-12-01',
  state: 'asked',
  declared: 'none',
  blind: true,
}

const audit = (id: string, state: Audit['state'], scope: Scope = `author:${id}`): Row => ({
  key: `audit/${id}`,
  area: 'a',
  scope,
  refs: ['subject/s'],
  rev: 1,
  v: 1,
  body: {
    assignmentId: id,
    subjectId: 's',
    cycleId: 'c',
    author: id,
    agency: 'health',
    framework: { id: 'f', version: '1.0.0', hash: 'h' },
    criteria: ['F1'],
    facts: {},
    ratings: {},
    notes: {},
    override: null,
    incident: false,
    state,
    openedAt: '2026-11-01T10:00:00Z',
    submittedAt: state === 'submitted' ? '2026-11-02T10:00:00Z' : null,
    copiesDeleted: null,
    outcome: null,
  } satisfies Audit,
})

const twice = (double: boolean): Row => ({
  key: 'subject/s',
  area: 'a',
  scope: 'auditors',
  refs: [],
  rev: 1,
  v: 1,
  body: {
    cycleId: 'c',
    kind: 'plan',
    code: 'K7F-2Q9',
    facts: {
      keyStage: 'KS2',
      need: 'ASD',
      version: 'new',
      setting: 'MAIN',
      team: null,
      yearGroup: 5,
      finalisedOn: null,
    },
    stratum: {},
    double,
    swapped: null,
    outcome: null,
  } satisfies Subject,
})

const AT = '2026-11-02T10:00:00Z'

function consequences(held: readonly Row[]): readonly Change[] {
  const rows: Rows = {
    get: (key) => held.find((row) => row.key === key) ?? 'absent',
    list: (ref) => held.filter(({ refs }) => refs.includes(ref)),
  }
  return consequencesOf('subject/s', rows, AT)
}

describe('release of audits', () => {
  it('opens the audits of a plan to all its auditors once the last blind one has submitted', () => {
    const rows = [
      assignment('m1', 'submitted'),
      assignment('m2', 'submitted'),
      audit('m1', 'submitted'),
      audit('m2', 'submitted'),
    ]
    expect(consequences(rows).map(({ key, scope }) => [key, scope])).toEqual([
      ['audit/m1', 'auditors'],
      ['audit/m2', 'auditors'],
    ])
  })
  it('keeps every audit with its author while one blind auditor is still at work', () => {
    const rows = [
      assignment('m1', 'submitted'),
      assignment('m2', 'started'),
      audit('m1', 'submitted'),
      audit('m2', 'draft'),
    ]
    expect(consequences(rows)).toEqual([])
  })
  it('does not wait for those who gave the plan back or were taken off it', () => {
    const rows = [
      assignment('m1', 'submitted'),
      assignment('m2', 'returned'),
      assignment('m3', 'withdrawn'),
      audit('m1', 'submitted'),
    ]
    expect(consequences(rows)).toHaveLength(1)
  })
  it('keeps the first audit of a plan that is graded twice until a second auditor has submitted too', () => {
    const rows = [twice(true), assignment('m1', 'submitted'), audit('m1', 'submitted')]
    expect(consequences(rows)).toEqual([])
    expect(consequences([...rows, assignment('m2', 'returned')])).toEqual([])
    const both = [...rows, assignment('m3', 'submitted'), audit('m3', 'submitted')]
    expect(consequences(both)).toHaveLength(2)
  })
  it('opens the one audit when a manager lets the plan stand with one auditor', () => {
    expect(consequences([twice(false), assignment('m1', 'submitted'), audit('m1', 'submitted')])).toHaveLength(1)
  })
  it('does not wait for auditors who are not blind', () => {
    const rows = [assignment('m1', 'submitted'), assignment('m2', 'asked', false), audit('m1', 'submitted')]
    expect(consequences(rows)).toHaveLength(1)
  })
  it('asks about the plan of every assignment that changed', () => {
    const { key, scope, refs, body } = assignment('m1', 'submitted')
    expect(
      asks([
        { key, scope, refs, body },
        { key: 'audit/x', scope, refs, body: {} },
      ]),
    ).toEqual(['subject/s'])
  })
  it('never opens an audit before every blind auditor has submitted, whatever the order', () => {
    const state = fc.constantFrom<Assignment['state']>('asked', 'started', 'submitted', 'returned', 'withdrawn')
    fc.assert(
      fc.property(fc.array(fc.tuple(state, fc.boolean()), { maxLength: 6 }), (people) => {
        const rows = people.flatMap(([is, blind], index) => [
          assignment(`m${index}`, is, blind),
          audit(`m${index}`, is === 'submitted' ? 'submitted' : 'draft'),
        ])
        const isWaiting = people.some(([is, blind]) => blind && (is === 'asked' || is === 'started'))
        const opened = consequences(rows)
        if (isWaiting) expect(opened).toEqual([])
        expect(opened.every(({ body }) => (body as Audit).state === 'submitted')).toBe(true)
      }),
    )
  })
})
