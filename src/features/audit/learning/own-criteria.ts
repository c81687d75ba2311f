/**
 * Which criteria of a section are shown when an auditor looks at those of the own agency first.
 *
 * Pure. It hides and never leaves out: what is asked of the auditor, and whether an audit is complete, stays as it is
 * (product.md, "Whole plan": everybody rates the same core).
 */
import type { Audit } from '../../../core/audit/audit'
import { leadsOn } from '../../../core/audit/criteria-for'
import type { Criterion, Framework } from '../../../core/framework/schema'
import type { WorkSection } from '../sections'

export interface OwnCriteria {
  readonly agency: string
  readonly shown: readonly Criterion[]
  readonly hidden: number
  /** Hidden ones that have no rating yet. */
  readonly hiddenUnrated: number
}

/**
 * @param wanted a criterion that a link leads to: it is shown whoever leads on it.
 * @returns `null` when the agency leads on all or none of what this audit asks, so that there is nothing to choose.
 */
export function ownCriteria(
  framework: Framework,
  sections: readonly WorkSection[],
  section: WorkSection,
  { agency, ratings }: Pick<Audit, 'agency' | 'ratings'>,
  wanted: unknown,
): OwnCriteria | null {
  const all = sections.flatMap(({ criteria }) => criteria)
  const isOwn = (criterion: Criterion) => leadsOn(framework, criterion, agency)
  const own = all.filter(isOwn)
  if (own.length === 0 || own.length === all.length) return null
  const shown = section.criteria.filter((criterion) => isOwn(criterion) || criterion.id === wanted)
  const hidden = section.criteria.filter((criterion) => !shown.includes(criterion))
  const hiddenUnrated = hidden.filter(({ id }) => !Object.hasOwn(ratings, id)).length
  return { agency, shown, hidden: hidden.length, hiddenUnrated }
}
