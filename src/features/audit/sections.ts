/**
 * The sections one auditor works through: those of the framework that hold criteria of the assignment which apply.
 *
 * Pure; the order is the framework's.
 */
import { assignedCriteria } from '../../core/audit/applies'
import type { AuditInput } from '../../core/audit/graded'
import type { Criterion, Framework } from '../../core/framework/schema'

export interface WorkSection {
  readonly id: string
  readonly title: string
  readonly guidance: string
  readonly criteria: readonly Criterion[]
  readonly rated: number
}

export function sectionsOf(framework: Framework, audit: AuditInput): readonly WorkSection[] {
  const asked = new Set(assignedCriteria(framework, audit).map(({ id }) => id))
  return framework.sections.flatMap(({ id, title, guidance, criteria: all }) => {
    const criteria = all.filter((criterion) => asked.has(criterion.id))
    const rated = criteria.filter((criterion) => Object.hasOwn(audit.ratings, criterion.id)).length
    return criteria.length === 0 ? [] : [{ id, title, guidance, criteria, rated }]
  })
}

/** Where an auditor goes on: the first section with something left to rate, else the first. */
export function firstToDo(sections: readonly WorkSection[]): WorkSection | undefined {
  return sections.find(({ rated, criteria }) => rated < criteria.length) ?? sections[0]
}

/** Section id by criterion id, for links to a criterion. */
export function sectionOf(framework: Framework, criterionId: string): string | undefined {
  return framework.sections.find(({ criteria }) => criteria.some(({ id }) => id === criterionId))?.id
}
