/**
 * How far a cycle is: where each drawn plan stands, what that adds up to, and what each agency has done of its part.
 *
 * Pure. Counts plans and assignments, never shows a rating: an auditor still at work may see all of it.
 * Rule: product.md, "Result" and "The headline, exactly"; interface.md, `/cycles/:id`.
 */
import type { Audit } from '../core/audit/audit'
import type { Framework } from '../core/framework/schema'
import type { Moderation } from '../core/panel/records'
import type { Assignment, Subject } from '../core/sampling/cycle'
import type { SubjectResult } from '../core/trends/result'
import { subjectResult } from '../core/trends/subject-result'
import type { Held } from './read'

/** Where a drawn plan stands, in the order in which it gets there. */
export const STANDINGS = [
  'to-assign',
  'asked',
  'started',
  'awaiting-moderation',
  'with-result',
  'not-gradeable',
  'lapsed',
] as const
export type Standing = (typeof STANDINGS)[number]

export interface SubjectProgress {
  readonly subject: Held<Subject>
  /** Asked, started or submitted: withdrawn and handed-back ones are left out. */
  readonly open: readonly Held<Assignment>[]
  /** Handed back because the auditor knows the child or worked on the plan. */
  readonly returned: readonly Held<Assignment>[]
  /** Auditors the plan still lacks: one, or two for a plan that is graded twice. */
  readonly needed: number
  readonly submitted: number
  /** Its audits are open to all its auditors and the panel. */
  readonly isReleased: boolean
  readonly standing: Standing
  readonly result: SubjectResult
}

export interface CycleRecords {
  readonly subjects: readonly Held<Subject>[]
  readonly assignments: readonly Held<Assignment>[]
  /** Released audits only. */
  readonly audits: readonly Held<Audit>[]
  readonly moderations: readonly Held<Moderation>[]
  /** Subjects of which an incident was reported, for those who may see that; left out for everybody else. */
  readonly incidents?: ReadonlySet<string>
}

function standingOf(result: SubjectResult, open: readonly Held<Assignment>[]): Standing {
  switch (result.state) {
    case 'graded':
      return 'with-result'
    case 'awaiting-moderation':
    case 'not-gradeable':
    case 'lapsed':
      return result.state
    case 'awaiting-audits':
      if (open.some(({ body }) => body.state !== 'asked')) return 'started'
      return open.length > 0 ? 'asked' : 'to-assign'
  }
}

function bySubject<T extends { readonly subjectId: string }>(
  records: readonly Held<T>[],
): ReadonlyMap<string, Held<T>[]> {
  const groups = new Map<string, Held<T>[]>()
  for (const record of records) {
    const group = groups.get(record.body.subjectId)
    if (group) group.push(record)
    else groups.set(record.body.subjectId, [record])
  }
  return groups
}

/** Every subject still in the sample, in the order given; those swapped out are left out. */
export function progressOf(records: CycleRecords, framework: Framework): readonly SubjectProgress[] {
  const assignments = bySubject(records.assignments)
  const audits = bySubject(records.audits)
  const moderations = new Map(records.moderations.map((held) => [held.body.subjectId, held.body]))
  return records.subjects
    .filter(({ body }) => !body.swapped)
    .map((subject) => {
      const given = assignments.get(subject.id) ?? []
      const open = given.filter(({ body }) => body.state !== 'returned' && body.state !== 'withdrawn')
      const released = audits.get(subject.id) ?? []
      const result = subjectResult(
        {
          subject: subject.body,
          assignments: given.map(({ body }) => body),
          released,
          moderation: moderations.get(subject.id) ?? null,
          incident: records.incidents?.has(subject.id) ?? false,
        },
        framework,
      )
      const wanted = subject.body.double ? 2 : 1
      return {
        subject,
        open,
        returned: given.filter(({ body }) => body.state === 'returned'),
        needed: subject.body.outcome ? 0 : Math.max(0, wanted - open.length),
        submitted: open.filter(({ body }) => body.state === 'submitted').length,
        isReleased: released.length > 0,
        standing: standingOf(result, open),
        result,
      }
    })
}

/** How many plans stand where. They add up to the plans drawn. */
export function standingCounts(progress: readonly SubjectProgress[]): Readonly<Record<Standing, number>> {
  const count = (standing: Standing) => progress.filter((one) => one.standing === standing).length
  return {
    'to-assign': count('to-assign'),
    asked: count('asked'),
    started: count('started'),
    'awaiting-moderation': count('awaiting-moderation'),
    'with-result': count('with-result'),
    'not-gradeable': count('not-gradeable'),
    lapsed: count('lapsed'),
  }
}

/** Plans of which every audit wanted is submitted, whatever came of it. */
export function auditedCount(progress: readonly SubjectProgress[]): number {
  return progress.filter(({ isReleased, needed }) => isReleased && needed === 0).length
}

export interface AgencyCoverage {
  readonly agency: string
  readonly asked: number
  readonly done: number
  /** Not submitted and past the day it was asked for. */
  readonly late: number
  readonly neverStarted: number
  readonly returned: number
}

/** One line for every agency given, in its order; an agency nobody asked shows with 0. `today` as YYYY-MM-DD. */
export function coverageOf(
  assignments: readonly Held<Assignment>[],
  agencies: readonly string[],
  today: string,
): readonly AgencyCoverage[] {
  const given = assignments.map(({ body }) => body).filter(({ state }) => state !== 'withdrawn')
  const named = [...new Set([...agencies, ...given.map(({ agency }) => agency)])]
  return named.map((agency) => {
    const own = given.filter((assignment) => assignment.agency === agency)
    const open = own.filter(({ state }) => state !== 'returned')
    return {
      agency,
      asked: open.length,
      done: open.filter(({ state }) => state === 'submitted').length,
      late: open.filter(({ state, dueOn }) => state !== 'submitted' && dueOn < today).length,
      neverStarted: open.filter(({ state }) => state === 'asked').length,
      returned: own.length - open.length,
    }
  })
}
