/**
 * What taking in one record of work done without a hub must satisfy: it belongs to what it names, whoever brings it may, and
 * it says what its framework would say of it.
 *
 * Pure. The plan of a cycle is the manager's to bring; a draft, or an audit that is not released, is its author's alone.
 * What is brought never becomes part of a cycle that was drawn here. Rule: sync.md, "No hub".
 */
import type * as z from 'zod/mini'
import { Audit } from '../audit/audit'
import { gradeAudit } from '../audit/grade'
import { outcomeOf } from '../audit/outcome'
import { contentHash } from '../framework/content-hash'
import { criteriaById } from '../framework/lookup'
import { Framework } from '../framework/schema'
import { RegisterSummary } from '../register/summary'
import { err, ok, type Result } from '../result'
import { type Assignment, Cycle, Subject } from '../sampling/cycle'
import type { AdoptedRecord } from './adopted-record'
import { withoutIdentifiers } from './allowed'
import { assignmentKey, auditKey, cycleKey, frameworkKey, registerKey, subjectKey } from './keys'
import { type Key, need, type Rows } from './op'
import type { Refusal } from './refusal'

/** The file and the area it comes to. */
export interface Adoption {
  /** The area the work was done in. */
  readonly from: string
  readonly records: ReadonlyMap<Key, AdoptedRecord>
  readonly rows: Rows
}

type Of<K extends AdoptedRecord['kind']> = Extract<AdoptedRecord, { readonly kind: K }>
type Fit = Result<true, Refusal>

/** A record of the file, or one that is there already. */
export function find<T>({ records, rows }: Adoption, key: Key, schema: z.ZodMiniType<T>): Result<T, Refusal> {
  const record = records.get(key)
  return record ? ok(schema.parse(record.body)) : need(rows, key, schema)
}

/** A cycle that came, or comes, from the same area. */
export function adoptedCycle(adoption: Adoption, cycleId: string): Result<Cycle, Refusal> {
  const key = cycleKey(cycleId)
  const cycle = find(adoption, key, Cycle)
  if (!cycle.ok) return cycle
  const isTheirs = adoption.records.has(key) || cycle.value.adoptedFrom === adoption.from
  return isTheirs ? cycle : err({ type: 'NotTogether', key })
}

/** The framework that a cycle or an audit pins, word for word. */
function pinned(adoption: Adoption, { id, version, hash }: Cycle['framework']): Result<Framework, Refusal> {
  const key = frameworkKey(id, version)
  const framework = find(adoption, key, Framework)
  if (!framework.ok) return framework
  return contentHash(framework.value) === hash ? framework : err({ type: 'NotTogether', key })
}

export function fitCycle(adoption: Adoption, { body }: Of<'cycle'>): Fit {
  const register = find(adoption, registerKey(body.register.id), RegisterSummary)
  if (!register.ok) return register
  const framework = pinned(adoption, body.framework)
  return framework.ok ? ok(true) : framework
}

export function fitSample(adoption: Adoption, { id, body }: Of<'sample'>): Fit {
  if (id !== body.cycleId) return err({ type: 'NotTogether', key: cycleKey(body.cycleId) })
  const cycle = adoptedCycle(adoption, body.cycleId)
  return cycle.ok ? ok(true) : cycle
}

export function fitSubject(adoption: Adoption, { body }: Of<'subject'>): Fit {
  const { single, swapped, outcome, released } = body
  const cycle = adoptedCycle(adoption, body.cycleId)
  if (!cycle.ok) return cycle
  return withoutIdentifiers([single, swapped, outcome, released].map((said) => said?.reason ?? '').join('\n'))
}

export function fitAssignment(adoption: Adoption, { body }: Of<'assignment'>): Fit {
  const framework = frameworkOfSubject(adoption, body)
  return framework.ok ? knowsCriteria(framework.value, body.criteria) : framework
}

