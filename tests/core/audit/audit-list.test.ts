import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AuditColumns,
  decodeEntries,
  type EntryChange,
  encodeEntries,
  mergeEntries,
  type Segment,
} from '../../../src/core/audit/audit-columns'
import type { AuditEntry } from '../../../src/core/audit/audit-entry'
import {
  type AuditFilter,
  filterEntries,
  type ListNames,
  NO_GRADE,
  type Sorting,
  sortEntries,
  visibleEntries,
} from '../../../src/core/audit/audit-list'
import { draft, entry } from './listed-entry'

const ids = (entries: readonly AuditEntry[]) => entries.map(({ id }) => id)

const anyEntry: fc.Arbitrary<AuditEntry> = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9'),
  scope: fc.constantFrom('auditors' as const, 'author:ann' as const),
  assignmentId: fc.string(),
  subjectId: fc.constantFrom('s1', 's2', 's3'),
  cycleId: fc.constantFrom('spring', 'autumn'),
  code: fc.constantFrom('K7F-2Q9', 'M4T-XX3', ''),
  author: fc.constantFrom('ann', 'bo'),
  agency: fc.constantFrom('health', 'education'),
  framework: fc.constantFrom('framework/one@1.0.0' as const, 'framework/two@2.1.0' as const),
  state: fc.constantFrom('draft' as const, 'submitted' as const),
  grade: fc.constantFrom('good', 'inadequate', null),
  floor: fc.constantFrom('met' as const, 'at-risk' as const, 'not-met' as const, null),
  incident: fc.boolean(),
  notBlind: fc.boolean(),
  openedAt: fc.integer({ min: 0, max: 2_000_000_000_000 }),
  submittedAt: fc.option(fc.integer({ min: 0, max: 2_000_000_000_000 })),
})

describe('mergeEntries', () => {
  const anyChange: fc.Arbitrary<EntryChange> = fc.oneof(
    { weight: 4, arbitrary: anyEntry.map((one) => ({ id: one.id, entry: one })) },
    { weight: 1, arbitrary: fc.constantFrom('1', '4', '9').map((id) => ({ id, entry: null })) },
  )

  it('holds after any changes exactly what the audits say now, each once', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyChange, { maxLength: 6 }), { maxLength: 12 }), (batches) => {
        const now = new Map<string, AuditEntry>()
        let segments: readonly Segment[] = []
        for (const batch of batches) {
          for (const { id, entry: one } of batch) {
            if (one) now.set(id, one)
            else now.delete(id)
          }
          segments = mergeEntries(segments, batch, 3)
        }
        const byId = (a: AuditEntry, b: AuditEntry) => (a.id < b.id ? -1 : 1)
        expect(segments.flat().sort(byId)).toEqual([...now.values()].sort(byId))
        expect(segments.every(({ length }) => length <= 3)).toBe(true)
      }),
    )
  })

  it('leaves every segment alone that nothing changed in', () => {
    const segments = mergeEntries([], [entry('1'), entry('2'), entry('3')].map(asChange), 2)
    expect(segments.map(ids)).toEqual([['1', '2'], ['3']])
    const merged = mergeEntries(segments, [entry('3', { incident: true }), entry('4'), entry('5')].map(asChange), 2)
    expect(merged.map(ids)).toEqual([['1', '2'], ['3', '4'], ['5']])
    expect(merged[0]).toBe(segments[0])
  })

  it('answers the very same segments for a change that says nothing new', () => {
    const segments = mergeEntries([], [asChange(entry('1'))], 2)
    expect(mergeEntries(segments, [asChange(entry('1'))], 2)[0]).toBe(segments[0])
  })
})

const asChange = (one: AuditEntry): EntryChange => ({ id: one.id, entry: one })

describe('columns of entries', () => {
  it('give back the same entries after being written down', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 20 }), (entries) => {
        const written: AuditColumns = JSON.parse(JSON.stringify(encodeEntries(entries)))
        expect(decodeEntries(written)).toEqual(entries)
      }),
    )
  })

  it('are refused when one is shorter than the others', () => {
    const columns = encodeEntries([entry('1'), entry('2')])
    expect(() => decodeEntries({ ...columns, assignmentIds: ['a-1'] })).toThrow(RangeError)
  })
})

describe('visibleEntries', () => {
  const entries = [
    draft('own-draft', 'ann'),
    entry('own-waiting', { scope: 'author:ann' }),
    entry('released', { author: 'bo' }),
    draft('other-draft', 'bo'),
    entry('other-waiting', { author: 'bo', scope: 'author:bo' }),
  ]

  it('shows nobody an audit of somebody else before it is released', () => {
    expect(ids(visibleEntries(entries, { me: 'ann', reads: true }))).toEqual(['own-draft', 'own-waiting', 'released'])
  })

  it('shows a person without any role nothing but their own', () => {
    expect(ids(visibleEntries(entries, { me: 'ann', reads: false }))).toEqual(['own-draft', 'own-waiting'])
  })
})

const NAMES: ListNames = {
  cycle: (id) => ({ spring: 'Spring 2026', sample2: 'Sample 2', sample10: 'Sample 10' })[id] ?? id,
  agency: (id) => ({ health: 'Health', education: 'Éducation' })[id] ?? id,
  author: (id) => ({ bo: 'Bo Müller' })[id] ?? '',
}

const ASKED: AuditFilter = {
  text: '',
  cycle: null,
  agency: null,
  grade: null,
  standing: null,
  from: null,
  before: null,
  mine: false,
}

