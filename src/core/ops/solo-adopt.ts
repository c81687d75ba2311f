/**
 * Takes in work that was done without a hub: ids stay, members become those of the area. A manager brings registers, cycles
 * and what was released; everybody brings their own drafts, which stay theirs alone.
 *
 * Pure. Nothing that is there is ever overwritten, and nothing of a fictional area is taken. What each record must satisfy is
 * adopting.ts. Rule: sync.md, "No hub"; architecture.md, "Solo work joins a hub as a sealed file".
 */
import * as z from 'zod/mini'
import { isDemoArea } from '../access/demo-area'
import { Member } from '../access/member'
import type { Audit } from '../audit/audit'
import { contentHash } from '../framework/content-hash'
import { err, ok, type Result } from '../result'
import { Assignment, isAwaited, Subject } from '../sampling/cycle'
import { Id } from '../shapes'
import { AdoptedRecord, asMembers, keyOfAdopted, namedBy } from './adopted-record'
import {
  type Adoption,
  adoptedCycle,
  find,
  fitAlert,
  fitAssignment,
  fitAudit,
  fitCycle,
  fitModeration,
  fitSample,
  fitSubject,
} from './adopting'
import { assignmentChange, auditChange, requireRole, subjectChange } from './allowed'
import { isSound } from './framework-adopt'
import { assignmentKey, auditKey, cycleKey, memberKey, registerKey, subjectKey } from './keys'
import { type Change, type Ctx, type Key, kindOf, need, type OpSpec, type Rows } from './op'
import type { Refusal } from './refusal'

const Data = z.object({
  /** Whose device it was, and in which area. */
  from: z.object({ areaId: Id, memberId: Id }),
  /** Each member of the file as the member of this area. */
  members: z.record(Id, Id),
  records: z.array(AdoptedRecord),
})
type File = z.infer<typeof Data>

export const soloAdopt: OpSpec<File> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: ({ members, records }) => [
    ...records.flatMap((record) => [keyOfAdopted(record), ...namedBy(record)]),
    ...Object.values(members).map(memberKey),
  ],
  lists: ({ records }) => records.flatMap(({ kind, body }) => (kind === 'audit' ? [placeOf(body)] : [])),
  blobs: ({ records }) => records.flatMap(({ kind, body }) => (kind === 'register' ? body.chunks : [])),
  decide(ctx, rows, data) {
    if (isDemoArea(data.from.areaId)) return err({ type: 'DemoArea' })
    const allowed = requireRole(ctx, 'auditor', 'manager')
    if (!allowed.ok) return allowed
    const records = withMembers(rows, data)
    if (!records.ok) return records
    const adoption = { from: data.from.areaId, records: records.value, rows }
    const taken: Taken = { assignments: new Map(), places: new Set() }
    const changes: Change[] = []
    // Assignments before audits, whatever their order in the file.
    const ordered = [...records.value.values()].sort((a, b) => orderOf(a) - orderOf(b))
    for (const record of ordered) {
      const done = adopt(ctx, adoption, record, taken)
      if (!done.ok) return done
      changes.push(...done.value)
    }
    return ok([...changes, ...[...taken.assignments].map(([id, assignment]) => assignmentChange(id, assignment))])
  },
}

/** What was taken in so far. */
interface Taken {
  /** As they stand: an audit that is brought moves its assignment on. */
  readonly assignments: Map<string, Assignment>
  /** Of the audits among it. */
  readonly places: Set<Key>
}

/** An assignment has one audit, and an audit one revision. */
function placeOf({ assignmentId, supersedes }: Audit): Key {
  return supersedes === undefined ? assignmentKey(assignmentId) : auditKey(supersedes)
}

const orderOf = ({ kind }: AdoptedRecord) => (kind === 'audit' ? 1 : 0)

/** The records under their keys, every member of them somebody of this area and no two the same. */
function withMembers(rows: Rows, { members, records }: File): Result<ReadonlyMap<Key, AdoptedRecord>, Refusal> {
  const here = Object.values(members)
  for (const id of here) {
    const member = need(rows, memberKey(id), Member)
    if (!member.ok) return member
    if (here.filter((other) => other === id).length > 1) return err({ type: 'NotTogether', key: memberKey(id) })
  }
  const unmapped = new Set<string>()
  const as = (id: string): string => {
    const member = Object.hasOwn(members, id) ? members[id] : undefined
    if (member === undefined) unmapped.add(id)
    return member ?? id
  }
  const byKey = new Map<Key, AdoptedRecord>()
  for (const record of records) {
    const key = keyOfAdopted(record)
    if (byKey.has(key)) return err({ type: 'Exists', key })
    byKey.set(key, asMembers(record, as))
  }
  const [member] = unmapped
  return member === undefined ? ok(byKey) : err({ type: 'UnmappedMember', member })
}

