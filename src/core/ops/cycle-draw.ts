/**
 * Stores a drawn cycle: its design and seed, its subjects under audit codes, and the managers' key to the register.
 *
 * Pure. The draw itself is core/sampling/draw.ts; anyone with the register can repeat it from what is stored here.
 * Rule: product.md, "Cycle" and "Sample".
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { Cycle, SampleKey, Subject } from '../sampling/cycle'
import { requireRole, subjectChange } from './allowed'
import { cycleKey } from './keys'
import type { OpSpec } from './op'

const Data = z.object({
  cycleId: z.string(),
  cycle: Cycle,
  subjects: z.array(z.object({ id: z.string(), subject: Subject })),
  sampleKey: SampleKey,
})

export const cycleDraw: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [cycleKey(data.cycleId)],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'manager')
    if (!allowed.ok) return allowed
    const key = cycleKey(data.cycleId)
    if (rows.get(key) !== 'absent') return err({ type: 'Exists', key })
    const refs = [`register/${data.cycle.register.id}` as const]
    return ok([
      { key, scope: 'auditors', refs, body: data.cycle },
      { key: `sample/${data.cycleId}`, scope: 'managers', refs: [key], body: data.sampleKey },
      ...data.subjects.map(({ id, subject }) => subjectChange(id, subject)),
    ])
  },
}
