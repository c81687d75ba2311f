/**
 * Everything that is stored of one subject, sorted by kind and under its schema: what release, comparison and result need.
 *
 * Pure. No effects.
 */
import { Audit } from '../audit/audit'
import { Alert, Moderation } from '../panel/records'
import { Assignment, Subject } from '../sampling/cycle'
import { comparisonKey, moderationKey, resultKey } from './keys'
import { bodyOf, idOf, type Key, kindOf, type Row, type Scope } from './op'

export interface HeldAssignment {
  readonly id: string
  readonly body: Assignment
}

export interface HeldAudit {
  readonly id: string
  readonly key: Key
  readonly scope: Scope
  readonly body: Audit
}

export interface SubjectRows {
  readonly id: string
  readonly subject: Subject
  readonly assignments: readonly HeldAssignment[]
  readonly audits: readonly HeldAudit[]
  readonly moderation: Moderation | null
  /** An incident was reported. */
  readonly incident: boolean
  /** As they were written last. */
  readonly comparison: unknown
  readonly result: unknown
}

/** @param related every row that refers to the subject; others are passed over. */
export function subjectRows(row: Row, related: readonly Row[]): SubjectRows {
  const id = idOf(row.key)
  const own = related.filter(({ refs }) => refs.includes(row.key))
  const of = (kind: string) => own.filter(({ key }) => kindOf(key) === kind)
  const bodyAt = (key: Key) => own.find((one) => one.key === key)?.body
  const moderation = own.find(({ key }) => key === moderationKey(id))
  return {
    id,
    subject: bodyOf(Subject, row),
    assignments: of('assignment').map((one) => ({ id: idOf(one.key), body: bodyOf(Assignment, one) })),
    audits: of('audit').map((one) => ({ id: idOf(one.key), key: one.key, scope: one.scope, body: bodyOf(Audit, one) })),
    moderation: moderation ? bodyOf(Moderation, moderation) : null,
    incident: of('alert').some((one) => bodyOf(Alert, one).type === 'incident'),
    comparison: bodyAt(comparisonKey(id)),
    result: bodyAt(resultKey(id)),
  }
}
