/** The assignment slips: who is told which case numbers. Rule: product.md, "Audit code" and "Assignment". */
import { describe, expect, it } from 'vitest'
import type { Assignment, Subject } from '../../../src/core/sampling/cycle'
import { makeSlips, type SlipFacts, wantedPseudonyms } from '../../../src/features/register/slips'
import type { Held } from '../../../src/store/read'

const held = <T>(kind: string, id: string, body: T): Held<T> => ({
  id,
  key: `${kind}/${id}`,
  scope: 'auditors',
  rev: 1,
  body,
})

const SUBJECT: Subject = {
  cycleId: 'c',
  kind: 'plan',
  code: '',
  facts: { keyStage: 'KS1', need: 'ASD', version: 'new', setting: 'MAIN', team: null, yearGroup: 1, finalisedOn: null },
  stratum: {},
  double: false,
  swapped: null,
  outcome: null,
}
const SWAPPED = { reason: 'Left the area', by: 'm', at: '2026-01-20T10:00:00Z', replacement: 's3' }

const subject = (id: string, code: string, more: Partial<Subject> = {}) =>
  held('subject', id, { ...SUBJECT, code, ...more })

const asked = (subjectId: string, auditor: string, state: Assignment['state'] = 'asked') =>
  held('assignment', `${subjectId}-${auditor}`, {
    cycleId: 'c',
    subjectId,
    auditor,
    agency: 'health',
    criteria: [],
    basis: 'duty' as const,
    dueOn: '2026-02-20',
    state,
    declared: null,
    blind: true,
  })

const member = (id: string, name: string) =>
  held('member', id, { name, agency: 'health', roles: ['auditor' as const], active: true })

function facts(over: Partial<SlipFacts> = {}): SlipFacts {
  return {
    subjects: [subject('s1', 'B2B-222'), subject('s2', 'A1A-111'), subject('s3', 'C3C-333')],
    assignments: [asked('s1', 'm1'), asked('s2', 'm1'), asked('s1', 'm2')],
    members: [member('m1', 'Zora'), member('m2', 'Amir')],
    sampleKey: {
      cycleId: 'c',
      plans: ['s1', 's2', 's3'].map((subjectId, rank) => ({ subjectId, rank, pseudonym: `p-${subjectId}` })),
    },
    ...over,
  }
}

const FOUND = ['s1', 's2', 's3'].map((id) => ({ pseudonym: `p-${id}`, written: `case ${id}` }))

describe('assignment slips', () => {
  it('are one for each auditor by name, with that auditor’s codes in order and no other', () => {
    const { slips } = makeSlips(facts(), FOUND)
    expect(slips.map(({ name, rows }) => [name, rows.map((row) => [row.code, row.caseNumber])])).toEqual([
      ['Amir', [['B2B-222', 'case s1']]],
      [
        'Zora',
        [
          ['A1A-111', 'case s2'],
          ['B2B-222', 'case s1'],
        ],
      ],
    ])
  })

  it('list plans that nobody was asked to audit, and those handed back, for the manager', () => {
    const assignments = [asked('s1', 'm1', 'returned'), asked('s2', 'm1', 'withdrawn'), asked('s3', 'm1', 'submitted')]
    const { slips, unassigned } = makeSlips(facts({ assignments }), FOUND)
    expect(slips).toEqual([])
    expect(unassigned.map(({ code }) => code)).toEqual(['A1A-111', 'B2B-222'])
  })

  it('leave out plans that are no longer in the sample, and never ask for their case numbers', () => {
    const subjects = [subject('s1', 'B2B-222', { swapped: SWAPPED }), subject('s3', 'C3C-333')]
    const given = facts({ subjects, assignments: [asked('s1', 'm1'), asked('s3', 'm1')] })
    expect(wantedPseudonyms(given)).toEqual(['p-s3'])
    expect(makeSlips(given, FOUND).slips.flatMap(({ rows }) => rows.map(({ code }) => code))).toEqual(['C3C-333'])
  })

  it('say which drawn plans are not in the file', () => {
    const { drawn, missing, slips } = makeSlips(facts(), FOUND.slice(0, 1))
    expect([drawn, missing]).toEqual([3, 2])
    expect(slips[1]?.rows.map(({ caseNumber }) => caseNumber)).toEqual([null, 'case s1'])
  })
})
