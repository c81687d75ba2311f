/**
 * A record of work that was done without a hub, as it travels in a sealed file: what may travel, what each names, and whose
 * it is in the area that takes it in.
 *
 * Pure. Ids stay; members become those of the area. What follows from records (results, comparisons, editions) does not
 * travel: it is drawn anew. Rule: architecture.md, "Solo work joins a hub as a sealed file"; sync.md, "No hub".
 */
import * as z from 'zod/mini'
import { Audit } from '../audit/audit'
import { Framework } from '../framework/schema'
import { Alert, Moderation } from '../panel/records'
import { RegisterSummary } from '../register/summary'
import { Assignment, Cycle, SampleKey, Subject } from '../sampling/cycle'
import { Id } from '../shapes'
import { assignmentKey, auditKey, cycleKey, frameworkKey, registerKey, subjectKey } from './keys'
import type { Key } from './op'

/** The id is the part of its key after the slash; a framework is named by its own id and version. */
export const AdoptedRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('framework'), id: z.string(), body: Framework }),
  z.object({ kind: z.literal('register'), id: Id, body: RegisterSummary }),
  z.object({ kind: z.literal('cycle'), id: Id, body: Cycle }),
  z.object({ kind: z.literal('sample'), id: Id, body: SampleKey }),
  z.object({ kind: z.literal('subject'), id: Id, body: Subject }),
  z.object({ kind: z.literal('assignment'), id: Id, body: Assignment }),
  z.object({ kind: z.literal('audit'), id: Id, body: Audit }),
  z.object({ kind: z.literal('moderation'), id: Id, body: Moderation }),
  z.object({ kind: z.literal('alert'), id: Id, body: Alert }),
])
export type AdoptedRecord = z.infer<typeof AdoptedRecord>

export function keyOfAdopted(record: AdoptedRecord): Key {
  return record.kind === 'framework' ? frameworkKey(record.body.id, record.body.version) : `${record.kind}/${record.id}`
}

/** The records it belongs to: each is in the same file, or there already. */
export function namedBy({ kind, body }: AdoptedRecord): readonly Key[] {
  switch (kind) {
    case 'framework':
    case 'register':
      return []
    case 'cycle':
      return [registerKey(body.register.id), frameworkKey(body.framework.id, body.framework.version)]
    case 'sample':
    case 'subject':
      return [cycleKey(body.cycleId)]
    case 'assignment':
    case 'moderation':
    case 'alert':
      return [subjectKey(body.subjectId), cycleKey(body.cycleId)]
    case 'audit': {
      const { subjectId, cycleId, assignmentId, framework, supersedes } = body
      const named = [subjectKey(subjectId), cycleKey(cycleId), assignmentKey(assignmentId)]
      const before = supersedes === undefined ? [] : [auditKey(supersedes)]
      return [...named, frameworkKey(framework.id, framework.version), ...before]
    }
  }
}

/** The record with its members as the area knows them. @param as the member of the area for one of the file */
export function asMembers(record: AdoptedRecord, as: (member: string) => string): AdoptedRecord {
  const by = <T extends { readonly by: string }>(said: T): T => ({ ...said, by: as(said.by) })
  switch (record.kind) {
    case 'framework':
    case 'register':
    case 'sample':
      return record
    case 'cycle':
      return { ...record, body: { ...record.body, drawnBy: as(record.body.drawnBy) } }
    case 'subject': {
      const { single, swapped, outcome, released } = record.body
      const isAllIn = released === undefined || released.by === 'all-in'
      const body: Subject = {
        ...record.body,
        ...(single && { single: by(single) }),
        swapped: swapped && by(swapped),
        outcome: outcome && by(outcome),
        ...(released && { released: isAllIn ? released : by(released) }),
      }
      return { ...record, body }
    }
    case 'assignment': {
      const { auditor, closed } = record.body
      return { ...record, body: { ...record.body, auditor: as(auditor), ...(closed && { closed: by(closed) }) } }
    }
    case 'audit':
      return { ...record, body: { ...record.body, author: as(record.body.author) } }
    case 'moderation':
      return { ...record, body: by(record.body) }
    case 'alert':
      return { ...record, body: by(record.body) }
  }
}
