/**
 * What follows from a change and must not be decided by a device that should not see the other half: today, the release
 * of a subject's audits once its last blind auditor has submitted.
 *
 * Pure. Run by the hub; a device that works alone is its own hub and runs it too. Rule: sync.md, "Release"; product.md, "Blind".
 */
import { Audit } from '../audit/audit'
import { Assignment, Subject } from '../sampling/cycle'
import { auditChange } from './allowed'
import { subjectKey } from './keys'
import { bodyOf, type Change, idOf, type Key, kindOf, type Row } from './op'

/** The subjects whose rows `consequences` needs to see after these changes. */
export function asks(changes: readonly Change[]): readonly Key[] {
  const subjects = changes.flatMap(({ key, body }): readonly Key[] => {
    if (kindOf(key) === 'assignment') return [subjectKey(Assignment.parse(body).subjectId)]
    return kindOf(key) === 'subject' ? [key] : []
  })
  return [...new Set(subjects)]
}

/**
 * A plan that is to be graded twice waits for its second blind auditor, asked already or not: the first grade alone would
 * make the second no longer blind.
 *
 * @param rowsOfSubject the subject with every assignment and audit of it, as they stand after the changes.
 * @returns the audits moved from their authors to all auditors, or nothing while a blind auditor is still awaited.
 */
export function consequences(rowsOfSubject: readonly Row[]): readonly Change[] {
  const subject = rowsOfSubject.find((row) => kindOf(row.key) === 'subject')
  const wanted = subject && bodyOf(Subject, subject).double ? 2 : 1
  const assignments = rowsOfSubject
    .filter((row) => kindOf(row.key) === 'assignment')
    .map((row) => bodyOf(Assignment, row))
  const asked = assignments.filter(({ state, blind }) => blind && state !== 'returned' && state !== 'withdrawn')
  if (asked.length < wanted || asked.some(({ state }) => state !== 'submitted')) return []
  const held = rowsOfSubject.filter((row) => kindOf(row.key) === 'audit' && row.scope !== 'auditors')
  return held
    .map((row) => ({ id: idOf(row.key), audit: bodyOf(Audit, row) }))
    .filter(({ audit }) => audit.state === 'submitted')
    .map(({ id, audit }) => auditChange(id, audit, 'auditors'))
}
