/**
 * Puts a register import in place. The plans themselves are not rows: they are sealed chunks named by their hashes here.
 *
 * Pure. Rule: architecture.md, "The register is not rows"; product.md, "Register".
 */
import * as z from 'zod/mini'
import { RegisterSummary } from '../register/summary'
import { ok } from '../result'
import { requireRole } from './allowed'
import type { OpSpec } from './op'

const Data = z.object({ registerId: z.string(), summary: RegisterSummary })

export const registerImport: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: () => [],
  blobs: (data) => data.summary.chunks,
  decide(ctx, _rows, data) {
    const allowed = requireRole(ctx, 'manager')
    if (!allowed.ok) return allowed
    return ok([{ key: `register/${data.registerId}`, scope: 'managers', refs: [], body: data.summary }])
  },
}
