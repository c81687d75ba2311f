/**
 * What is kept of one register import beside its sealed chunks: counts and digests, never a plan and never a person.
 *
 * Pure schema. Rule: architecture.md, "The register is not rows"; product.md, "Register".
 */
import * as z from 'zod/mini'
import { Day, Hash, Time } from '../shapes'

const Counts = z.record(z.string(), z.number())

export const RegisterSummary = z.object({
  format: z.string(),
  /** The sampling date the population was worked out for, YYYY-MM-DD. */
  asOf: Day,
  importedAt: Time,
  /** Plans of the population. */
  plans: z.number(),
  /** Data rows of the file: plans and every record left out. */
  rows: z.number(),
  excluded: Counts,
  warnings: Counts,
  marginals: z.record(z.string(), Counts),
  /** Headings used, by field. */
  columns: z.record(z.string(), z.string()),
  /** SHA-256 over the frame in rank order (core/sampling/frame.ts). */
  digest: z.string(),
  /** Hashes of the sealed chunks, in rank order. */
  chunks: z.array(Hash),
})
export type RegisterSummary = z.infer<typeof RegisterSummary>
