/**
 * A small framework with the grading rule of standards.md 3.1: the 18 core criteria, weight 22 (four key ones count double),
 * the incident check, one diagnostic and one criterion outside the core. Words are short; the figures are the rule's own.
 */
import type { Criterion, Framework, Rating } from '../../../src/core/framework/schema'

const KEY = ['B1', 'F1', 'F2', 'W1']
const LIMITING = ['A1', 'C1', 'D1', 'E2', 'F5', 'F6', 'F8', 'G1', 'H1a', 'W8', 'W9']
const FLOOR = ['A1', 'B1', 'C1', 'D1', 'F1', 'F2', 'F5', 'F6', 'G1', 'H1a', 'I1']
export const CORE = [...KEY, ...LIMITING, 'B2', 'E3', 'W4']

function criterion(id: string, more: Partial<Criterion> = {}): Criterion {
  const role = KEY.includes(id) ? 'key' : LIMITING.includes(id) ? 'limiting' : undefined
  return {
    id,
    statement: `Statement ${id}`,
    basis: { status: 'good-practice', citations: ['CoP 9.69'] },
    lead: 'sen',
    judgedFrom: ['plan'],
    looksLike: { met: 'Yes', partly: 'In part', notMet: 'No' },
    weight: role === 'key' ? 2 : 1,
    ...(role ? { role } : {}),
    core: CORE.includes(id),
    floor: FLOOR.includes(id),
    ...more,
  }
}

const section = (id: string, ...criteria: Criterion[]) => ({
  id,
  title: `Section ${id}`,
  guidance: 'Read it.',
  criteria,
})
const grade = (id: string, goodOrBetter: boolean) => ({ id, label: id, meaning: id, goodOrBetter })

export function planFramework(): Framework {
  return {
    id: 'plan-rule',
    version: '1.0.0',
    title: 'The rule of the standards',
    summary: 'For tests.',
    subject: 'plan',
    sources: [{ short: 'CoP', title: 'Code of practice' }],
    scale: [
      grade('inadequate', false),
      grade('requires-improvement', false),
      grade('good', true),
      grade('outstanding', true),
    ],
    agencies: [{ id: 'sen', label: 'SEN team' }],
    sections: [
      section('A', criterion('A1')),
      section('B', criterion('B1'), criterion('B2')),
      section('C', criterion('C1')),
      section('D', criterion('D1')),
      section(
        'E',
        criterion('E2'),
        criterion('E3'),
        criterion('E4', { weight: 0, role: 'diagnostic', family: 'thread' }),
      ),
      section('F', criterion('F1'), criterion('F2'), criterion('F5'), criterion('F6'), criterion('F8')),
      section('G', criterion('G1')),
      section('H1', criterion('H1a', { appliesWhen: [{ fact: 'postSixteen', is: false }] })),
      section('I', criterion('I1')),
      section(
        'W',
        criterion('W1', { family: 'thread' }),
        criterion('W3', { weight: 0, role: 'incident', core: true }),
        criterion('W4'),
        criterion('W8'),
        criterion('W9', { appliesWhen: [{ fact: 'yearGroup', atLeast: 9 }] }),
      ),
    ],
    timers: [],
    grading: {
      earned: { met: 1, partly: 0.5, 'not-met': 0 },
      subject: {
        bands: [
          { grade: 'outstanding', minShare: 0.9, maxKeyNotMet: 0, maxLimitingNotMet: 0, allKeyMet: true },
          { grade: 'good', minShare: 0.6, maxKeyNotMet: 0, maxLimitingNotMet: 2 },
          { grade: 'requires-improvement', minShare: 0.4, maxKeyNotMet: 1 },
          { grade: 'inadequate' },
        ],
        incidentGrade: 'inadequate',
        maxCannotTellShare: 0.2,
        override: { maxSteps: 1, notIntoWithKeyNotMet: 'good' },
      },
      section: {
        bands: [
          { grade: 'outstanding', minShare: 0.9 },
          { grade: 'good', minShare: 0.6 },
          { grade: 'requires-improvement', minShare: 0.4 },
          { grade: 'inadequate' },
        ],
      },
      floor: { label: 'Legal floor', notMetOn: ['not-met'], atRiskOn: ['partly', 'cannot-tell'] },
    },
    shortfall: {
      causes: [{ id: 'vague-advice', label: 'Vague advice' }],
      services: [{ id: 'salt', label: 'Speech and language therapy' }],
      fixes: [{ id: 'amendment-notice', label: 'Amendment notice now' }],
    },
    examples: [
      { title: 'All met', teaches: 'The top', otherwise: 'met', ratings: {}, expect: { grade: 'outstanding' } },
    ],
  }
}

/** Ratings by criterion, as an audit holds them. */
export function rated(ratings: Readonly<Record<string, Rating>>): Record<string, { rating: Rating }> {
  return Object.fromEntries(Object.entries(ratings).map(([id, rating]) => [id, { rating }]))
}

/** The whole core rated the same, then what differs. */
export function coreRated(
  rest: Rating,
  differs: Readonly<Record<string, Rating>> = {},
): Record<string, { rating: Rating }> {
  return rated({ ...Object.fromEntries(CORE.map((id) => [id, rest])), ...differs })
}
