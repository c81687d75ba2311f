/**
 * Makes an area on this hub with its first member and the standards that come with the program, all of it in the trail; and
 * brings later standards to the areas there are.
 *
 * Effects: SQL. Rule: sync.md, "Transport and sign-in"; product.md, "Framework" (a published version never changes).
 */
import { isDemoArea } from '../../core/access/demo-area'
import { Framework } from '../../core/framework/schema'
import { frameworkKey } from '../../core/ops/keys'
import { type AreaRow, type HubTransaction, lockArea, writeTransaction } from '../db/transactions'
import type { Hub } from '../hub'
import { bodyCacheOf } from './body-cache'
import { type Act, actAsHub, HUB_ACTOR, HUB_DEVICE } from './hub-acts'
import { recordSource } from './record-source'
import { FIRST_HASH } from './trail'

const bundled = import.meta.glob<unknown>('../../../audit-frameworks/*/*.json', { import: 'default' })

export interface NewArea {
  /** 32 hexadecimal digits, as `hub.newId` gives them; the member's id too. */
  readonly area: string
  readonly areaName: string
  readonly member: string
  readonly name: string
  readonly agency: string
  /** The address under which devices reach this hub. */
  readonly hubOrigin: string
}

/** @throws when there is such an area already, or when its id is that of a fictional one: only a bug can cause that. */
export async function createArea(hub: Hub, made: NewArea): Promise<void> {
  if (isDemoArea(made.area)) throw new Error('a hub takes nothing from a fictional area')
  const frameworks = await bundledFrameworks()
  await writeTransaction(hub.db, async (trx) => {
    const at = hub.now()
    const area = { area: made.area, epoch: hub.newId(), created_at: at, seq: 0, ops: 0, head: FIRST_HASH }
    await trx.insertInto('area').values(area).execute()
    await trx
      .insertInto('device')
      .values({
        area: made.area,
        id: HUB_DEVICE,
        member: HUB_ACTOR,
        name: '',
        session: null,
        last_n: 0,
        waiting: JSON.stringify({ count: 0, oldestAt: null }),
        seen_at: at,
        revoked: 0,
      })
      .execute()
    const data = {
      areaId: made.area,
      areaName: made.areaName,
      memberId: made.member,
      memberName: made.name,
      agency: made.agency,
      hub: made.hubOrigin,
    }
    await actAsHub(trx, hub, { area, actor: made.member, acts: [{ kind: 'area.create', data }] })
    const begun = await lockArea(trx, made.area)
    if (begun) await actAsHub(trx, hub, { area: begun, actor: HUB_ACTOR, acts: frameworks.map(adopt) })
  })
}

/** At each start: the standards that came with a newer program, for every area that does not have them. */
export async function addFrameworks(hub: Hub): Promise<void> {
  const frameworks = await bundledFrameworks()
  for (const { area } of await hub.db.kysely.selectFrom('area').select('area').execute()) {
    const added = await writeTransaction(hub.db, async (trx) => {
      const locked = await lockArea(trx, area)
      const acts = locked ? (await missing(trx, hub, locked, frameworks)).map(adopt) : []
      if (locked) await actAsHub(trx, hub, { area: locked, actor: HUB_ACTOR, acts })
      return acts.length
    })
    if (added > 0) hub.db.notify(area)
  }
}

async function missing(
  trx: HubTransaction,
  hub: Hub,
  { area }: AreaRow,
  frameworks: readonly Framework[],
): Promise<readonly Framework[]> {
  const keyOf = ({ id, version }: Framework) => frameworkKey(id, version)
  const source = recordSource(trx, area, bodyCacheOf(hub.db))
  const keys = frameworks.map(keyOf)
  const known = new Set([...(await source.rows(keys)).map(({ key }) => key), ...(await source.erased(keys))])
  return frameworks.filter((framework) => !known.has(keyOf(framework)))
}

function adopt(framework: Framework): Act {
  return { kind: 'framework.adopt', data: { framework } }
}

function bundledFrameworks(): Promise<readonly Framework[]> {
  return Promise.all(Object.values(bundled).map(async (load) => Framework.parse(await load())))
}
