/**
 * The result of a subject in a cycle: the panel's grade, else the grade all auditors agree on, else none yet.
 *
 * Pure. The same rule gives the result of a section. Rule: product.md, "Result" and "The headline, exactly".
 */
import type { Framework } from '../framework/schema'

/** The agency whose auditors alone cannot settle a grade: it wrote the plans. */
export const SEN_TEAM = 'sen-team'

/** What a framework says of its grades, as far as results need it. */
export interface GradeScale {
  readonly grades: readonly { readonly id: string; readonly goodOrBetter: boolean }[]
  readonly incidentGrade: string
}

export function gradeScaleOf(framework: Pick<Framework, 'scale' | 'grading'>): GradeScale {
  return { grades: framework.scale, incidentGrade: framework.grading.subject.incidentGrade }
}

/** One auditor's part: an audit that is asked for and not begun has no entry, but counts in `asked`. */
export interface AuditForResult {
  readonly auditId: string
  readonly agency: string
  /** `null`: submitted, but no grade could be given (evidence missing, nothing applicable). Ignored while not submitted. */
  readonly grade: string | null
  /** Another child's data was found. */
  readonly incident: boolean
  readonly submitted: boolean
}

export interface ResultInput {
  /** One entry per auditor. */
  readonly audits: readonly AuditForResult[]
  /** How many auditors are asked (returned and withdrawn assignments left out); left out: as many as have an entry. */
  readonly asked?: number | undefined
  /** The panel's grade. */
  readonly moderated?: { readonly grade: string } | null | undefined
  /** An incident was reported of this subject, whether or not the audit it was found in was ever submitted. */
  readonly incident?: boolean | undefined
  /** What a manager closed the subject with. */
  readonly outcome?: 'not-gradeable' | 'lapsed' | null | undefined
}

export type ModerationNeed = 'grades-differ' | 'some-without-grade' | 'sen-team-only'

export type SubjectResult =
  | {
      readonly state: 'graded'
      readonly grade: string
      readonly goodOrBetter: boolean
      readonly by: 'moderation' | 'agreement' | 'incident'
    }
  | { readonly state: 'awaiting-moderation'; readonly why: ModerationNeed }
  | { readonly state: 'awaiting-audits' }
  | { readonly state: 'not-gradeable' }
  | { readonly state: 'lapsed' }

function isGoodOrBetter(scale: GradeScale, id: string): boolean {
  const grade = scale.grades.find((step) => step.id === id)
  if (!grade) throw new RangeError(`grade ${id} is not on this framework's scale`)
  return grade.goodOrBetter
}

function agreedResult(submitted: readonly AuditForResult[], scale: GradeScale): SubjectResult {
  const grades = new Set(submitted.map((audit) => audit.grade))
  const [grade] = grades
  if (grades.size > 1)
    return { state: 'awaiting-moderation', why: grades.has(null) ? 'some-without-grade' : 'grades-differ' }
  if (grade === null || grade === undefined) return { state: 'not-gradeable' }
  if (submitted.every((audit) => audit.agency === SEN_TEAM))
    return { state: 'awaiting-moderation', why: 'sen-team-only' }
  return { state: 'graded', grade, goodOrBetter: isGoodOrBetter(scale, grade), by: 'agreement' }
}

/**
 * An incident counts at once and as found: not good, whatever the others or the panel say of the rest of the plan.
 * @throws RangeError when a grade is not on the scale: a caller's bug.
 */
export function resultOf(input: ResultInput, scale: GradeScale): SubjectResult {
  const { audits, moderated, outcome } = input
  const submitted = audits.filter((audit) => audit.submitted)
  if (input.incident || submitted.some((audit) => audit.incident)) {
    return { state: 'graded', grade: scale.incidentGrade, goodOrBetter: false, by: 'incident' }
  }
  if (moderated) {
    const { grade } = moderated
    return { state: 'graded', grade, goodOrBetter: isGoodOrBetter(scale, grade), by: 'moderation' }
  }
  if (outcome) return { state: outcome }
  const asked = Math.max(input.asked ?? 0, audits.length)
  if (submitted.length === 0 || submitted.length < asked) return { state: 'awaiting-audits' }
  return agreedResult(submitted, scale)
}
