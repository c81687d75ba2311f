/**
 * The frameworks that come with the app. A bundled version is adopted into the area's database once; from then on the
 * stored version is the one audits pin.
 *
 * Effects: IndexedDB. Rule: product.md, "Framework" (a published version never changes).
 */
import { Framework } from '../core/framework/schema'
import { frameworkKey } from '../core/ops/keys'
import type { Device, Session } from './device'
import { perform } from './write'

const bundled = import.meta.glob<unknown>('../../audit-frameworks/*/*.json', { import: 'default' })

/** Adopts every bundled version the area does not hold yet; run at set-up and at each start after an update. */
export async function adoptBundledFrameworks(device: Device, session: Session): Promise<void> {
  for (const [path, load] of Object.entries(bundled)) {
    const [, id, version] = /audit-frameworks\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
    if (!id || !version) continue
    const held = await device.tables.rows.get(frameworkKey(id, version))
    if (held) continue
    const adopted = await perform(device, session, {
      kind: 'framework.adopt',
      data: { framework: Framework.parse(await load()) },
    })
    // A new version waits until somebody who may adopt it opens the app.
    if (!adopted.ok && adopted.error.type === 'NotAllowed') return
    if (!adopted.ok) throw new Error(`the bundled framework ${id} ${version} cannot be adopted: ${adopted.error.type}`)
  }
}

/** Every version that comes with the app. */
export function loadBundledFrameworks(): Promise<readonly Framework[]> {
  return Promise.all(Object.values(bundled).map(async (load) => Framework.parse(await load())))
}
