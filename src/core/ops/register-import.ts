/**
 * Puts a register import in place. The plans themselves are not rows: they are sealed chunks named by their hashes here.
 *
 * Pure. Rule: architecture.md, "The register is not rows"; product.md, "Register".
 */
import * as z from 'zod/mini'
import { RegisterSummary } from '../register/summary'
import { err, ok } from '../result'
import { Id } from '../shapes'
import { requireRole } from './allowed'
import { registerKey } from './keys'
import type { OpSpec } from './op'

const Data = z.object({ registerId: Id, summary: RegisterSummary })

export const registerImport: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [registerKey(data.registerId)],
  blobs: (data) => data.summary.chunks,
  decide(ctx, rows, { registerId, summary }) {
    const allowed = requireRole(ctx, 'manager')
    if (!allowed.ok) return allowed
    const key = registerKey(registerId)
    if (rows.get(key) !== 'absent') return err({ type: 'Exists', key })
    return ok([{ key, scope: 'managers', refs: [], body: summary }])
  },
}
