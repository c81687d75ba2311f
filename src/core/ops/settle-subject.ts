/**
 * What follows for one subject from all that is stored of it: its release, and the comparison and result that are written
 * once it is released, and again when they change.
 *
 * Pure. Run by whoever sees every audit: the hub, or a device that works alone. Rule: sync.md, "Scopes".
 */
import { compareAudits } from '../agreement/comparison'
import { canonicalJson } from '../framework/canonical-json'
import type { Framework } from '../framework/schema'
import { type ResultRecord, resultRecord } from '../trends/result-record'
import { auditChange, subjectChange } from './allowed'
import { comparisonKey, cycleKey, resultKey, subjectKey } from './keys'
import type { Change } from './op'
import { auditsToOpen, lateAssignments, releaseOf } from './release'
import type { HeldAudit, SubjectRows } from './subject-rows'

export interface Settled {
  readonly changes: readonly Change[]
  /** As it stands after the changes; `null` while there is nothing to say. */
  readonly result: ResultRecord | null
}

/** @param framework `null` where it is not held: then neither comparison nor result can be worked out. */
export function settleSubject(rows: SubjectRows, framework: Framework | null, at: string): Settled {
  const released = releaseOf(rows, at)
  const opened = released ? auditsToOpen(rows) : []
  const audits = released ? [...rows.audits.filter(({ scope }) => scope === 'auditors'), ...opened] : []
  const result = framework && resultOf(rows, audits, framework, at)
  const changes = [
    ...(released && !rows.subject.released ? [subjectChange(rows.id, { ...rows.subject, released })] : []),
    ...(released ? lateAssignments(rows) : []),
    ...opened.map(({ id, body }) => auditChange(id, body, 'auditors')),
    ...(framework ? comparisonChange(rows, audits, framework) : []),
    ...(result && !isSame(result, rows.result) ? [recordChange(rows, resultKey(rows.id), result)] : []),
  ]
  return { changes, result }
}

function resultOf(
  { id, subject, assignments, moderation, incident }: SubjectRows,
  released: readonly HeldAudit[],
  framework: Framework,
  at: string,
): ResultRecord | null {
  const given = assignments.map(({ body }) => body)
  const of = { subject, assignments: given, released, moderation, incident }
  return resultRecord({ ...of, subjectId: id, cycleId: subject.cycleId, at }, framework)
}

function comparisonChange(rows: SubjectRows, released: readonly HeldAudit[], framework: Framework): readonly Change[] {
  const comparison = compareAudits(released, framework)
  if (!comparison || isSame(comparison, rows.comparison)) return []
  return [recordChange(rows, comparisonKey(rows.id), comparison)]
}

function recordChange({ id, subject }: SubjectRows, key: Change['key'], body: unknown): Change {
  return { key, scope: 'auditors', refs: [subjectKey(id), cycleKey(subject.cycleId)], body }
}

/** Whether a record says the same as before, whenever that was. */
function isSame(record: object, before: unknown): boolean {
  if (typeof before !== 'object' || before === null) return false
  return canonicalJson({ ...record, at: null }) === canonicalJson({ ...before, at: null })
}
