/**
 * Brings a published framework version into the area. Published versions never change: the same version twice is refused
 * unless it is the same content.
 *
 * Pure. Rule: product.md, "Framework".
 */
import * as z from 'zod/mini'
import { contentHash } from '../framework/content-hash'
import { Framework } from '../framework/schema'
import { err, ok } from '../result'
import { frameworkKey } from './keys'
import { need, type OpSpec } from './op'

const Data = z.object({ framework: Framework })

export const frameworkAdopt: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [frameworkKey(data.framework.id, data.framework.version)],
  decide(_ctx, rows, data) {
    const key = frameworkKey(data.framework.id, data.framework.version)
    const held = need(rows, key, Framework)
    if (held.ok) {
      return contentHash(held.value) === contentHash(data.framework) ? ok([]) : err({ type: 'Exists', key })
    }
    if (held.error.type !== 'Missing') return held
    return ok([{ key, scope: 'area', refs: [], body: data.framework }])
  },
}
