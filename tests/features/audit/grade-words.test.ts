import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Audit } from '../../../src/core/audit/audit'
import { gradeAudit } from '../../../src/core/audit/grade'
import { allCriteria } from '../../../src/core/framework/lookup'
import { Framework, type RatedCriterion, type Rating } from '../../../src/core/framework/schema'
import { overrideChoices } from '../../../src/features/audit/grade/use-override'
import { factsAsked, factsOf } from '../../../src/features/audit/opening/plan-facts'
import { firstToDo, sectionsOf } from '../../../src/features/audit/sections'
import { roleWords } from '../../../src/features/audit/workspace/role-words'
import { floorLine, subjectLines } from '../../../src/text/grade-lines'
import { gradingRules } from '../../../src/text/grading-rules'
import { formatShare } from '../../../src/text/points'

const read = (path: string) => Framework.parse(JSON.parse(readFileSync(path, 'utf8')))
const plan = read('audit-frameworks/ehcp-plan/1.0.0.json')
const other = read('tests/fixtures/frameworks/individual-support-plan.json')
const core = allCriteria(plan)
  .filter((criterion) => criterion.core)
  .map(({ id }) => id)

/** An audit of the core: everything met but what is named. */
function coreAudit(not: Readonly<Record<string, Rating>>, more: Partial<Audit> = {}): Audit {
  const ratings: Record<string, RatedCriterion> = {}
  for (const id of core) ratings[id] = { rating: not[id] ?? 'met' }
  return {
    assignmentId: 'a',
    subjectId: 's',
    cycleId: 'c',
    author: 'm',
    agency: 'education',
    framework: { id: plan.id, version: plan.version, hash: '' },
    criteria: core,
    facts: { yearGroup: 9 },
    ratings,
    notes: {},
    override: null,
    incident: false,
    state: 'draft',
    openedAt: '2026-11-01T10:00:00Z',
    submittedAt: null,
    copiesDeleted: null,
    outcome: null,
    ...more,
  }
}
const linesOf = (audit: Audit) => subjectLines(plan, audit, gradeAudit(plan, audit))
const criterion = (framework: Framework, id: string) => {
  const found = allCriteria(framework).find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('the working in sentences', () => {
  it('says what was earned and what that alone would be', () => {
    // Core weight 22; A1 and B2 partly cost half a point each (standards.md 3.1).
    expect(linesOf(coreAudit({ A1: 'partly', B2: 'partly' }))).toEqual([
      '21 of 22 points, 95 %. On points alone: Outstanding.',
    ])
  })

  it('names the key criterion that holds the grade, and at what', () => {
    expect(linesOf(coreAudit({ F2: 'not-met' }))).toEqual([
      '20 of 22 points, 91 %. On points alone: Outstanding.',
      'Key criterion F2 is not met: this holds the grade at Requires improvement.',
    ])
  })

  it('tells a key criterion partly met from one not met', () => {
    expect(linesOf(coreAudit({ B1: 'partly' }))[1]).toBe(
      'Key criterion B1 is not met in full: this holds the grade at Good.',
    )
  })

  it('counts what cannot be told, and gives no grade beyond a fifth of the weight', () => {
    expect(linesOf(coreAudit({ B2: 'cannot-tell', E3: 'cannot-tell' }))).toContain(
      'Left out as “cannot tell”: 2 points, counted and reported apart.',
    )
    // B1, F1 and C1 are 5 of 22 points: 23 %.
    expect(linesOf(coreAudit({ B1: 'cannot-tell', F1: 'cannot-tell', C1: 'cannot-tell' }))).toEqual([
      'Too much cannot be told (B1, C1 and F1): no grade, because more than 20 % of the weight rests on it.',
    ])
  })

  it('says when a change no longer stands, and why', () => {
    const audit = coreAudit({ B1: 'not-met' }, { override: { grade: 'good', reason: 'It reads well.' } })
    expect(linesOf(audit).at(-1)).toBe(
      'Your change to Good no longer stands. A plan with a key criterion not met cannot be raised to good.',
    )
  })

  it('never rounds a share up to a limit it misses', () => {
    expect(formatShare(plan, 0.5955)).toBe('59.6 %')
    expect(formatShare(plan, 0.6)).toBe('60 %')
    expect(formatShare(plan, 0.704)).toBe('70 %')
  })
})

describe('the legal floor in a sentence', () => {
  it('says which of its criteria are not among those asked', () => {
    const audit = coreAudit({})
    const line = floorLine(gradeAudit(plan, audit), new Set(core))
    expect(line).toBe('Not known from this audit: E1, F10, I1 and W2 are not among your criteria.')
  })

  it('names what fails it', () => {
    expect(floorLine(gradeAudit(plan, coreAudit({ C1: 'not-met' })), new Set(core))).toBe('Not met: C1.')
  })
})

describe('what a role means', () => {
  it('follows from the bands of the framework', () => {
    expect(roleWords(plan, criterion(plan, 'B1'))).toBe(
      'Key criterion: counts double. If it is not met, no better than Requires improvement.',
    )
    expect(roleWords(plan, criterion(plan, 'A1'))).toBe(
      'Limiting criterion: if it is not met, no better than Good; lower still when more than 2 are not met.',
    )
    expect(roleWords(plan, criterion(plan, 'B2'))).toBeNull()
  })

  it('is right for quite other standards', () => {
    expect(roleWords(other, criterion(other, 'B1'))).toBe(
      'Key criterion: counts 3 times. If it is not met, no better than Weak.',
    )
    expect(roleWords(other, criterion(other, 'V1'))).toBe(
      'Limiting criterion: if it is not met, no better than Sound; lower still when more than 1 is not met.',
    )
    expect(gradingRules(other)[2]).toBe(
      'Sound: 60 % of the points or more, no key criterion not met and no more than 1 limiting criterion not met.',
    )
  })
})

describe('which grades may be chosen', () => {
  it('one step either way', () => {
    const audit = coreAudit({ A1: 'not-met' })
    expect(overrideChoices(plan, audit, gradeAudit(plan, audit))).toEqual({
      offered: ['requires-improvement', 'outstanding'],
      refused: [],
    })
  })

  it('none after an incident', () => {
    const audit = coreAudit({}, { incident: true })
    expect(overrideChoices(plan, audit, gradeAudit(plan, audit))).toEqual({
      offered: [],
      refused: [{ grade: null, why: 'incident' }],
    })
  })
})

describe('what is known of the plan', () => {
  const subject = {
    cycleId: 'c',
    kind: 'plan' as const,
    code: 'K',
    facts: {
      keyStage: 'P16',
      need: 'ASD',
      version: 'amended',
      setting: 'FE',
      team: null,
      yearGroup: 12,
      finalisedOn: null,
    },
    stratum: {},
    double: false,
    swapped: null,
    outcome: null,
  }
  const cycle = { purpose: 'random' } as Parameters<typeof factsOf>[1]

  it('starts from the register: year, post-16 and version', () => {
    expect(factsOf(subject, cycle)).toEqual({
      purpose: 'random',
      status: 'amended',
      yearGroup: 12,
      postSixteen: true,
    })
    const unknown = { ...subject, facts: { ...subject.facts, version: 'new', yearGroup: null } }
    expect(factsOf(unknown, cycle)).toEqual({ purpose: 'random', status: 'final' })
  })

  it('is asked only where it decides a criterion of the assignment', () => {
    expect([...factsAsked(plan, core)]).toEqual(['yearGroup'])
    expect(factsAsked(plan, ['I1', 'W10'])).toEqual(new Set(['status', 'otherwiseThanSchool', 'yearGroup']))
    expect(factsAsked(plan, ['A1'])).toEqual(new Set())
  })
})

describe('sections of an assignment', () => {
  it('are those with a criterion that applies; one goes on where something is left to rate', () => {
    const audit = { criteria: core, ratings: { A1: { rating: 'met' as const } }, facts: { yearGroup: 4 } }
    const sections = sectionsOf(plan, audit)
    expect(sections.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'W'])
    // W9 does not apply before Year 9.
    expect(sections.at(-1)?.criteria.map(({ id }) => id)).toEqual(['W1', 'W4', 'W8'])
    expect(firstToDo(sections)?.id).toBe('B')
  })
})
