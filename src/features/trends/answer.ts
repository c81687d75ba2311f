/**
 * Everything the results page says of the plans that are asked for; sections and criteria, the longest work, on their own.
 *
 * Pure, one pass over the plans for each figure. Figures are those of core/trends; this file chooses and counts.
 */
import type { Framework } from '../../core/framework/schema'
import { byCriterion, type CriterionRow } from '../../core/trends/by-criterion'
import { byMonth, type MonthFigures } from '../../core/trends/by-month'
import { bySection, type SectionRow } from '../../core/trends/by-section'
import { type Headline, headline } from '../../core/trends/headline'
import { isCounted, type Measure } from '../../core/trends/measure'
import type { FloorResult, ResultRow } from '../../store/results-rows'
import { isAsked, type Question } from './question'

export const FLOORS = ['met', 'at-risk', 'not-met', 'differs', 'unknown'] as const satisfies readonly FloorResult[]

export interface FrameworkUse {
  readonly framework: Framework
  readonly plans: number
}

export interface GradeByFloor {
  readonly grade: string
  readonly label: string
  readonly floors: Readonly<Record<FloorResult, number>>
}

export interface Answer {
  readonly question: Question
  readonly headline: Headline
  readonly months: readonly MonthFigures[]
  /** The versions in use, the one with most plans first; sections and criteria are those of the chosen one. */
  readonly frameworks: readonly FrameworkUse[]
  readonly framework: Framework | null
  /** Of the plans with a result. */
  readonly floor: Readonly<Record<FloorResult, number>>
  readonly gradeByFloor: readonly GradeByFloor[]
  /** Plans that count, those swapped out apart. */
  readonly plans: readonly ResultRow[]
  readonly swappedOut: readonly ResultRow[]
  /** Left out because an auditor saw that the document was not what the register calls it, a draft for example. */
  readonly otherStatus: number
}

/** @param standards `id@version` of the standards whose sections are shown; left out, those most plans were audited with. */
export function answerOf(question: Question, rows: readonly ResultRow[], standards: string | null): Answer {
  const { measure, period } = question
  const matching = rows.filter((row) => isAsked(question, row))
  const asked = matching.filter((row) => isCounted(measure, row.facts))
  const plans = asked.filter((row) => !row.swappedOut)
  const frameworks = frameworksOf(plans)
  const framework = (frameworks.find((use) => nameOf(use.framework) === standards) ?? frameworks[0])?.framework ?? null
  const graded = plans.filter(({ result }) => result.state === 'graded')
  return {
    question,
    headline: headline(measure, asked),
    months: period ? byMonth(measure, asked, period) : [],
    frameworks,
    framework,
    floor: floorsOf(graded),
    gradeByFloor: framework ? gradesByFloor(framework, graded) : [],
    plans,
    swappedOut: asked.filter((row) => row.swappedOut),
    otherStatus: matching.filter(({ facts }) => isCounted(anyStatus(measure), facts)).length - asked.length,
  }
}

function anyStatus(measure: Measure): Measure {
  const { status: _status, ...counts } = measure.counts
  return { ...measure, counts }
}

/** Share good or better by section, weakest first, of the plans audited with the chosen standards. */
export function sectionsOf({ framework, question, plans }: Answer): readonly SectionRow[] {
  if (!framework) return []
  const subjects = auditedWith(framework, plans)
  return bySection({ measure: question.measure, subjects, sections: framework.sections, order: 'weakest-first' })
}

/** The chosen standards, those that lose most first. */
export function criteriaOf({ framework, question, plans }: Answer): readonly CriterionRow[] {
  if (!framework) return []
  const subjects = auditedWith(framework, plans)
  return byCriterion({ measure: question.measure, subjects, framework, order: 'most-lost-first' })
}

function auditedWith(framework: Framework, plans: readonly ResultRow[]): readonly ResultRow[] {
  return plans.filter((row) => nameOf(row.framework) === nameOf(framework))
}

export function nameOf({ id, version }: Framework): string {
  return `${id}@${version}`
}

function frameworksOf(plans: readonly ResultRow[]): readonly FrameworkUse[] {
  const uses = new Map<string, { framework: Framework; plans: number }>()
  for (const { framework } of plans) {
    const use = uses.get(nameOf(framework))
    if (use) use.plans += 1
    else uses.set(nameOf(framework), { framework, plans: 1 })
  }
  return [...uses.values()].sort((a, b) => b.plans - a.plans)
}

function floorsOf(graded: readonly ResultRow[]): Readonly<Record<FloorResult, number>> {
  const count = (floor: FloorResult) => graded.filter((row) => row.floor === floor).length
  return {
    met: count('met'),
    'at-risk': count('at-risk'),
    'not-met': count('not-met'),
    differs: count('differs'),
    unknown: count('unknown'),
  }
}

/** Highest grade first; a grade of another version's scale comes last under its own name. */
function gradesByFloor({ scale }: Framework, graded: readonly ResultRow[]): readonly GradeByFloor[] {
  const labels = new Map<string, string>()
  for (const { id, label } of [...scale].reverse()) labels.set(id, label)
  for (const { framework } of graded)
    for (const { id, label } of framework.scale) if (!labels.has(id)) labels.set(id, label)
  return [...labels].map(([grade, label]) => ({
    grade,
    label,
    floors: floorsOf(graded.filter(({ result }) => result.state === 'graded' && result.grade === grade)),
  }))
}