describe('filterEntries', () => {
  const found = (entries: readonly AuditEntry[], asked: Partial<AuditFilter>) =>
    ids(filterEntries(entries, { ...ASKED, ...asked }, 'ann', NAMES))

  it('finds a code with its hyphen, without it, with a space, in part and in small letters', () => {
    const entries = [entry('1', { code: 'K7F-2Q9' }), entry('2', { code: 'M4T-XX3' })]
    for (const text of ['K7F-2Q9', 'k7f2q9', 'K7F 2Q9', 'f2q', ' 2q9 ']) expect(found(entries, { text })).toEqual(['1'])
  })

  it('wants every word, each in the code, the cycle, the agency or the name', () => {
    const entries = [entry('1'), entry('2', { agency: 'education' }), entry('3', { author: 'bo', cycleId: 'sample2' })]
    expect(found(entries, { text: 'spring health' })).toEqual(['1'])
    expect(found(entries, { text: 'education' })).toEqual(['2'])
    expect(found(entries, { text: 'MULLER k7f' })).toEqual(['3'])
    expect(found(entries, { text: 'spring muller' })).toEqual([])
  })

  it('never finds an author by a name that is not to be shown', () => {
    expect(found([entry('1', { author: 'ann' })], { text: 'ann' })).toEqual([])
  })

  it('narrows by cycle, agency, state and whose it is, all together', () => {
    const entries = [
      entry('1', { cycleId: 'sample2' }),
      entry('2', { cycleId: 'sample2', author: 'bo' }),
      entry('3', { cycleId: 'sample2', agency: 'education' }),
      draft('4', 'ann', { cycleId: 'sample2' }),
      entry('5'),
    ]
    expect(found(entries, { cycle: 'sample2' })).toEqual(['1', '2', '3', '4'])
    expect(found(entries, { cycle: 'sample2', mine: true })).toEqual(['1', '3', '4'])
    expect(found(entries, { cycle: 'sample2', mine: true, agency: 'health' })).toEqual(['1', '4'])
    expect(found(entries, { cycle: 'sample2', mine: true, agency: 'health', standing: 'draft' })).toEqual(['4'])
  })

  it('tells an audit that is waiting for others from one that is open to all', () => {
    const entries = [entry('1'), entry('2', { scope: 'author:ann' })]
    expect(found(entries, { standing: 'waiting' })).toEqual(['2'])
    expect(found(entries, { standing: 'released' })).toEqual(['1'])
  })

  it('counts a draft neither among the grades nor among those without one', () => {
    const entries = [entry('1'), entry('2', { grade: null }), draft('3', 'ann')]
    expect(found(entries, { grade: 'good' })).toEqual(['1'])
    expect(found(entries, { grade: NO_GRADE })).toEqual(['2'])
  })

  it('takes the first moment of a period in and leaves the one after its end out, and no draft is in any period', () => {
    const entries = [
      entry('1', { submittedAt: 99 }),
      entry('2', { submittedAt: 100 }),
      entry('3', { submittedAt: 199 }),
      entry('4', { submittedAt: 200 }),
      draft('5', 'ann'),
    ]
    expect(found(entries, { from: 100, before: 200 })).toEqual(['2', '3'])
    expect(found(entries, { from: 100 })).toEqual(['2', '3', '4'])
    expect(found(entries, { before: 100 })).toEqual(['1'])
  })
})

describe('sortEntries', () => {
  const level = ({ grade }: AuditEntry) =>
    ['inadequate', 'requires-improvement', 'good', 'outstanding'].indexOf(grade ?? '')
  const sorted = (entries: readonly AuditEntry[], sorting: Sorting) => ids(sortEntries(entries, sorting, NAMES, level))

  it('puts drafts before all that is submitted when the newest come first', () => {
    const entries = [entry('1', { submittedAt: 5 }), draft('2', 'ann'), entry('3', { submittedAt: 9 })]
    expect(sorted(entries, { by: 'submitted', descending: true })).toEqual(['2', '3', '1'])
    expect(sorted(entries, { by: 'submitted', descending: false })).toEqual(['1', '3', '2'])
  })

  it('orders grades by their scale and keeps those without one last either way', () => {
    const entries = [
      entry('1', { grade: 'good' }),
      entry('2', { grade: null }),
      entry('3', { grade: 'inadequate' }),
      entry('4', { grade: 'from another scale' }),
    ]
    expect(sorted(entries, { by: 'grade', descending: false })).toEqual(['3', '1', '2', '4'])
    expect(sorted(entries, { by: 'grade', descending: true })).toEqual(['1', '3', '2', '4'])
  })

  it('puts the worst of the minimum standard first', () => {
    const entries = [entry('1', { floor: 'met' }), entry('2', { floor: 'not-met' }), entry('3', { floor: 'at-risk' })]
    expect(sorted(entries, { by: 'floor', descending: false })).toEqual(['2', '3', '1'])
  })

  it('reads numbers in the name of a cycle as numbers', () => {
    const entries = [entry('1', { cycleId: 'sample10' }), entry('2', { cycleId: 'sample2' })]
    expect(sorted(entries, { by: 'cycle', descending: false })).toEqual(['2', '1'])
  })

  it('shows the newest first among audits of one value, then by code', () => {
    const entries = [
      entry('1', { submittedAt: 5, code: 'B' }),
      entry('2', { submittedAt: 5, code: 'A' }),
      entry('3', { submittedAt: 9, code: 'C' }),
    ]
    expect(sorted(entries, { by: 'agency', descending: true })).toEqual(['3', '2', '1'])
  })
})
