/**
 * The plans one auditor is asked to audit, the most urgent first, with how far each audit is.
 *
 * Pure. Rule: interface.md, `/` ("What should I do next? My assignments with due dates").
 */
import { assignedCriteria } from '../../core/audit/applies'
import type { Audit } from '../../core/audit/audit'
import { missingCriteria } from '../../core/audit/completeness'
import type { Framework } from '../../core/framework/schema'
import { frameworkKey } from '../../core/ops/keys'
import type { Assignment, Cycle, Subject } from '../../core/sampling/cycle'
import type { Held } from '../../store/read'

export interface OwnTask {
  readonly assignmentId: string
  readonly code: string
  readonly cycleName: string
  readonly dueOn: string
  readonly isLate: boolean
  readonly isStarted: boolean
  /** A revision of an audit that was released before. */
  readonly isRevision: boolean
  /** Criteria rated, of those that apply to the plan. */
  readonly rated: number
  readonly toRate: number
}

export interface OwnWork {
  readonly open: readonly OwnTask[]
  readonly submitted: number
}

export interface OwnRecords {
  readonly assignments: readonly Held<Assignment>[]
  readonly subjects: readonly Held<Subject>[]
  readonly cycles: readonly Held<Cycle>[]
  readonly drafts: readonly Held<Audit>[]
  readonly frameworks: readonly Held<Framework>[]
}

/** @param today YYYY-MM-DD; an assignment is late from the day after it was due. */
export function ownWork(me: string, records: OwnRecords, today: string): OwnWork {
  const subjects = new Map(records.subjects.map(({ id, body }) => [id, body]))
  const cycles = new Map(records.cycles.map(({ id, body }) => [id, body]))
  const drafts = new Map(records.drafts.map(({ body }) => [body.assignmentId, body]))
  const frameworks = new Map(records.frameworks.map(({ key, body }) => [key, body]))
  const mine = records.assignments.filter(({ body }) => body.auditor === me)
  const isRevised = (id: string) => drafts.get(id)?.state === 'draft' && drafts.get(id)?.supersedes !== undefined
  const open = mine
    .filter(({ id, body }) => body.state === 'asked' || body.state === 'started' || isRevised(id))
    .flatMap(({ id, body }): readonly OwnTask[] => {
      const subject = subjects.get(body.subjectId)
      const cycle = cycles.get(body.cycleId)
      // A plan that was swapped out or closed is nobody's task any more.
      if (!subject || !cycle || subject.swapped || subject.outcome) return []
      const framework = frameworks.get(frameworkKey(cycle.framework.id, cycle.framework.version))
      return [
        {
          assignmentId: id,
          code: subject.code,
          cycleName: cycle.name,
          dueOn: body.dueOn,
          isLate: body.dueOn < today && !isRevised(id),
          isStarted: body.state === 'started' || isRevised(id),
          isRevision: isRevised(id),
          ...progressOf(framework, drafts.get(id) ?? { criteria: body.criteria, ratings: {}, facts: {} }),
        },
      ]
    })
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.code < b.code ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1))
  return { open, submitted: mine.filter(({ body }) => body.state === 'submitted').length }
}

function progressOf(framework: Framework | undefined, audit: Pick<Audit, 'criteria' | 'ratings' | 'facts'>) {
  if (!framework) return { rated: 0, toRate: audit.criteria.length }
  const toRate = assignedCriteria(framework, audit).length
  return { rated: toRate - missingCriteria(framework, audit).length, toRate }
}
