/**
 * Brings a published framework version into the area. Published versions never change: the same version twice is refused
 * unless it is the same content.
 *
 * Pure. What would give no grade, or the wrong one, is refused (core/framework/check.ts). Rule: product.md, "Framework".
 */
import * as z from 'zod/mini'
import { checkFramework } from '../framework/check'
import { contentHash } from '../framework/content-hash'
import { Framework } from '../framework/schema'
import { err, ok } from '../result'
import { FrameworkName } from '../shapes'
import { requireRole } from './allowed'
import { frameworkKey } from './keys'
import { need, type OpSpec } from './op'

const Data = z.object({ framework: Framework })

export const frameworkAdopt: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [frameworkKey(data.framework.id, data.framework.version)],
  decide(ctx, rows, { framework }) {
    const allowed = requireRole(ctx, 'editor', 'manager')
    if (!allowed.ok) return allowed
    const key = frameworkKey(framework.id, framework.version)
    const held = need(rows, key, Framework)
    if (held.ok) return contentHash(held.value) === contentHash(framework) ? ok([]) : err({ type: 'Exists', key })
    if (held.error.type !== 'Missing') return held
    if (!isSound(framework)) return err({ type: 'BadFramework' })
    return ok([{ key, scope: 'area', refs: [], body: framework }])
  },
}

/** Whether a framework can be graded by, and can be named by a key. */
export function isSound(framework: Framework): boolean {
  return FrameworkName.safeParse(framework).success && checkFramework(framework).ok
}
