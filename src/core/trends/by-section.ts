/**
 * Share good or better by section of the plan: which sections pull down.
 *
 * Pure. Counts the same plans as the headline; each section over the plans in which it has a result.
 * Rule: product.md, "Result"; interface.md, "Trends"; minimum numbers: statistics.md, section 5.
 */
import type { HeadlineSubject } from './headline-figures'
import { isCounted, type Measure } from './measure'
import type { SectionResult, SectionResults } from './section-result'
import { type ShownShare, showShare } from './share-shown'

export interface SectionSubject extends HeadlineSubject {
  readonly sections: SectionResults
}

export interface SectionRow extends ShownShare {
  readonly section: string
  readonly title: string
  readonly awaitingModeration: number
  /** Evidence missing: nobody could grade it. */
  readonly notGradeable: number
  /** Nothing in the section applies to the plan, or nobody was asked about it. */
  readonly notApplicable: number
  /** Still being audited, or lapsed. */
  readonly withoutAudits: number
}

/** `weakest-first`: lowest share first; sections with too few plans for a share come last. */
export type RowOrder = 'framework' | 'weakest-first'

function rowOf(
  section: { readonly id: string; readonly title: string },
  results: readonly SectionResult[],
): SectionRow {
  const count = (...states: readonly SectionResult['state'][]) =>
    results.filter((result) => states.includes(result.state)).length
  const good = results.filter((result) => result.state === 'graded' && result.goodOrBetter).length
  return {
    section: section.id,
    title: section.title,
    ...showShare(good, count('graded')),
    awaitingModeration: count('awaiting-moderation'),
    notGradeable: count('not-gradeable'),
    notApplicable: count('not-applicable'),
    withoutAudits: count('awaiting-audits', 'lapsed'),
  }
}

/** @param sections in the framework's order; a section a plan has no entry for counts as not applicable. */
export function bySection(input: {
  readonly measure: Measure
  readonly subjects: readonly SectionSubject[]
  readonly sections: readonly { readonly id: string; readonly title: string }[]
  readonly order: RowOrder
}): readonly SectionRow[] {
  const { measure, subjects, sections, order } = input
  const counted = subjects.filter((subject) => !subject.swappedOut && isCounted(measure, subject.facts))
  const rows = sections.map((section) =>
    rowOf(
      section,
      counted.map((subject) => subject.sections[section.id] ?? { state: 'not-applicable' }),
    ),
  )
  if (order === 'framework') return rows
  // Sorting keeps the framework's order among equals.
  return rows.sort((a, b) => (a.share ?? 2) - (b.share ?? 2) || b.n - a.n)
}
