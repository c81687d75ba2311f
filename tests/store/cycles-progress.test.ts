/** How far a cycle is: every drawn plan stands in one place, agencies that do nothing show, and nothing is said too early. */
import { describe, expect, it } from 'vitest'
import { assignmentGiveData, auditorsToAsk, plansToShare } from '../../src/store/cycle-assignments'
import { coverageOf, progressOf, standingCounts } from '../../src/store/cycle-progress'
import type { Held } from '../../src/store/read'
import { planFramework } from '../core/audit/plan-framework'
import { recordsOf, released } from './results-records'

const framework = planFramework()
const records = released(
  recordsOf([
    {
      dueOn: '2026-03-31',
      plans: [
        { audits: [{ agency: 'health', grade: 'good' }] },
        {
          audits: [
            { agency: 'health', grade: 'good' },
            { agency: 'education', grade: 'inadequate' },
          ],
          double: true,
        },
        { audits: [{ agency: 'sen-team', grade: 'good' }] },
        { audits: [{ agency: 'health', grade: 'good' }, { agency: 'social-care' }], double: true },
        { audits: [{ agency: 'social-care', dueOn: '2026-05-31' }] },
        { audits: [{ agency: 'education', state: 'returned' }] },
        { audits: [], outcome: 'lapsed' },
        { audits: [{ agency: 'health', grade: null }] },
        { audits: [], swapped: 'The plan has ceased' },
      ],
    },
  ]),
)
const progress = progressOf(records, framework)

describe('progressOf', () => {
  it('counts every plan still in the sample once, wherever it stands', () => {
    const counts = standingCounts(progress)
    expect(counts).toEqual({
      'with-result': 1,
      'awaiting-moderation': 2,
      started: 1,
      asked: 1,
      'to-assign': 1,
      lapsed: 1,
      'not-gradeable': 1,
    })
    expect(Object.values(counts).reduce((total, count) => total + count, 0)).toBe(8)
  })

  it('says nothing of a plan while one of its auditors is still to submit', () => {
    const waiting = progress[3]
    expect(waiting?.isReleased).toBe(false)
    expect(waiting?.submitted).toBe(1)
    expect(waiting?.result).toEqual({ state: 'awaiting-audits' })
  })

  it('asks for one auditor, or two for a plan graded twice, and none for one that is closed', () => {
    expect(progress.map(({ needed }) => needed)).toEqual([0, 0, 0, 0, 0, 1, 0, 0])
  })

  it('counts an incident that was reported as the result, for those who may know of it', () => {
    const [asked] = progressOf({ ...records, incidents: new Set(['c1p5']) }, framework).slice(4)
    expect(asked?.result).toMatchObject({ state: 'graded', by: 'incident', goodOrBetter: false })
    expect(progress[4]?.result).toEqual({ state: 'awaiting-audits' })
  })
})

describe('coverageOf', () => {
  it('says for each agency what it was asked, has done, owes and handed back', () => {
    const lines = coverageOf(records.assignments, ['health', 'education', 'parent-carer-forum'], '2026-04-01')
    expect(lines).toEqual([
      { agency: 'health', asked: 4, done: 4, late: 0, neverStarted: 0, returned: 0 },
      { agency: 'education', asked: 1, done: 1, late: 0, neverStarted: 0, returned: 1 },
      { agency: 'parent-carer-forum', asked: 0, done: 0, late: 0, neverStarted: 0, returned: 0 },
      { agency: 'sen-team', asked: 1, done: 1, late: 0, neverStarted: 0, returned: 0 },
      // Of two asked, one was due on 31 March and one is due in May.
      { agency: 'social-care', asked: 2, done: 0, late: 1, neverStarted: 2, returned: 0 },
    ])
  })
})

describe('giving plans out', () => {
  it('offers a plan that was handed back to anybody but the person who handed it back', () => {
    expect(plansToShare(progress)).toEqual([
      { subjectId: 'c1p6', code: 'C1P6', needed: 1, holders: [], barred: ['auditor-education'] },
    ])
  })

  it('asks only people who are active and auditors', () => {
    const member = (name: string, more: object) =>
      ({
        id: name,
        key: `member/${name}`,
        scope: 'area',
        rev: 1,
        body: { name, agency: 'health', roles: ['auditor' as const], active: true, ...more },
      }) satisfies Held<unknown>
    const people = [member('a', {}), member('b', { active: false }), member('c', { roles: ['manager'] })]
    expect(auditorsToAsk(people, progress).map(({ id }) => id)).toEqual(['a'])
  })

  it('asks whoever comes after the release as somebody who is not blind', () => {
    const [cycle] = records.cycles
    if (!cycle) throw new Error('no cycle')
    const handed = ['c1p1', 'c1p5'].map((subjectId) => ({ subjectId, auditor: 'new', agency: 'education' }))
    const data = assignmentGiveData({ cycle, framework, progress, handed, basis: 'duty', dueOn: '2026-05-01' })
    expect(data.assignments.map(({ assignment }) => assignment.blind)).toEqual([false, true])
  })
})
