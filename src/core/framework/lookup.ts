/**
 * Finding one's way in a framework: its criteria in order, and the steps of its grade scale.
 *
 * Pure. The order is the file's own: sections as listed, criteria as listed within them.
 */
import type { Criterion, Framework } from './schema'

const criteriaOf = new WeakMap<Framework, readonly Criterion[]>()

/** All criteria to rate, in the framework's order. Timers are not among them. */
export function allCriteria(framework: Framework): readonly Criterion[] {
  const known = criteriaOf.get(framework)
  if (known) return known
  const criteria = framework.sections.flatMap((section) => section.criteria)
  criteriaOf.set(framework, criteria)
  return criteria
}

/** Criterion by id. */
export function criteriaById(framework: Framework): ReadonlyMap<string, Criterion> {
  return new Map(allCriteria(framework).map((criterion) => [criterion.id, criterion]))
}

/** The criteria whose weight decides the subject's grade: those of the core that have any. */
export function scoringCore(framework: Framework): readonly Criterion[] {
  return allCriteria(framework).filter((criterion) => criterion.core && criterion.weight > 0)
}

/** @returns 0 for the lowest grade of the scale, `-1` for a grade that is not on it. */
export function gradeStep(framework: Framework, grade: string): number {
  return framework.scale.findIndex((step) => step.id === grade)
}
