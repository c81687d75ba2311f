/**
 * Stores a drawn cycle: its design and seed, its subjects under audit codes, and the managers' key to the register.
 *
 * Pure. The draw itself is core/sampling/draw.ts; anyone with the register can repeat it from what is stored here.
 * Rule: product.md, "Cycle" and "Sample".
 */
import * as z from 'zod/mini'
import { contentHash } from '../framework/content-hash'
import { Framework } from '../framework/schema'
import { RegisterSummary } from '../register/summary'
import { err, ok, type Result } from '../result'
import { Cycle, SampleKey, Subject } from '../sampling/cycle'
import { Id } from '../shapes'
import { requireRole, subjectChange } from './allowed'
import { cycleKey, frameworkKey, registerKey, sampleKey, subjectKey } from './keys'
import { type Key, need, type OpSpec, type Rows } from './op'
import type { Refusal } from './refusal'

const Data = z.object({
  cycleId: Id,
  cycle: Cycle,
  subjects: z.array(z.object({ id: Id, subject: Subject })),
  sampleKey: SampleKey,
})
type Drawn = z.infer<typeof Data>

export const cycleDraw: OpSpec<Drawn> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: ({ cycleId, cycle, subjects }) => [
    cycleKey(cycleId),
    sampleKey(cycleId),
    registerKey(cycle.register.id),
    frameworkKey(cycle.framework.id, cycle.framework.version),
    ...subjects.map(({ id }) => subjectKey(id)),
  ],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'manager')
    if (!allowed.ok) return allowed
    const { cycleId } = data
    const key = cycleKey(cycleId)
    const made: readonly Key[] = [key, sampleKey(cycleId), ...data.subjects.map(({ id }) => subjectKey(id))]
    const known = made.find((one) => rows.get(one) !== 'absent')
    if (known) return err({ type: 'Exists', key: known })
    const matching = isOneDraw(rows, data)
    if (!matching.ok) return matching
    const { closed: _closed, adoptedFrom: _adopted, ...cycle } = data.cycle
    return ok([
      {
        key,
        scope: 'auditors',
        refs: [registerKey(cycle.register.id)],
        body: { ...cycle, drawnBy: ctx.actor, drawnAt: ctx.at } satisfies Cycle,
      },
      { key: sampleKey(cycleId), scope: 'managers', refs: [key], body: data.sampleKey },
      ...data.subjects.map(({ id, subject }) => subjectChange(id, asDrawn(subject))),
    ])
  },
}

/** Register, framework, subjects and key belong to one another, and no subject is there twice. */
function isOneDraw(rows: Rows, { cycleId, cycle, subjects, sampleKey: sample }: Drawn): Result<true, Refusal> {
  const register = need(rows, registerKey(cycle.register.id), RegisterSummary)
  if (!register.ok) return register
  const frameworkName = frameworkKey(cycle.framework.id, cycle.framework.version)
  const framework = need(rows, frameworkName, Framework)
  if (!framework.ok) return framework
  if (register.value.digest !== cycle.register.digest) {
    return err({ type: 'NotTogether', key: registerKey(cycle.register.id) })
  }
  if (contentHash(framework.value) !== cycle.framework.hash) return err({ type: 'NotTogether', key: frameworkName })
  const ids = new Set(subjects.map(({ id }) => id))
  const codes = new Set(subjects.map(({ subject }) => subject.code))
  const planned = new Set(sample.plans.map(({ subjectId }) => subjectId))
  const isOne =
    sample.cycleId === cycleId &&
    subjects.every(({ id, subject }) => subject.cycleId === cycleId && planned.has(id)) &&
    [ids.size, codes.size, planned.size, sample.plans.length].every((count) => count === subjects.length)
  return isOne ? ok(true) : err({ type: 'NotTogether', key: sampleKey(cycleId) })
}

/** As a subject is before anything has happened to it. */
export function asDrawn({ cycleId, kind, code, facts, stratum, double }: Subject): Subject {
  return { cycleId, kind, code, facts, stratum, double, swapped: null, outcome: null }
}
