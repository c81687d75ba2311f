/**
 * The result of one subject from its records: its assignments, the audits open to all, the panel's grade, what was reported.
 *
 * Pure. One place for the hub, which stores it, and for the screens, which show it before the hub has spoken. Once the
 * audits are open nobody is waited for: whoever comes later changes the result when they come. Rule: product.md, "Result".
 */
import type { Audit } from '../audit/audit'
import { foundIncident } from '../audit/incident'
import { latestAudits } from '../audit/revisions'
import type { Framework } from '../framework/schema'
import type { Moderation } from '../panel/records'
import type { Assignment, Subject } from '../sampling/cycle'
import { gradeScaleOf, resultOf, type SubjectResult } from './result'

export interface SubjectRecords {
  readonly subject: Pick<Subject, 'outcome'>
  /** All ever given. */
  readonly assignments: readonly Assignment[]
  /** Those open to all auditors; superseded ones among them. */
  readonly released: readonly { readonly id: string; readonly body: Audit }[]
  readonly moderation: Pick<Moderation, 'grade'> | null
  /** An incident was reported, whether or not in an audit. */
  readonly incident: boolean
}

/** Whether somebody was asked about given sections alone, which never makes a grade of the plan. */
export function isContribution({ part }: Pick<Assignment, 'part'>): boolean {
  return part?.type === 'sections'
}

/** @throws RangeError when a grade is not on the framework's scale: a caller's bug. */
export function subjectResult(records: SubjectRecords, framework: Framework): SubjectResult {
  const { subject, assignments, released, moderation, incident } = records
  const open = assignments.filter(({ state }) => state !== 'returned' && state !== 'withdrawn')
  const isFound = incident || released.some(({ body }) => foundIncident(framework, body))
  const audits = latestAudits(released)
    .filter(({ body }) => !isContribution(body))
    .map(({ id, body }) => ({
      auditId: id,
      agency: body.agency,
      grade: body.outcome?.grade ?? null,
      incident: false,
      submitted: body.state === 'submitted',
    }))
  return resultOf(
    {
      audits,
      asked: released.length > 0 ? 0 : open.filter((one) => !isContribution(one)).length,
      moderated: moderation,
      incident: isFound,
      outcome: subject.outcome?.type,
    },
    gradeScaleOf(framework),
  )
}
