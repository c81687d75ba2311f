/**
 * What follows from a change and must not be decided by a device that should not see the other half: today, the release
 * of a subject's audits once its last blind auditor has submitted.
 *
 * Pure. Run by the hub; a device that works alone is its own hub and runs it too. Rule: sync.md, "Release"; product.md, "Blind".
 */
import { Audit } from '../audit/audit'
import { Assignment } from '../sampling/cycle'
import { auditChange, subjectKey } from './allowed'
import { bodyOf, type Change, idOf, type Key, kindOf, type Row } from './op'

/** The subjects whose rows `consequences` needs to see after these changes. */
export function asks(changes: readonly Change[]): readonly Key[] {
  const assignments = changes.filter((change) => kindOf(change.key) === 'assignment')
  return [...new Set(assignments.map((change) => subjectKey(Assignment.parse(change.body).subjectId)))]
}

/**
 * @param rowsOfSubject every assignment and audit of one subject, as they stand after the changes.
 * @returns the audits moved from their authors to all auditors, or nothing while a blind auditor is still at work.
 */
export function consequences(rowsOfSubject: readonly Row[]): readonly Change[] {
  const assignments = rowsOfSubject
    .filter((row) => kindOf(row.key) === 'assignment')
    .map((row) => bodyOf(Assignment, row))
  const asked = assignments.filter(({ state, blind }) => blind && state !== 'returned' && state !== 'withdrawn')
  if (asked.length === 0 || asked.some(({ state }) => state !== 'submitted')) return []
  const held = rowsOfSubject.filter((row) => kindOf(row.key) === 'audit' && row.scope !== 'auditors')
  return held
    .map((row) => ({ id: idOf(row.key), audit: bodyOf(Audit, row) }))
    .filter(({ audit }) => audit.state === 'submitted')
    .map(({ id, audit }) => auditChange(id, audit, 'auditors'))
}