export function fitModeration(adoption: Adoption, { id, body }: Of<'moderation'>): Fit {
  const framework = frameworkOfSubject(adoption, body)
  if (!framework.ok) return framework
  if (id !== body.subjectId) return err({ type: 'NotTogether', key: subjectKey(body.subjectId) })
  const isOnScale = framework.value.scale.some((grade) => grade.id === body.grade)
  if (!isOnScale) return err({ type: 'UnknownGrade', grade: body.grade })
  return withoutIdentifiers(`${body.reason}\n${body.learningPoint ?? ''}`)
}

export function fitAlert(adoption: Adoption, { body }: Of<'alert'>): Fit {
  const framework = frameworkOfSubject(adoption, body)
  return framework.ok ? withoutIdentifiers(`${body.told}\n${body.done}`) : framework
}

/** The framework of the subject's cycle, when subject and cycle belong together and came from the same area. */
function frameworkOfSubject(
  adoption: Adoption,
  { subjectId, cycleId }: Pick<Assignment, 'subjectId' | 'cycleId'>,
): Result<Framework, Refusal> {
  const cycle = adoptedCycle(adoption, cycleId)
  if (!cycle.ok) return cycle
  const subject = find(adoption, subjectKey(subjectId), Subject)
  if (!subject.ok) return subject
  if (subject.value.cycleId !== cycleId) return err({ type: 'NotTogether', key: subjectKey(subjectId) })
  return pinned(adoption, cycle.value.framework)
}

/** The audit as its framework grades it, when it belongs to its assignment and says nothing it may not. */
export function fitAudit(
  adoption: Adoption,
  { body: audit }: Of<'audit'>,
  assignment: Assignment,
): Result<Audit, Refusal> {
  const isTheirs = (['subjectId', 'cycleId', 'agency'] as const).every((name) => audit[name] === assignment[name])
  if (!isTheirs || audit.author !== assignment.auditor) {
    return err({ type: 'NotTogether', key: assignmentKey(audit.assignmentId) })
  }
  const cycle = find(adoption, cycleKey(audit.cycleId), Cycle)
  if (!cycle.ok) return cycle
  if (audit.framework.hash !== cycle.value.framework.hash) {
    return err({ type: 'NotTogether', key: cycleKey(audit.cycleId) })
  }
  const framework = pinned(adoption, audit.framework)
  if (!framework.ok) return framework
  const { notes, otherNotes = {}, ratings, override, reason = '' } = audit
  const asked = new Set(assignment.criteria)
  const named = [...audit.criteria, ...Object.keys(ratings), ...Object.keys(notes), ...Object.keys(otherNotes)]
  const stray = named.find((id) => !asked.has(id))
  if (stray !== undefined) return err({ type: 'UnknownCriterion', criterionId: stray })
  const known = knowsCriteria(framework.value, audit.criteria)
  if (!known.ok) return known
  const words = [...Object.values(notes), ...Object.values(otherNotes), override?.reason ?? '', reason]
  const unnamed = withoutIdentifiers(words.join('\n'))
  if (!unnamed.ok) return unnamed
  const before = fitRevision(adoption, audit)
  if (!before.ok) return before
  if (audit.state === 'draft') return ok({ ...audit, submittedAt: null, outcome: null })
  const graded = gradeAudit(framework.value, audit)
  return graded.complete
    ? ok({ ...audit, outcome: outcomeOf(graded) })
    : err({ type: 'Incomplete', missing: graded.missing })
}

function fitRevision(adoption: Adoption, { supersedes, author, subjectId }: Audit): Fit {
  if (supersedes === undefined) return ok(true)
  const before = find(adoption, auditKey(supersedes), Audit)
  if (!before.ok) return before
  const isOwn = before.value.author === author && before.value.subjectId === subjectId
  return isOwn ? ok(true) : err({ type: 'NotTogether', key: auditKey(supersedes) })
}

function knowsCriteria(framework: Framework, criteria: readonly string[]): Fit {
  const known = criteriaById(framework)
  const stray = criteria.find((id) => !known.has(id))
  return stray === undefined ? ok(true) : err({ type: 'UnknownCriterion', criterionId: stray })
}
