/**
 * Turns "these people audit these plans" into the assignments to store, and a cycle's progress into the plans to share.
 *
 * Effects: ids. Anyone asked once a plan is released is not blind. Rule: product.md, "Assignment" and "Blind".
 */
import type { Member } from '../core/access/member'
import type { Part } from '../core/audit/audit'
import { criteriaFor } from '../core/audit/criteria-for'
import { allCriteria } from '../core/framework/lookup'
import type { Framework } from '../core/framework/schema'
import type { OpData } from '../core/ops/registry'
import type { Cycle, SightBasis } from '../core/sampling/cycle'
import type { SubjectProgress } from './cycle-progress'
import type { AuditorToAsk, Handed, PlanToShare } from './cycle-share-out'
import { newId } from './ids'
import type { Held } from './read'

/** The same plans for everybody chosen, so that they can compare how they judge: a calibration. */
export function forEverybody(plans: readonly PlanToShare[], auditors: readonly AuditorToAsk[]): readonly PlanToShare[] {
  return plans.map((plan) => {
    const out = new Set([...plan.holders.map(({ auditor }) => auditor), ...plan.barred])
    return { ...plan, needed: auditors.filter(({ id }) => !out.has(id)).length }
  })
}

/** The plans that still lack an auditor. */
export function plansToShare(progress: readonly SubjectProgress[]): readonly PlanToShare[] {
  return progress
    .filter(({ needed }) => needed > 0)
    .map(({ subject, needed, open, returned }) => ({
      subjectId: subject.id,
      code: subject.body.code,
      needed,
      holders: open.map(({ body }) => ({ auditor: body.auditor, agency: body.agency })),
      barred: returned.map(({ body }) => body.auditor),
    }))
}

/** Everybody who may be asked: active auditors, with how many plans of this cycle they hold. */
export function auditorsToAsk(
  members: readonly Held<Member>[],
  progress: readonly SubjectProgress[],
): readonly (AuditorToAsk & { readonly name: string })[] {
  const held = progress.flatMap(({ open }) => open.map(({ body }) => body.auditor))
  return members
    .filter(({ body }) => body.active && body.roles.includes('auditor'))
    .map(({ id, body }) => ({
      id,
      name: body.name,
      agency: body.agency,
      load: held.filter((auditor) => auditor === id).length,
    }))
}

interface Giving {
  readonly cycle: Held<Cycle>
  readonly framework: Framework
  readonly progress: readonly SubjectProgress[]
  readonly handed: readonly Handed[]
  readonly basis: SightBasis
  readonly dueOn: string
  /** Left out: the whole subject. */
  readonly part?: Part
}

export function assignmentGiveData(giving: Giving): OpData<'assignment.give'> {
  const { cycle, framework, progress, handed, basis, dueOn, part = { type: 'whole' } } = giving
  const isWithin = sectionTest(framework, part)
  const released = new Set(progress.filter(({ isReleased }) => isReleased).map(({ subject }) => subject.id))
  return {
    framework: { id: framework.id, version: framework.version },
    assignments: handed.map(({ subjectId, auditor, agency }) => ({
      id: newId(),
      assignment: {
        cycleId: cycle.id,
        subjectId,
        auditor,
        agency,
        criteria: criteriaFor(framework, cycle.body.criteria, agency).filter(isWithin),
        part,
        basis,
        dueOn,
        state: 'asked',
        declared: null,
        blind: !released.has(subjectId),
      },
    })),
  }
}

/** Whether a criterion belongs to the part somebody is asked about. */
function sectionTest(framework: Framework, part: Part): (criterionId: string) => boolean {
  if (part.type !== 'sections') return () => true
  const sections = framework.sections.filter(({ id }) => part.sections.includes(id))
  const within = new Set(allCriteria({ ...framework, sections }).map(({ id }) => id))
  return (criterionId) => within.has(criterionId)
}
