/**
 * What a list of audits says of one of them: whose it is, of which plan, how it ended. No rating, no note.
 *
 * Pure. Of a draft it holds only what rating and writing notes never change, so that no keystroke touches a list.
 * Rule: architecture.md, "Lists and trends read small sealed column blobs, not bodies".
 */
import * as z from 'zod/mini'
import { frameworkKey } from '../ops/keys'
import type { Key, Scope } from '../ops/op'
import { Audit, AuditOutcome } from './audit'

/** The part of an audit its entry is made of: a long list is made without reading every rating. */
export const ListedAudit = z.object({
  ...z.pick(Audit, {
    assignmentId: true,
    subjectId: true,
    cycleId: true,
    author: true,
    agency: true,
    framework: true,
    incident: true,
    state: true,
    openedAt: true,
    submittedAt: true,
    blind: true,
  }).shape,
  outcome: z.nullable(z.pick(AuditOutcome, { grade: true, floor: true })),
})
export type ListedAudit = z.infer<typeof ListedAudit>

/** Moments in milliseconds since 1970. */
export interface AuditEntry {
  readonly id: string
  readonly scope: Scope
  readonly assignmentId: string
  readonly subjectId: string
  readonly cycleId: string
  /** The plan's audit code; empty where the plan is not on this device. */
  readonly code: string
  readonly author: string
  readonly agency: string
  readonly framework: Key
  readonly state: Audit['state']
  /** `null`: a draft, or no grade could be given. */
  readonly grade: string | null
  readonly floor: AuditOutcome['floor']
  readonly incident: boolean
  /** Submitted once the audits of its plan were open. */
  readonly notBlind: boolean
  readonly openedAt: number
  readonly submittedAt: number | null
}

export function auditEntry(id: string, scope: Scope, audit: ListedAudit, code: string): AuditEntry {
  const { assignmentId, subjectId, cycleId, author, agency, framework, incident, state, outcome } = audit
  return {
    id,
    scope,
    assignmentId,
    subjectId,
    cycleId,
    code,
    author,
    agency,
    framework: frameworkKey(framework.id, framework.version),
    state,
    grade: outcome?.grade ?? null,
    floor: outcome?.floor ?? null,
    incident,
    notBlind: audit.blind === false,
    openedAt: momentOf(audit.openedAt),
    submittedAt: audit.submittedAt === null ? null : momentOf(audit.submittedAt),
  }
}

/** A time nobody can read counts as the first of all, rather than keeping a whole list from being shown. */
function momentOf(iso: string): number {
  const moment = Date.parse(iso)
  return Number.isNaN(moment) ? 0 : moment
}
