/** Audits of one plan side by side: criterion by criterion, and where they differ. Pure. */
import type { Audit } from '../../../core/audit/audit'
import type { Criterion, Framework, RatedCriterion } from '../../../core/framework/schema'
import type { Held } from '../../../store/read'

/** One audit as a column of the comparison. */
export interface Column {
  readonly audit: Held<Audit>
  /** The agency, with the auditor's name for those who may see it. */
  readonly label: string
}

/** What one audit says of a criterion; `null`: it was not asked, or the criterion did not apply. */
export interface Voice {
  readonly auditId: string
  readonly rated: RatedCriterion | null
  readonly note: string
}

export interface ComparedCriterion {
  readonly criterion: Criterion
  readonly voices: readonly Voice[]
  /** Two auditors who both rated it said different things. */
  readonly differs: boolean
}

export function compareCriteria(framework: Framework, audits: readonly Held<Audit>[]): readonly ComparedCriterion[] {
  return framework.sections.flatMap((section) =>
    section.criteria.flatMap((criterion) => {
      const voices = audits.map(({ id, body }) => ({
        auditId: id,
        rated: body.ratings[criterion.id] ?? null,
        note: body.notes[criterion.id] ?? '',
      }))
      const said = voices.flatMap(({ rated }) => (rated ? [rated.rating] : []))
      return said.length === 0 ? [] : [{ criterion, voices, differs: new Set(said).size > 1 }]
    }),
  )
}

export interface ComparedSection {
  readonly id: string
  readonly title: string
  /** In the order of the audits; `null`: no grade. */
  readonly grades: readonly (string | null)[]
  readonly differs: boolean
}

/** Sections of which at least one audit gave a grade. Auditors without one there do not make it differ. */
export function compareSections(framework: Framework, audits: readonly Held<Audit>[]): readonly ComparedSection[] {
  return framework.sections.flatMap(({ id, title }) => {
    const grades = audits.map(({ body }) => body.outcome?.sections[id] ?? null)
    const given = grades.filter((grade) => grade !== null)
    return given.length === 0 ? [] : [{ id, title, grades, differs: new Set(given).size > 1 }]
  })
}
