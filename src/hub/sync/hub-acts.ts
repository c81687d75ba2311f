/**
 * What the hub does itself is in the trail like everything else: ops of a device called `hub`, which no browser can be.
 *
 * Effects: SQL, inside the transaction it is given.
 */
import { Role } from '../../core/access/member'
import type { OpData, OpKind } from '../../core/ops/registry'
import type { AreaRow, HubTransaction } from '../db/transactions'
import type { Hub } from '../hub'
import { takeBatch } from './take-batch'

export const HUB_DEVICE = 'hub'

/** The actor of what nobody in the area asked for. */
export const HUB_ACTOR = 'hub'

export type Act = { readonly [K in OpKind]: { readonly kind: K; readonly data: OpData<K> } }[OpKind]

/**
 * @param area locked, as it now is.
 * @throws when an act is refused: only a bug can cause that.
 */
export async function actAsHub(
  trx: HubTransaction,
  hub: Hub,
  { area, actor, acts }: { readonly area: AreaRow; readonly actor: string; readonly acts: readonly Act[] },
): Promise<void> {
  if (acts.length === 0) return
  const device = await trx
    .selectFrom('device')
    .select('last_n')
    .where('area', '=', area.area)
    .where('id', '=', HUB_DEVICE)
    .executeTakeFirstOrThrow()
  const at = hub.now()
  const ops = acts.map(({ kind, data }, i) => {
    return { opId: hub.newId(), n: device.last_n + 1 + i, at, kind, base: 0, data }
  })
  const doer = {
    device: HUB_DEVICE,
    actor,
    mayDo: () => true,
    memberKey: `member/${actor}`,
    roles: () => Role.options,
  } as const
  const taken = await takeBatch(trx, hub, { area, doer, ops })
  if (!taken.ok) throw new Error(`the hub's own acts were not taken: ${taken.error.type}`)
  for (const outcome of taken.value.outcomes.values()) {
    if (outcome.outcome === 'refused') throw new Error(`the hub's own act was refused: ${outcome.refusal.type}`)
  }
  await trx
    .updateTable('device')
    .set({ last_n: device.last_n + ops.length, seen_at: at })
    .where('area', '=', area.area)
    .where('id', '=', HUB_DEVICE)
    .execute()
}
