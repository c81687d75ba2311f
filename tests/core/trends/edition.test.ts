/**
 * What is published of a cycle: no count of 1 to 4, and no change of 1 to 4 between two editions, can be worked out from all
 * editions together by adding and subtracting.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Edition, makeEdition } from '../../../src/core/trends/edition'
import { type EditionTable, isSmall, suppress } from '../../../src/core/trends/edition-suppress'
import type { ResultRecord } from '../../../src/core/trends/result-record'
import { planFramework } from '../audit/plan-framework'
import { cycleOf } from '../ops/world'
import { canBeWorkedOut, type Sum } from './worked-out'

const shown = (table: EditionTable) => [table.total, ...Object.values(table.cells)]

describe('a table that is published', () => {
  it('shows what is large enough', () => {
    expect(shown(suppress({ a: 12, b: 0, c: 8 }, []))).toEqual([20, 12, 0, 8])
  })
  it('leaves out a small count and, so that it cannot be subtracted, the smallest other one', () => {
    expect(shown(suppress({ a: 3, b: 9, c: 12 }, []))).toEqual([24, null, null, 12])
    expect(shown(suppress({ a: 3, b: 0, c: 12 }, []))).toEqual([15, null, null, 12])
    expect(shown(suppress({ a: 3, b: 2, c: 12 }, []))).toEqual([17, null, null, 12])
  })
  it('shows nothing of a handful of plans', () => {
    expect(shown(suppress({ a: 3, b: 0 }, []))).toEqual([null, null, null])
  })
  it('leaves out what has changed by a few since an edition that showed it', () => {
    const first = suppress({ a: 10, b: 10, c: 10 }, [])
    expect(shown(suppress({ a: 11, b: 9, c: 10 }, [first]))).toEqual([30, null, null, 10])
    expect(shown(suppress({ a: 10, b: 10, c: 10 }, [first]))).toEqual([30, 10, 10, 10])
    expect(shown(suppress({ a: 15, b: 5, c: 10 }, [first]))).toEqual([30, 15, 5, 10])
  })
  it('leaves all out when its total changed by a few', () => {
    const first = suppress({ a: 10, b: 10 }, [])
    expect(shown(suppress({ a: 12, b: 10 }, [first]))).toEqual([null, null, null])
  })
  it('never shows that what is left out together has changed by a few', () => {
    // First a and c are left out, 12 together. Then b is 6 more and d 5 fewer: were both shown, so would be that the 12
    // are 11 now.
    const first = suppress({ a: 2, b: 20, c: 10, d: 15 }, [])
    expect(shown(first)).toEqual([47, null, 20, null, 15])
    expect(shown(suppress({ a: 3, b: 26, c: 8, d: 10 }, [first]))).toEqual([47, null, 26, null, null])
  })
})

type Counts = Readonly<Record<string, number>>

/** Everything the editions of one table tell: published cells, totals, and that cells add up to totals. */
function told(tables: readonly EditionTable[]): readonly Sum[] {
  return tables.flatMap(({ total, cells }, edition) => {
    const name = (id: string) => `${edition}:${id}`
    const single = Object.entries(cells).flatMap(([id, count]) => (count === null ? [] : [{ [name(id)]: 1 }]))
    const all = Object.fromEntries(Object.keys(cells).map((id) => [name(id), 1]))
    return total === null ? single : [...single, all]
  })
}

/** Cells, totals and changes that must not be found out, and can. */
function leaks(tables: readonly EditionTable[], truth: readonly Counts[]): readonly string[] {
  const known = told(tables)
  const found: string[] = []
  for (const [edition, counts] of truth.entries()) {
    const ids = Object.keys(counts)
    const groups = [...ids.map((id) => [id]), ids]
    for (const group of groups) {
      const sum = (of: Counts) => group.reduce((all, id) => all + (of[id] ?? 0), 0)
      const at = (place: number, sign: 1 | -1): Sum => Object.fromEntries(group.map((id) => [`${place}:${id}`, sign]))
      if (isSmall(sum(counts)) && canBeWorkedOut(known, at(edition, 1))) found.push(`${group} of ${edition}`)
      for (const [before, earlier] of truth.slice(0, edition).entries()) {
        const isTold = canBeWorkedOut(known, { ...at(edition, 1), ...at(before, -1) })
        if (isSmall(sum(counts) - sum(earlier)) && isTold) found.push(`${group} from ${before} to ${edition}`)
      }
    }
  }
  return found
}

function published(truth: readonly Counts[]): readonly EditionTable[] {
  const tables: EditionTable[] = []
  for (const counts of truth) tables.push(suppress(counts, [...tables]))
  return tables
}

