/**
 * One auditor of the fictional county at one plan: says there is no conflict, opens it, rates, writes notes, submits.
 *
 * Pure: times and judgements are arguments. Opening and submitting are the real ops; what is rated in between is put in
 * one go instead of criterion by criterion.
 */
import { assignedCriteria } from '../audit/applies'
import { Audit } from '../audit/audit'
import type { Criterion, Facts } from '../framework/schema'
import { alertRaise } from '../ops/alert-raise'
import { auditChange } from '../ops/allowed'
import { assignmentDeclare } from '../ops/assignment-declare'
import { auditOpen } from '../ops/audit-open'
import { auditSubmit } from '../ops/audit-submit'
import { auditKey } from '../ops/keys'
import type { Assignment, Subject } from '../sampling/cycle'
import type { Judged } from './judgement'
import { acting, type Making, type Person } from './making'
import { INCIDENT } from './words'

const FIRST_YEAR_POST_SIXTEEN = 12

/** What the auditor confirms on opening. */
export function factsOf({ facts }: Subject): Facts {
  const { version, yearGroup } = facts
  const status = version === 'amended' ? 'amended' : 'final'
  const year = yearGroup === null ? {} : { yearGroup, postSixteen: yearGroup >= FIRST_YEAR_POST_SIXTEEN }
  return { purpose: 'random', status, ...year }
}

/** What an assignment is about, as its auditor meets it. */
export function criteriaToRate(making: Making, subject: Subject, criteria: readonly string[]): readonly Criterion[] {
  return assignedCriteria(making.framework, { criteria, facts: factsOf(subject) })
}

export interface AuditToDo {
  readonly auditId: string
  readonly assignmentId: string
  readonly assignment: Assignment
  readonly auditor: Person
  readonly subject: Subject
  readonly judged: Judged
  readonly openedAt: string
  /** `null`: still a draft. */
  readonly submittedAt: string | null
  /** How much of it is rated: all of it when it is submitted. */
  readonly ratedShare: number
  /** Another child's data is found while rating. `null`: not. */
  readonly incidentId: string | null
}

export function doAudit(making: Making, work: AuditToDo): void {
  const { ledger, pinned } = making
  const { auditId, assignmentId, assignment, auditor, subject, openedAt, submittedAt } = work
  const { subjectId, cycleId } = assignment
  const opening = acting(auditor, openedAt)
  ledger.perform(assignmentDeclare, opening, { assignmentId, declared: 'none' })
  ledger.perform(auditOpen, opening, { auditId, assignmentId, subjectId, cycleId, facts: factsOf(subject) })
  const draft = Audit.parse(ledger.body(auditKey(auditId)))
  ledger.put([auditChange(auditId, { ...draft, ...ratedSoFar(work) })])
  if (work.incidentId !== null) {
    const alert = { type: 'incident', subjectId, cycleId, foundAt: openedAt, ...INCIDENT } as const
    ledger.perform(alertRaise, opening, { alertId: work.incidentId, auditId, alert })
  }
  if (submittedAt === null) return
  const { id, version } = pinned
  ledger.perform(auditSubmit, acting(auditor, submittedAt), {
    auditId,
    assignmentId,
    framework: { id, version },
    copiesDeleted: true,
  })
}

function ratedSoFar({ judged, ratedShare }: AuditToDo): Pick<Audit, 'ratings' | 'notes'> {
  const rated = Object.entries(judged.ratings)
  const kept = rated.slice(0, Math.ceil(rated.length * ratedShare))
  const notes = kept.flatMap(([id]) => {
    const note = judged.notes[id]
    return note === undefined ? [] : [[id, note] as const]
  })
  return { ratings: Object.fromEntries(kept), notes: Object.fromEntries(notes) }
}
