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
import { bodyOf, type Change, idOf, type Key, kindOf, type Rows } from './op'

/** What must be drawn consequences of after these changes: each answer goes to `also` and then to `consequences`. */
export function asks(changes: readonly Change[]): readonly Key[] {
  const subjects = changes.flatMap(({ key, body }): readonly Key[] => {
    if (kindOf(key) === 'assignment') return [subjectKey(Assignment.parse(body).subjectId)]
    return kindOf(key) === 'subject' ? [key] : []
  })
  return [...new Set(subjects)]
}

/**
 * The keys that `consequences` needs beyond `asked` itself and the rows that refer to it.
 * @param rows those found so far; ask again with what was found until nothing new is answered.
 */
export function also(_asked: Key, _rows: Rows): readonly Key[] {
  return []
}

/**
 * A plan that is to be graded twice waits for its second blind auditor, asked already or not: the first grade alone would
 * make the second no longer blind.
 *
 * @param rows `asked`, every row that refers to it, and what `also` named, as they stand after the changes.
 * @param _at when the changes were made (ISO 8601).
 * @returns the audits moved from their authors to all auditors, or nothing while a blind auditor is still awaited.
 */
export function consequences(asked: Key, rows: Rows, _at: string): readonly Change[] {
  const subject = rows.get(asked)
  const wanted = typeof subject === 'object' && bodyOf(Subject, subject).double ? 2 : 1
  const related = rows.list(asked)
  const assignments = related.filter(({ key }) => kindOf(key) === 'assignment').map((row) => bodyOf(Assignment, row))
  const counted = assignments.filter(({ state, blind }) => blind && state !== 'returned' && state !== 'withdrawn')
  if (counted.length < wanted || counted.some(({ state }) => state !== 'submitted')) return []
  return related
    .filter(({ key, scope }) => kindOf(key) === 'audit' && scope !== 'auditors')
    .map((row) => ({ id: idOf(row.key), audit: bodyOf(Audit, row) }))
    .filter(({ audit }) => audit.state === 'submitted')
    .map(({ id, audit }) => auditChange(id, audit, 'auditors'))
}