describe('all editions of a table together', () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 }))
  /** Later editions differ by little from the first: that is where the danger is. */
  const history = fc
    .tuple(
      fc.array(count, { minLength: 2, maxLength: 6 }),
      fc.array(fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 6, maxLength: 6 }), { maxLength: 4 }),
    )
    .map(([first, steps]) => {
      const truth = [first]
      for (const step of steps) {
        const last = truth.at(-1) ?? []
        truth.push(last.map((value, at) => Math.max(0, value + (step[at] ?? 0))))
      }
      return truth.map((values) => Object.fromEntries(values.map((value, at) => [`c${at}`, value])))
    })

  it('tell of no count and no change of 1 to 4', () => {
    fc.assert(
      fc.property(history, (truth) => {
        expect(leaks(published(truth), truth)).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  it('would tell without the rule: the test can fail', () => {
    const bare = ({ a, b }: { a: number; b: number }): EditionTable => ({ total: a + b, cells: { a: null, b } })
    expect(leaks([bare({ a: 2, b: 10 })], [{ a: 2, b: 10 }])).toEqual(['a of 0'])
    const open = (a: number, b: number): EditionTable => ({ total: a + b, cells: { a, b } })
    const truth = [
      { a: 10, b: 10 },
      { a: 11, b: 9 },
    ]
    expect(leaks([open(10, 10), open(11, 9)], truth)).toEqual(['a from 0 to 1', 'b from 0 to 1'])
  })
})

describe('an edition', () => {
  const framework = planFramework()
  const record = (grade: string, floor: ResultRecord['floor'], f: 'good' | 'inadequate'): ResultRecord => {
    const graded = (id: string) =>
      ({ state: 'graded', grade: id, goodOrBetter: id !== 'inadequate', by: 'agreement' }) as const
    return {
      subjectId: 's',
      cycleId: 'c1',
      result: graded(grade),
      sections: { F: graded(f) },
      floor,
      audits: 2,
      at: '2026-12-01T10:00:00.000Z',
    }
  }
  const state = (name: 'lapsed' | 'not-gradeable' | 'awaiting-audits'): ResultRecord => ({
    ...record('good', 'unknown', 'good'),
    result: { state: name },
    sections: {},
  })
  const awaitingPanel = (): ResultRecord => ({
    ...state('lapsed'),
    result: { state: 'awaiting-moderation', why: 'grades-differ' },
  })
  const make = (results: readonly (ResultRecord | null)[], earlier: readonly Edition[] = []): Edition =>
    makeEdition({
      cycleId: 'c1',
      number: earlier.length + 1,
      at: '2026-12-01T10:00:00.000Z',
      cycle: cycleOf(framework),
      framework,
      results,
      earlier,
    })
  const many = <T>(times: number, value: T): readonly T[] => Array.from({ length: times }, () => value)

  it('counts plans drawn, graded, by section and by minimum standard', () => {
    const results = [
      ...many(12, record('good', 'met', 'good')),
      ...many(8, record('inadequate', 'not-met', 'inadequate')),
      ...many(6, state('lapsed')),
    ]
    const { standing, grades, floor, sections } = make(results)
    expect(standing).toEqual({
      total: 26,
      cells: { graded: 20, 'awaiting-moderation': 0, 'not-gradeable': 0, lapsed: 6, 'awaiting-audits': 0 },
    })
    expect(grades).toEqual({
      total: 20,
      cells: { inadequate: 8, 'requires-improvement': 0, good: 12, outstanding: 0 },
    })
    expect(floor.cells).toMatchObject({ met: 12, 'not-met': 8 })
    expect(sections.F).toEqual({ total: 26, cells: { good: 12, 'not-good': 8, none: 6 } })
    expect(sections.B).toEqual({ total: 26, cells: { good: 0, 'not-good': 0, none: 26 } })
  })

  it('counts a plan without any result as still being audited', () => {
    expect(make([...many(20, record('good', 'met', 'good')), ...many(5, null)]).standing.cells).toMatchObject({
      graded: 20,
      'awaiting-audits': 5,
    })
  })

  it('shows nothing of a sample of four', () => {
    const { standing, grades, sections } = make(many(4, record('good', 'met', 'good')))
    expect([standing.total, grades.total, sections.F?.total]).toEqual([null, null, null])
  })

  it('shows no grades when how many are graded has changed by a few', () => {
    const first = make([...many(20, record('good', 'met', 'good')), ...many(10, state('awaiting-audits'))])
    const later = make([...many(22, record('good', 'met', 'good')), ...many(8, state('awaiting-audits'))], [first])
    expect(first.grades.total).toBe(20)
    expect(later.standing.cells.graded).toBeNull()
    expect([later.grades.total, later.floor.total]).toEqual([null, null])
    expect(later.standing.total).toBe(30)
  })

  it('shows no grades when how many are graded is left out so that another count cannot be subtracted', () => {
    const results = [
      ...many(6, record('good', 'met', 'good')),
      ...many(3, awaitingPanel()),
      ...many(7, state('not-gradeable')),
      ...many(8, state('lapsed')),
      ...many(9, state('awaiting-audits')),
    ]
    const { standing, grades, floor } = make(results)
    expect(standing).toEqual({
      total: 33,
      cells: { graded: null, 'awaiting-moderation': null, 'not-gradeable': 7, lapsed: 8, 'awaiting-audits': 9 },
    })
    expect([grades.total, floor.total]).toEqual([null, null])
    expect(editionLeaks([make(results)], [results])).toEqual([])
  })

  it('tells no small count or change through several tables at once', () => {
    const plan = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('inadequate', 'requires-improvement', 'good', 'outstanding') },
      { weight: 1, arbitrary: fc.constantFrom('lapsed', 'not-gradeable', 'awaiting-audits') },
    )
    const asRecord = (said: string, floor: boolean): ResultRecord =>
      said === 'lapsed' || said === 'not-gradeable' || said === 'awaiting-audits'
        ? state(said)
        : record(said, floor ? 'met' : 'not-met', floor ? 'good' : 'inadequate')
    const plans = fc.array(fc.tuple(plan, fc.boolean()), { minLength: 1, maxLength: 40 })
    const moves = fc.array(fc.array(fc.tuple(fc.nat(39), plan, fc.boolean()), { maxLength: 6 }), { maxLength: 3 })
    fc.assert(
      fc.property(plans, moves, (first, steps) => {
        const truth = [[...first]]
        for (const step of steps) {
          const next = [...(truth.at(-1) ?? [])]
          for (const [at, said, floor] of step) if (at < next.length) next[at] = [said, floor]
          truth.push(next)
        }
        const results = truth.map((plans) => plans.map(([said, floor]) => asRecord(said, floor)))
        const editions: Edition[] = []
        for (const one of results) editions.push(make(one, [...editions]))
        expect(editionLeaks(editions, results)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  /** All tables of all editions as one set of sums, with the totals they share. */
  function editionLeaks(
    editions: readonly Edition[],
    results: readonly (readonly ResultRecord[])[],
  ): readonly string[] {
    const TABLES = ['standing', 'grades', 'floor', 'F'] as const
    const tableOf = (edition: Edition, name: (typeof TABLES)[number]): EditionTable =>
      (name === 'F' ? edition.sections.F : edition[name]) ?? { total: null, cells: {} }
    const known: Sum[] = []
    const values = new Map<string, number>()
    for (const [place, edition] of editions.entries()) {
      for (const name of TABLES) {
        const { total, cells } = tableOf(edition, name)
        const id = (cell: string) => `${place}|${name}|${cell}`
        const ids = Object.keys(cells)
        for (const cell of ids) if (cells[cell] !== null) known.push({ [id(cell)]: 1 })
        const all = Object.fromEntries(ids.map((cell) => [id(cell), 1]))
        if (total !== null) known.push(all)
        // Everybody knows: the graded plans are those of the grades and of the minimum standard, and all plans those of a section.
        const graded = { [`${place}|standing|graded`]: -1 }
        if (name === 'grades' || name === 'floor') known.push({ ...all, ...graded })
        if (name === 'F') {
          const drawn = Object.keys(edition.standing.cells).map((cell) => [`${place}|standing|${cell}`, -1] as const)
          known.push({ ...all, ...Object.fromEntries(drawn) })
        }
        for (const cell of ids) values.set(id(cell), countOf(results[place] ?? [], name, cell))
      }
    }
    const small = [...values].filter(([, count]) => isSmall(count)).map(([id]) => id)
    const changes = [...values].flatMap(([id, count]) => {
      const [place = '', ...rest] = id.split('|')
      return editions.slice(0, Number(place)).flatMap((_, before) => {
        const other = [before, ...rest].join('|')
        return isSmall(count - (values.get(other) ?? 0)) ? [[id, other] as const] : []
      })
    })
    return [
      ...small.filter((id) => canBeWorkedOut(known, { [id]: 1 })),
      ...changes
        .filter(([id, other]) => canBeWorkedOut(known, { [id]: 1, [other]: -1 }))
        .map(([id, other]) => `${id} - ${other}`),
    ]
  }

  function countOf(results: readonly ResultRecord[], table: string, cell: string): number {
    const said = (one: ResultRecord): string => {
      if (table === 'standing') return one.result.state
      if (table === 'F') {
        const section = one.sections.F
        return section?.state === 'graded' ? (section.goodOrBetter ? 'good' : 'not-good') : 'none'
      }
      if (one.result.state !== 'graded') return ''
      return table === 'grades' ? one.result.grade : one.floor
    }
    return results.filter((one) => said(one) === cell).length
  }
})
