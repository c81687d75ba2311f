/**
 * What asking somebody to audit a subject must satisfy, however it comes about: the subject is in that cycle, the person is
 * an active auditor of that agency and free to do it, and the criteria are of the framework the cycle pins.
 *
 * Pure. Whoever is asked once the subject is released is not blind. Rule: product.md, "Assignment", "Whole plan", "Blind".
 */
import * as z from 'zod/mini'
import { Member } from '../access/member'
import type { Part } from '../audit/audit'
import { allCriteria } from '../framework/lookup'
import type { Framework } from '../framework/schema'
import { err, ok, type Result } from '../result'
import { Assignment, Cycle, type Subject } from '../sampling/cycle'
import { type FrameworkName, Id } from '../shapes'
import { isReleased, openSubject, pinnedFramework } from './allowed'
import { assignmentKey, cycleKey, frameworkKey, memberKey, subjectKey } from './keys'
import { bodyOf, type Key, kindOf, need, type Rows } from './op'
import type { Refusal } from './refusal'

/** State, declaration, blindness and progress are not the giver's to say: what is sent of them counts for nothing. */
export const Given = z.object({ id: Id, assignment: Assignment })
export type Given = z.infer<typeof Given>

export function readsOfGiven({ id, assignment }: Given, framework: FrameworkName): readonly Key[] {
  return [
    assignmentKey(id),
    subjectKey(assignment.subjectId),
    cycleKey(assignment.cycleId),
    memberKey(assignment.auditor),
    frameworkKey(framework.id, framework.version),
  ]
}

export function giveAssignment(
  rows: Rows,
  { id, assignment }: Given,
  framework: FrameworkName,
): Result<Assignment, Refusal> {
  const key = assignmentKey(id)
  if (rows.get(key) !== 'absent') return err({ type: 'Exists', key })
  const subject = openSubject(rows, assignment.subjectId)
  if (!subject.ok) return subject
  const cycle = need(rows, cycleKey(assignment.cycleId), Cycle)
  if (!cycle.ok) return cycle
  if (subject.value.cycleId !== assignment.cycleId) {
    return err({ type: 'NotTogether', key: subjectKey(assignment.subjectId) })
  }
  const pinned = pinnedFramework(rows, cycle.value.framework, framework)
  if (!pinned.ok) return pinned
  const asked = mayBeAsked(rows, assignment)
  if (!asked.ok) return asked
  const part = partOf(pinned.value, subject.value, assignment)
  if (!part.ok) return part
  const { cycleId, subjectId, auditor, agency, criteria, basis, dueOn } = assignment
  const blind = !isReleased(subject.value, rows.list(subjectKey(subjectId)))
  const given: Assignment = {
    cycleId,
    subjectId,
    auditor,
    agency,
    criteria,
    basis,
    dueOn,
    state: 'asked',
    declared: null,
    blind,
  }
  return ok(part.value.type === 'whole' ? given : { ...given, part: part.value })
}

/** An active auditor of that agency who has no conflict with the subject and is not asked about it already. */
function mayBeAsked(rows: Rows, { subjectId, auditor, agency }: Assignment): Result<true, Refusal> {
  const member = need(rows, memberKey(auditor), Member)
  if (!member.ok) return member
  const { active, roles } = member.value
  if (!active || !roles.includes('auditor') || member.value.agency !== agency) {
    return err({ type: 'NotAnAuditor', member: auditor })
  }
  const theirs = rows
    .list(subjectKey(subjectId))
    .filter(({ key }) => kindOf(key) === 'assignment')
    .map((row) => bodyOf(Assignment, row))
    .filter((one) => one.auditor === auditor)
  if (theirs.some(({ state }) => state === 'returned')) return err({ type: 'HasConflict', member: auditor })
  return theirs.some(({ state }) => state !== 'withdrawn') ? err({ type: 'HasAssignment', member: auditor }) : ok(true)
}

/** The part that is asked about, its criteria all known and all within it. */
function partOf(framework: Framework, { kind }: Subject, { part, criteria }: Assignment): Result<Part, Refusal> {
  const isPartOfPlan = kind === 'plan' ? part?.type !== 'advice' : part === undefined || part.type === 'advice'
  if (!isPartOfPlan) return err({ type: 'NotTogether', key: frameworkKey(framework.id, framework.version) })
  const wanted = part?.type === 'sections' ? part.sections : framework.sections.map(({ id }) => id)
  const unknown = wanted.find((section) => !framework.sections.some(({ id }) => id === section))
  if (unknown !== undefined) return err({ type: 'UnknownSection', section: unknown })
  const sections = framework.sections.filter(({ id }) => wanted.includes(id))
  const within = new Set(allCriteria({ ...framework, sections }).map(({ id }) => id))
  const stray = criteria.find((id) => !within.has(id))
  if (stray !== undefined) return err({ type: 'UnknownCriterion', criterionId: stray })
  return ok(kind === 'advice' ? { type: 'advice' } : (part ?? { type: 'whole' }))
}
