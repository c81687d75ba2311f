/**
 * Audits of one plan side by side: section by section and criterion by criterion, and where they differ.
 *
 * Pure. The same audits make the same comparison on every screen: columns are named by agency, never by person
 * (interface.md, "The panel room" and "Words"). The independent audits are compared; a later revision stands beside its first.
 */
import type { Audit } from '../../../core/audit/audit'
import type { Criterion, Framework, RatedCriterion } from '../../../core/framework/schema'
import type { Held } from '../../../store/read'

/** One audit as a column of the comparison. */
export interface Column {
  readonly audit: Held<Audit>
  /** The agency; numbered where an agency audited more than once. */
  readonly label: string
  /** What its author put in its place after release; the newest. */
  readonly revision: Held<Audit> | null
}

/** @param audits every released audit of the subject. */
export function columnsOf(audits: readonly Held<Audit>[], agencyOf: (agency: string) => string): readonly Column[] {
  const firsts = audits
    .filter(({ body }) => body.supersedes === undefined)
    .sort(
      (a, b) =>
        compare(a.body.agency, b.body.agency) || compare(a.body.submittedAt, b.body.submittedAt) || compare(a.id, b.id),
    )
  return firsts.map((audit) => {
    const ofAgency = firsts.filter(({ body }) => body.agency === audit.body.agency)
    const label = agencyOf(audit.body.agency)
    return {
      audit,
      label: ofAgency.length > 1 ? `${label} ${ofAgency.indexOf(audit) + 1}` : label,
      revision: newestRevision(audit, audits),
    }
  })
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}

function newestRevision(first: Held<Audit>, audits: readonly Held<Audit>[]): Held<Audit> | null {
  let newest = first
  for (;;) {
    const next = audits.find(({ body }) => body.supersedes === newest.id && body.state === 'submitted')
    if (!next) return newest === first ? null : newest
    newest = next
  }
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

export interface ComparedSection {
  readonly id: string
  readonly title: string
  /** In the order of the audits; `null`: no grade. */
  readonly grades: readonly (string | null)[]
  readonly gradesDiffer: boolean
  readonly differing: readonly ComparedCriterion[]
  readonly alike: readonly ComparedCriterion[]
}

/** Sections that some audit rated or graded. Auditors without a grade there do not make it differ. */
export function compareSections(framework: Framework, audits: readonly Held<Audit>[]): readonly ComparedSection[] {
  return framework.sections.flatMap(({ id, title, criteria }) => {
    const grades = audits.map(({ body }) => body.outcome?.sections[id] ?? null)
    const given = grades.filter((grade) => grade !== null)
    const compared = criteria.flatMap((criterion) => compareCriterion(criterion, audits))
    if (given.length === 0 && compared.length === 0) return []
    return [
      {
        id,
        title,
        grades,
        gradesDiffer: new Set(given).size > 1,
        differing: compared.filter(({ differs }) => differs),
        alike: compared.filter(({ differs }) => !differs),
      },
    ]
  })
}

function compareCriterion(criterion: Criterion, audits: readonly Held<Audit>[]): readonly ComparedCriterion[] {
  const voices = audits.map(({ id, body }) => ({
    auditId: id,
    rated: body.ratings[criterion.id] ?? null,
    note: body.notes[criterion.id] ?? '',
  }))
  const said = voices.flatMap(({ rated }) => (rated ? [rated.rating] : []))
  return said.length === 0 ? [] : [{ criterion, voices, differs: new Set(said).size > 1 }]
}
