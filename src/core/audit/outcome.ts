/**
 * What a submitted audit keeps of its grading.
 *
 * Pure. Rule: product.md, "Audit" ("a submitted audit never changes").
 */
import type { AuditOutcome } from './audit'
import type { Graded } from './graded'

export function outcomeOf({ subject, sections, floor }: Graded): AuditOutcome {
  const { grade, derived, share } = subject
  return {
    grade,
    derived,
    share,
    floor: floor.status,
    sections: Object.fromEntries(Object.entries(sections).map(([id, section]) => [id, section.grade])),
  }
}
