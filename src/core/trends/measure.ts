/**
 * A measure the area holds itself to, as data: which subjects it counts, what it calls them, and its target.
 *
 * Pure. Editable by an area, so nothing here is decided in code elsewhere. Rule: product.md, "Measures the area holds
 * itself to": drafts, re-audits, themed and complaint audits are series of their own and never mixed into the headline.
 */
import * as z from 'zod/mini'

export const Measure = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What one counted subject is called, and several: "new plan", "new plans". */
  one: z.string(),
  many: z.string(),
  /** Fact to accepted values; all must hold. A subject whose fact is not known is not counted. */
  counts: z.record(z.string(), z.array(z.string())),
  /** The share to reach, 0 to 1; null where none is set. */
  target: z.nullable(z.number().check(z.gte(0), z.lte(1))),
})
export type Measure = z.infer<typeof Measure>

/** The facts a measure may ask for, as text: `purpose` of the cycle, `status` of the plan, and the register's facts. */
export type MeasureFacts = Readonly<Record<string, string | null | undefined>>

export const NEW_PLANS_GOOD: Measure = {
  id: 'new-plans-good',
  title: 'New plans graded good or better',
  one: 'new plan',
  many: 'new plans',
  counts: { purpose: ['random'], status: ['final'], version: ['new'] },
  target: 0.9,
}

export const SAMPLED_PLANS_GOOD: Measure = {
  id: 'sampled-plans-good',
  title: 'All sampled plans graded good or better',
  one: 'plan',
  many: 'plans',
  counts: { purpose: ['random'], status: ['final', 'amended'] },
  target: null,
}

/** Built in; the first is the headline. */
export const MEASURES: readonly Measure[] = [NEW_PLANS_GOOD, SAMPLED_PLANS_GOOD]

export function isCounted(measure: Measure, facts: MeasureFacts): boolean {
  return Object.entries(measure.counts).every(([fact, accepted]) => {
    const value = facts[fact]
    return typeof value === 'string' && accepted.includes(value)
  })
}
