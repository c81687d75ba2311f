/**
 * What a manager should look at: cycles on their way, and the plans in them that wait for somebody's decision.
 *
 * Pure. Rule: interface.md, `/`; product.md, "A cycle that runs every month".
 */
import type { Assignment, Cycle } from '../../core/sampling/cycle'
import type { Held } from '../../store/read'
import type { ResultRow } from '../../store/results-rows'

export interface CycleProgress {
  readonly id: string
  readonly name: string
  readonly dueOn: string
  readonly isOverdue: boolean
  readonly drawn: number
  /** With a result, not gradeable or lapsed: nothing more to do. */
  readonly settled: number
  readonly awaitingModeration: number
  /** Plans that lack an auditor. */
  readonly toGive: number
  /** Among them those handed back by an auditor who knows the child or worked on the plan. */
  readonly handedBack: number
  /** Assignments past their day and not submitted. */
  readonly late: number
  /** Criteria rated in the audits at work, of those they have to rate: a count of work, never a rating. */
  readonly rated: { readonly done: number; readonly of: number }
}

/** Cycles with plans that are not settled, the earliest due first. */
export function cyclesInProgress(
  cycles: readonly Held<Cycle>[],
  rows: readonly ResultRow[],
  today: string,
): readonly CycleProgress[] {
  return cycles
    .map((cycle) => progressOf(cycle, rows, today))
    .filter(({ settled, drawn }) => settled < drawn)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
}

function progressOf({ id, body }: Held<Cycle>, rows: readonly ResultRow[], today: string): CycleProgress {
  const own = rows.filter(({ cycleId, swappedOut }) => cycleId === id && !swappedOut)
  const lacking = own.filter(({ progress }) => progress !== null && progress.needed > 0)
  const open = own.flatMap(({ progress }) => progress?.open ?? [])
  const unsettled = own.filter(({ result }) => isUnsettled(result.state))
  return {
    id,
    name: body.name,
    dueOn: body.dueOn,
    isOverdue: body.dueOn < today,
    drawn: own.length,
    settled: own.length - unsettled.length,
    awaitingModeration: own.filter(({ result }) => result.state === 'awaiting-moderation').length,
    toGive: lacking.length,
    handedBack: lacking.filter(({ progress }) => (progress?.returned.length ?? 0) > 0).length,
    late: open.filter(({ body: asked }) => asked.state !== 'submitted' && asked.dueOn < today).length,
    rated: ratedIn(open.map(({ body: asked }) => asked)),
  }
}

function ratedIn(open: readonly Assignment[]): CycleProgress['rated'] {
  const atWork = open.flatMap(({ state, progress }) => (state === 'started' && progress ? [progress] : []))
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return { done: sum(atWork.map(({ done }) => done)), of: sum(atWork.map(({ of }) => of)) }
}

function isUnsettled(state: ResultRow['result']['state']): boolean {
  return state === 'awaiting-audits' || state === 'awaiting-moderation'
}

export type FirstStep = 'register' | 'cycle' | 'share' | 'audit' | 'answer'

/** The way from an empty device to the first answer: each step and whether it is done. Over once there is a result. */
export function firstSteps(held: {
  readonly registers: number
  readonly cycles: number
  readonly assignments: number
  readonly submitted: number
  readonly rows: readonly ResultRow[]
}): readonly { readonly step: FirstStep; readonly isDone: boolean }[] {
  const isAnswered = held.rows.some(({ result }) => result.state === 'graded')
  if (isAnswered) return []
  return [
    { step: 'register', isDone: held.registers > 0 || held.cycles > 0 },
    { step: 'cycle', isDone: held.cycles > 0 },
    { step: 'share', isDone: held.assignments > 0 },
    { step: 'audit', isDone: held.submitted > 0 },
    { step: 'answer', isDone: false },
  ]
}
