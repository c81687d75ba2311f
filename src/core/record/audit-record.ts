/**
 * The record of one audit: everything a family or a tribunal could read of it, gathered from the audit, its standards and
 * its cycle, with ids turned into the framework's own words.
 *
 * Pure; grades are worked out here again from the ratings, and the grade as submitted stands beside them.
 * Rule: standards.md 3.6; product.md, "Audit" (a submitted audit never changes).
 */
import { assignedCriteria } from '../audit/applies'
import type { Audit } from '../audit/audit'
import { gradeAudit } from '../audit/grade'
import type { Graded, SectionGrade } from '../audit/graded'
import { criteriaById } from '../framework/lookup'
import type { Criterion, Framework } from '../framework/schema'
import type { Cycle, Subject } from '../sampling/cycle'
import { type CriterionRecord, criterionRecord } from './criterion-record'

export interface AuditRecordInput {
  /** The version the audit was rated with, as held on this device. */
  readonly framework: Framework
  /** Fingerprint of `framework` as held here. */
  readonly contentHash: string
  readonly audit: Audit
  readonly subject: Subject
  readonly cycle: Cycle
  /** Name of the local area. */
  readonly area: string
  readonly author: RecordAuthor
  /** Nothing of this area is real. */
  readonly isFictional: boolean
  /** When the record is made, ISO 8601. */
  readonly at: string
}

/** Who audited: always for whom, by name only where asked. */
export interface RecordAuthor {
  readonly agency: string
  readonly name: string | null
}

export interface SectionRecord {
  readonly id: string
  readonly title: string
  /** Those asked for that apply, in the framework's order. */
  readonly criteria: readonly CriterionRecord[]
  readonly rated: number
  readonly graded: SectionGrade
  readonly grade: GradeWord | null
}

/** A grade as people read it, with its place on the scale from 0. */
export interface GradeWord {
  readonly id: string
  readonly label: string
  readonly meaning: string
  readonly level: number
}

export interface AuditRecord {
  readonly code: string
  readonly at: string
  readonly area: string
  readonly author: RecordAuthor
  readonly isFictional: boolean
  readonly cycle: Pick<Cycle, 'name' | 'purpose' | 'dueOn'>
  readonly subject: Pick<Subject, 'kind' | 'facts'>
  /** What the auditor said of the plan, which decides the criteria that apply. */
  readonly facts: Audit['facts']
  readonly state: Audit['state']
  readonly openedAt: string
  readonly submittedAt: string | null
  readonly copiesDeleted: boolean | null
  readonly standards: {
    readonly framework: Framework
    /** The fingerprint the audit pins. */
    readonly hash: string
    /** The fingerprint of what this device holds when it is another; `null` when they are the same. */
    readonly heldHash: string | null
  }
  readonly sections: readonly SectionRecord[]
  readonly asked: number
  readonly rated: number
  /** Asked for, rated or written about, but not part of the grade because it does not apply to this plan. */
  readonly leftOut: readonly CriterionRecord[]
  /** The core was not asked for as a whole: section grades, no grade of the plan. */
  readonly isContribution: boolean
  readonly graded: Graded
  /** The grade that counts: as submitted, else as worked out so far. */
  readonly grade: GradeWord | null
  /** The grade worked out today where it is not the one submitted; `undefined` when they agree. */
  readonly workedOutNow: GradeWord | null | undefined
  readonly incident: boolean
  /** `null`: not told yet, because the audits of the plan are not open. */
  readonly blind: boolean | null
  /** Why the author revised their audit; `null`: it is the first. */
  readonly revisedBecause: string | null
  readonly ratings: Audit['ratings']
  readonly override: Audit['override']
  /** How many grades the scale has. */
  readonly steps: number
}

/** @throws RangeError when the audit rates a criterion outside the framework: a caller's bug. */
export function auditRecord(input: AuditRecordInput): AuditRecord {
  const { framework, audit, subject, cycle } = input
  const graded = gradeAudit(framework, audit)
  const asked = assignedCriteria(framework, audit)
  const sections = sectionRecords(framework, audit, asked, graded)
  const word = gradeWordOf(framework)
  const now = graded.subject.grade
  const given = audit.outcome ? audit.outcome.grade : now
  const { name, purpose, dueOn } = cycle
  return {
    code: subject.code,
    at: input.at,
    area: input.area,
    author: input.author,
    isFictional: input.isFictional,
    cycle: { name, purpose, dueOn },
    subject: { kind: subject.kind, facts: subject.facts },
    facts: audit.facts,
    state: audit.state,
    openedAt: audit.openedAt,
    submittedAt: audit.submittedAt,
    copiesDeleted: audit.copiesDeleted,
    standards: {
      framework,
      hash: audit.framework.hash,
      heldHash: audit.framework.hash === input.contentHash ? null : input.contentHash,
    },
    sections,
    asked: asked.length,
    rated: sections.reduce((sum, { rated }) => sum + rated, 0),
    leftOut: leftOut(framework, audit, asked),
    isContribution: graded.subject.working.rows.some(({ criterion }) => !audit.criteria.includes(criterion)),
    graded,
    grade: word(given),
    workedOutNow: given === now ? undefined : word(now),
    incident: audit.incident || graded.subject.reasons.some(({ type }) => type === 'incident'),
    blind: audit.blind ?? null,
    revisedBecause: audit.supersedes === undefined ? null : (audit.reason ?? ''),
    ratings: audit.ratings,
    override: audit.override,
    steps: framework.scale.length,
  }
}

function sectionRecords(
  framework: Framework,
  audit: Audit,
  asked: readonly Criterion[],
  graded: Graded,
): readonly SectionRecord[] {
  const word = gradeWordOf(framework)
  const ids = new Set(asked.map(({ id }) => id))
  return framework.sections.flatMap(({ id, title, criteria }): readonly SectionRecord[] => {
    const section = graded.sections[id]
    const records = criteria
      .filter((criterion) => ids.has(criterion.id))
      .map((one) => criterionRecord(framework, audit, one))
    if (!section || records.length === 0) return []
    const rated = records.filter(({ rating }) => rating !== null).length
    return [{ id, title, criteria: records, rated, graded: section, grade: word(section.grade) }]
  })
}

function leftOut(framework: Framework, audit: Audit, asked: readonly Criterion[]): readonly CriterionRecord[] {
  const shown = new Set(asked.map(({ id }) => id))
  const touched = new Set([...audit.criteria, ...Object.keys(audit.ratings), ...Object.keys(audit.notes)])
  return [...criteriaById(framework).values()]
    .filter(({ id }) => touched.has(id) && !shown.has(id))
    .map((criterion) => criterionRecord(framework, audit, criterion))
}

function gradeWordOf({ scale }: Framework): (grade: string | null) => GradeWord | null {
  return (grade) => {
    const level = scale.findIndex(({ id }) => id === grade)
    const step = scale[level]
    if (step) return { id: step.id, label: step.label, meaning: step.meaning, level }
    // A grade that is no longer on the scale is shown as it was given.
    return grade === null ? null : { id: grade, label: grade, meaning: '', level: 0 }
  }
}
