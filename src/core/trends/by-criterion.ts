/**
 * How often each criterion was met, partly met or not met: which ones pull the grades down.
 *
 * Pure. One plan, one count: what all auditors of the plan said of the criterion, or that they differ. "Cannot tell" and
 * "not applicable" are counted and never folded into "not met". Rule: product.md, "Criterion"; statistics.md, section 2.
 */
import type { Criterion, Framework, Rating } from '../framework/schema'
import type { HeadlineSubject } from './headline-figures'
import { isCounted, type Measure } from './measure'

export interface CriterionSubject extends HeadlineSubject {
  /** Ratings of each submitted audit, by criterion. */
  readonly ratings: readonly Readonly<Record<string, { readonly rating: Rating }>>[]
}

export interface CriterionRow {
  readonly criterion: string
  readonly section: string
  readonly met: number
  readonly partly: number
  readonly notMet: number
  /** Met, partly and not met. */
  readonly n: number
  readonly notApplicable: number
  readonly cannotTell: number
  /** Its auditors do not say the same. */
  readonly differs: number
  /** Share of what could be earned that was lost, 0 to 1; `null` when n is 0. */
  readonly lost: number | null
  /** Whether the criterion weighs in the grade; a diagnostic one is reported alone. */
  readonly isScored: boolean
}

/** `most-lost-first`: by weight lost per plan, criteria that do not score after those that do. */
export type CriterionOrder = 'framework' | 'most-lost-first'

type Said = Rating | 'differs'

function saidOf(subject: CriterionSubject, criterion: string): Said | null {
  const said = new Set(subject.ratings.flatMap((ratings) => ratings[criterion]?.rating ?? []))
  const [only] = said
  return said.size > 1 ? 'differs' : (only ?? null)
}

function rowOf(
  section: string,
  criterion: Criterion,
  said: readonly (Said | null)[],
  framework: Framework,
): CriterionRow {
  const { earned } = framework.grading
  const count = (what: Said) => said.filter((one) => one === what).length
  const [met, partly, notMet] = [count('met'), count('partly'), count('not-met')]
  const n = met + partly + notMet
  const kept = met * earned.met + partly * earned.partly + notMet * earned['not-met']
  return {
    criterion: criterion.id,
    section,
    met,
    partly,
    notMet,
    n,
    notApplicable: count('not-applicable'),
    cannotTell: count('cannot-tell'),
    differs: count('differs'),
    lost: n === 0 ? null : 1 - kept / n,
    isScored: criterion.weight > 0,
  }
}

/** @returns one row for each criterion that any counted plan was rated on. */
export function byCriterion(input: {
  readonly measure: Measure
  readonly subjects: readonly CriterionSubject[]
  readonly framework: Framework
  readonly order: CriterionOrder
}): readonly CriterionRow[] {
  const { measure, subjects, framework, order } = input
  const counted = subjects.filter((subject) => !subject.swappedOut && isCounted(measure, subject.facts))
  const rows = framework.sections.flatMap((section) =>
    section.criteria.flatMap((criterion) => {
      const said = counted.map((subject) => saidOf(subject, criterion.id))
      return said.every((one) => one === null)
        ? []
        : [{ row: rowOf(section.id, criterion, said, framework), weight: criterion.weight }]
    }),
  )
  if (order === 'framework') return rows.map(({ row }) => row)
  return rows
    .sort(
      (a, b) =>
        Number(b.row.isScored) - Number(a.row.isScored) ||
        (b.row.lost ?? -1) * (b.weight || 1) - (a.row.lost ?? -1) * (a.weight || 1) ||
        b.row.n - a.row.n,
    )
    .map(({ row }) => row)
}
