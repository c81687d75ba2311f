/**
 * Grading one audit: section grades, the subject's grade and the minimum standard, each with its working.
 *
 * Pure: no clock, no randomness, no storage; the order of ratings never matters. Nothing of any one framework is known
 * here: sections, scale, weights, shares and caps are data. Rule: standards.md 3.1 and 3.2.
 */
import { allCriteria, criteriaById } from '../framework/lookup'
import type { Criterion, Framework } from '../framework/schema'
import { applies, assignedCriteria } from './applies'
import { notMetOfRole } from './caps'
import { missingCriteria } from './completeness'
import { gradeFloor } from './floor'
import type { AuditInput, Graded, Ratings } from './graded'
import { gradeSection } from './section-grade'
import { gradeSubject } from './subject-grade'

/**
 * @throws RangeError when a rating or the assignment names a criterion outside the framework: a caller's bug. What comes
 * from outside is read by audit-file.ts first, which answers such a fault as a value.
 */
export function gradeAudit(framework: Framework, input: AuditInput): Graded {
  refuseUnknown(framework, input)
  const facts = input.facts ?? {}
  const assigned = assignedCriteria(framework, input)
  const ids = new Set(assigned.map((criterion) => criterion.id))
  const applying = allCriteria(framework).filter((criterion) => applies(criterion, facts))
  const ratings = ratingsOf(assigned, input.ratings)
  const incidentCriteria = notMetOfRole(applying, input.ratings, 'incident')
  const missing = missingCriteria(framework, input)
  return {
    complete: missing.length === 0,
    missing,
    sections: Object.fromEntries(
      framework.sections.map((section) => [
        section.id,
        gradeSection(
          framework,
          section.criteria.filter((criterion) => ids.has(criterion.id)),
          ratings,
        ),
      ]),
    ),
    subject: gradeSubject(framework, {
      core: applying.filter((criterion) => criterion.core && criterion.weight > 0),
      ratings,
      isContribution: input.part?.type === 'sections',
      incident: input.incident === true || incidentCriteria.length > 0,
      incidentCriteria,
      override: input.override ?? undefined,
    }),
    floor: gradeFloor(framework, input.ratings, facts),
  }
}

function ratingsOf(criteria: readonly Criterion[], ratings: Ratings): Ratings {
  return Object.fromEntries(
    criteria.flatMap(({ id }) => {
      const rated = Object.hasOwn(ratings, id) ? ratings[id] : undefined
      return rated ? [[id, rated]] : []
    }),
  )
}

function refuseUnknown(framework: Framework, input: AuditInput): void {
  const known = criteriaById(framework)
  const stray = [...Object.keys(input.ratings), ...(input.criteria ?? [])].find((id) => !known.has(id))
  if (stray !== undefined) throw new RangeError(`criterion ${stray} is not in framework ${framework.id}`)
}