function adopt(ctx: Ctx, adoption: Adoption, record: AdoptedRecord, taken: Taken): Result<readonly Change[], Refusal> {
  const key = keyOfAdopted(record)
  const there = adoption.rows.get(key)
  if (there === 'unknown') return err({ type: 'NotHeldHere', key })
  const isSame =
    record.kind === 'framework' && there !== 'absent' && contentHash(there.body) === contentHash(record.body)
  if (isSame) return ok([])
  if (there !== 'absent') return err({ type: 'Exists', key })
  if (record.kind === 'audit') return adoptAudit(ctx, adoption, record, taken)
  const allowed = requireRole(ctx, 'manager')
  if (!allowed.ok) return allowed
  const fits = fitRecord(adoption, record)
  if (!fits.ok) return fits
  if (record.kind === 'assignment') {
    taken.assignments.set(record.id, asBrought(adoption, record.body))
    return ok([])
  }
  return ok([changeOf(adoption.from, record, key)])
}

function fitRecord(adoption: Adoption, record: Exclude<AdoptedRecord, { kind: 'audit' }>): Result<true, Refusal> {
  switch (record.kind) {
    case 'framework':
      return isSound(record.body) ? ok(true) : err({ type: 'BadFramework' })
    case 'register':
      return ok(true)
    case 'cycle':
      return fitCycle(adoption, record)
    case 'sample':
      return fitSample(adoption, record)
    case 'subject':
      return fitSubject(adoption, record)
    case 'assignment':
      return fitAssignment(adoption, record)
    case 'moderation':
      return fitModeration(adoption, record)
    case 'alert':
      return fitAlert(adoption, record)
  }
}

function changeOf(from: string, record: Exclude<AdoptedRecord, { kind: 'audit' | 'assignment' }>, key: Key): Change {
  switch (record.kind) {
    case 'framework':
      return { key, scope: 'area', refs: [], body: record.body }
    case 'register':
      return { key, scope: 'managers', refs: [], body: record.body }
    case 'cycle': {
      // Its editions do not travel: closed here, it is published here.
      const { closed: _closed, ...cycle } = record.body
      return { key, scope: 'auditors', refs: [registerKey(cycle.register.id)], body: { ...cycle, adoptedFrom: from } }
    }
    case 'sample':
      return { key, scope: 'managers', refs: [cycleKey(record.body.cycleId)], body: record.body }
    case 'subject':
      return subjectChange(record.id, record.body)
    case 'moderation':
    case 'alert': {
      const refs = [subjectKey(record.body.subjectId), cycleKey(record.body.cycleId)]
      return { key, scope: record.kind === 'alert' ? 'managers' : 'auditors', refs, body: record.body }
    }
  }
}

function isReleasedThere(adoption: Adoption, subjectId: string): boolean {
  const subject = find(adoption, subjectKey(subjectId), Subject)
  return subject.ok && subject.value.released !== undefined
}

/** An audit that is not released comes with its author, and only then is its assignment submitted. */
function asBrought(adoption: Adoption, assignment: Assignment): Assignment {
  if (assignment.state !== 'submitted' || isReleasedThere(adoption, assignment.subjectId)) return assignment
  const { progress: _progress, ...rest } = assignment
  return { ...rest, state: 'started' }
}

function adoptAudit(
  ctx: Ctx,
  adoption: Adoption,
  record: Extract<AdoptedRecord, { kind: 'audit' }>,
  { assignments, places }: Taken,
): Result<readonly Change[], Refusal> {
  const { id, body } = record
  const { assignmentId, subjectId, cycleId, supersedes } = body
  const held = assignments.get(assignmentId)
  const assignment = held ? ok(held) : need(adoption.rows, assignmentKey(assignmentId), Assignment)
  if (!assignment.ok) return assignment
  const isCarried = adoptedCycle(adoption, cycleId).ok && isReleasedThere(adoption, subjectId)
  const isReleased = isCarried && body.state === 'submitted'
  const allowed = requireRole(ctx, isReleased ? 'manager' : 'auditor')
  if (!allowed.ok) return allowed
  if (!isReleased && body.author !== ctx.actor) return err({ type: 'NotAuthor' })
  const audit = fitAudit(adoption, record, assignment.value)
  if (!audit.ok) return audit
  const place = placeOf(body)
  const isTaken = places.has(place) || adoption.rows.list(place).some(({ key }) => kindOf(key) === 'audit')
  if (isTaken) return err({ type: 'Exists', key: place })
  places.add(place)
  if (isReleased) return ok([auditChange(id, audit.value, 'auditors')])
  if (supersedes !== undefined) return ok([auditChange(id, audit.value)])
  if (!isAwaited(assignment.value)) return err({ type: 'AssignmentClosed' })
  const state = body.state === 'draft' ? 'started' : 'submitted'
  assignments.set(assignmentId, { ...assignment.value, declared: 'none', state })
  return ok([auditChange(id, audit.value)])
}
