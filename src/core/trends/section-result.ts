/**
 * The result of each section of a plan, by the same rule as the plan's.
 *
 * Pure. An auditor who had nothing to rate in a section, or for whom nothing in it applied, has no say in it. An incident
 * is the plan's and grades no section. Rule: product.md, "Result" ("Section results by the same rule").
 */
import type { Audit } from '../audit/audit'
import type { Framework } from '../framework/schema'
import { gradeScaleOf, resultOf, type SubjectResult } from './result'

/** `not-applicable`: nobody asked had anything to rate in it that applies to this plan. */
export type SectionResult = SubjectResult | { readonly state: 'not-applicable' }

/** Section id to result. */
export type SectionResults = Readonly<Record<string, SectionResult>>

/** What one submitted audit says of its sections: a grade, or `null` where the evidence was missing; no entry, no say. */
function gradesBySection(
  audit: Pick<Audit, 'outcome' | 'ratings'>,
  framework: Framework,
): ReadonlyMap<string, string | null> {
  const grades = new Map<string, string | null>()
  for (const section of framework.sections) {
    const grade = audit.outcome?.sections[section.id] ?? null
    const isEvidenceMissing = section.criteria.some(({ id }) => audit.ratings[id]?.rating === 'cannot-tell')
    if (grade !== null || isEvidenceMissing) grades.set(section.id, grade)
  }
  return grades
}

export interface SectionResultsInput {
  /** The submitted audits. */
  readonly audits: readonly Pick<Audit, 'agency' | 'outcome' | 'ratings'>[]
  /** How many auditors are asked; until all have submitted no section has a result. */
  readonly asked: number
  /** The panel's grade by section, where it set one. */
  readonly moderated?: Readonly<Record<string, string>> | undefined
  readonly outcome?: 'not-gradeable' | 'lapsed' | null | undefined
}

export function sectionResults(input: SectionResultsInput, framework: Framework): SectionResults {
  const scale = gradeScaleOf(framework)
  const said = input.audits.map((audit) => ({ agency: audit.agency, grades: gradesBySection(audit, framework) }))
  const isComplete = input.audits.length > 0 && input.audits.length >= input.asked
  const resultFor = (section: string): SectionResult => {
    const grade = input.moderated?.[section]
    const audits = said.flatMap(({ agency, grades }, index) => {
      const own = grades.get(section)
      return own === undefined ? [] : [{ auditId: String(index), agency, grade: own, incident: false, submitted: true }]
    })
    if (isComplete && audits.length === 0 && grade === undefined && !input.outcome) return { state: 'not-applicable' }
    const asked = isComplete ? audits.length : Math.max(input.asked, audits.length + 1)
    const moderated = grade === undefined ? null : { grade }
    return resultOf({ audits, asked, moderated, outcome: input.outcome }, scale)
  }
  return Object.fromEntries(framework.sections.map(({ id }) => [id, resultFor(id)]))
}
