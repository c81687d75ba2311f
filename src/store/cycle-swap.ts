/**
 * Works out a swap: which plan takes the place of one that cannot be audited, as the draw has it.
 *
 * Effects: IndexedDB, a worker, ids. Nobody chooses the replacement. Rule: standards.md 3.5 (swaps are logged).
 */
import type { OpData } from '../core/ops/registry'
import { err, ok, type Result } from '../core/result'
import { auditCodeBytes, auditCodes } from '../core/sampling/audit-codes'
import type { Assignment, Cycle, SampleKey, Subject } from '../core/sampling/cycle'
import { parseDesign } from '../core/sampling/design'
import { toDrawPlan } from '../core/sampling/frame'
import { newSubject, planOfRank } from './cycle-draw'
import { openSampler } from './cycle-sampler'
import type { ReplacementRefusal } from './cycle-sampling'
import type { Device } from './device'
import { newId, randomBytes } from './ids'
import type { Held } from './read'
import { type PlansRefusal, registerPlans } from './register'

export interface SwapInput {
  readonly cycle: Held<Cycle>
  readonly subject: Held<Subject>
  readonly sampleKey: SampleKey
  /** Every assignment of the subject. */
  readonly assignments: readonly Held<Assignment>[]
  readonly reason: string
  /** Audit codes in use. */
  readonly taken: readonly string[]
}

/** `NotInKey`: the managers' key on this device does not say which plan the subject is. */
export type SwapDataRefusal = PlansRefusal | ReplacementRefusal | { readonly type: 'NotInKey' }

export async function subjectSwapData(
  device: Device,
  { cycle, subject, sampleKey, assignments, reason, taken }: SwapInput,
): Promise<Result<OpData<'subject.swap'>, SwapDataRefusal>> {
  const own = sampleKey.plans.find(({ subjectId }) => subjectId === subject.id)
  if (!own) return err({ type: 'NotInKey' })
  const { register, seed, frame } = cycle.body
  const design = parseDesign(cycle.body.design)
  if (!design.ok) return design
  const plans = await registerPlans(device, register.id)
  if (!plans.ok) return plans

  const sampler = await openSampler({
    asOf: register.asOf,
    plans: plans.value.map((plan) => toDrawPlan(plan.rank, plan)),
  })
  const used = sampleKey.plans.map(({ rank }) => rank)
  const drawn = { design: design.value, seed, frameDigest: frame.digest }
  const next = await sampler.replacement(drawn, own.rank, used)
  sampler.close()
  if (!next.ok) return next

  const { rank } = next.value
  const plan = planOfRank(plans.value, rank)
  const [code = ''] = auditCodes(1, randomBytes(auditCodeBytes(1)), taken)
  // A replacement of a replacement is graded as often as the plan drawn first: the draw itself knows that plan alone.
  const replacing = { ...next.value, double: subject.body.double }
  return ok({
    subjectId: subject.id,
    cycleId: cycle.id,
    reason,
    assignmentIds: assignments.map(({ id }) => id),
    replacement: {
      id: newId(),
      subject: newSubject(cycle.id, code, plan, replacing),
      rank,
      pseudonym: plan.pseudonym,
    },
  })
}
