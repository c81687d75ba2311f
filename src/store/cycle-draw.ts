/**
 * Turns a draw into what is stored of it: the cycle with its design and seed, the subjects under random audit codes, and
 * the managers' key from subjects to plans.
 *
 * Effects: ids, clock, randomness for audit codes. The codes say nothing of the plan. Rule: product.md, "Audit code".
 */
import { contentHash } from '../core/framework/content-hash'
import type { Framework } from '../core/framework/schema'
import type { OpData } from '../core/ops/registry'
import type { StoredPlan } from '../core/register/chunks'
import type { RegisterSummary } from '../core/register/summary'
import { auditCodeBytes, auditCodes } from '../core/sampling/audit-codes'
import type { Cycle, Subject, SubjectFacts } from '../core/sampling/cycle'
import type { Draw, DrawnPlan } from '../core/sampling/draw'
import { newId, now, randomBytes } from './ids'
import type { Held } from './read'

/** What a manager decides about a cycle beside the draw itself. */
export interface CycleChoices {
  readonly name: string
  readonly purpose: Cycle['purpose']
  readonly criteria: Cycle['criteria']
  readonly startsOn: string
  readonly dueOn: string
  /** As an analyst would hand it to the command line. */
  readonly design: Readonly<Record<string, unknown>>
  readonly seed: string
}

export interface CycleToStore {
  readonly choices: CycleChoices
  readonly draw: Draw
  readonly plans: readonly StoredPlan[]
  readonly register: Held<RegisterSummary>
  readonly framework: Framework
  readonly drawnBy: string
  /** Codes of other cycles, so that no slip names a plan of another. */
  readonly taken: readonly string[]
}

export function factsOf({ keyStage, need, version, setting, team, yearGroup, latestDate }: StoredPlan): SubjectFacts {
  return { keyStage, need, version, setting, team, yearGroup, finalisedOn: latestDate }
}

export function newSubject(cycleId: string, code: string, plan: StoredPlan, drawn: DrawnPlan): Subject {
  const { stratum, double } = drawn
  return { cycleId, kind: 'plan', code, facts: factsOf(plan), stratum, double, swapped: null, outcome: null }
}

/** @throws when a drawn rank is not in the register: a caller's bug. */
export function planOfRank(plans: readonly StoredPlan[], rank: number): StoredPlan {
  // Plans come in rank order from 0; the search is for registers that were ever kept otherwise.
  const plan = plans[rank]?.rank === rank ? plans[rank] : plans.find((one) => one.rank === rank)
  if (!plan) throw new RangeError(`no plan of the register has rank ${rank}`)
  return plan
}

export function cycleDrawData({
  choices,
  draw,
  plans,
  register,
  framework,
  drawnBy,
  taken,
}: CycleToStore): OpData<'cycle.draw'> {
  const cycleId = newId()
  const codes = auditCodes(draw.plans.length, randomBytes(auditCodeBytes(draw.plans.length)), taken)
  const subjects = draw.plans.map((drawn, index) => {
    const plan = planOfRank(plans, drawn.rank)
    const subject = newSubject(cycleId, codes[index] ?? '', plan, drawn)
    return { id: newId(), subject, rank: drawn.rank, pseudonym: plan.pseudonym }
  })
  const { asOf, digest } = register.body
  const hash = contentHash(framework)
  if (hash === null) throw new Error(`framework ${framework.id} is not JSON`)
  return {
    cycleId,
    cycle: {
      ...choices,
      design: { ...choices.design },
      framework: { id: framework.id, version: framework.version, hash },
      register: { id: register.id, asOf, plans: plans.length, digest },
      frame: draw.frame,
      allocation: draw.allocation.map(({ stratum, N, n }) => ({ stratum: { ...stratum }, N, n })),
      drawnAt: now(),
      drawnBy,
    },
    subjects: subjects.map(({ id, subject }) => ({ id, subject })),
    sampleKey: {
      cycleId,
      plans: subjects.map(({ id, rank, pseudonym }) => ({ subjectId: id, rank, pseudonym })),
    },
  }
}
