/** Entries of a list, short to write down. */
import type { AuditEntry } from '../../../src/core/audit/audit-entry'

export function entry(id: string, more: Partial<AuditEntry> = {}): AuditEntry {
  const author = more.author ?? 'ann'
  return {
    id,
    scope: 'auditors',
    assignmentId: `a-${id}`,
    subjectId: `s-${id}`,
    cycleId: 'spring',
    code: 'K7F-2Q9',
    author,
    agency: 'health',
    framework: 'framework/ehcp-core@1.0.0',
    state: 'submitted',
    grade: 'good',
    floor: 'met',
    incident: false,
    notBlind: false,
    openedAt: Date.UTC(2026, 2, 1),
    submittedAt: Date.UTC(2026, 2, 2),
    ...more,
  }
}

/** A draft as it stands in its author's own scope. */
export function draft(id: string, author: string, more: Partial<AuditEntry> = {}): AuditEntry {
  return entry(id, {
    author,
    scope: `author:${author}`,
    state: 'draft',
    grade: null,
    floor: null,
    submittedAt: null,
    ...more,
  })
}
