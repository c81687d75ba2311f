/**
 * Erases a plan, a member of staff or one record for good: the records, what the trail carried of them, and for a member the
 * account. What is shared stays: a cycle's editions are figures over all plans and name none; the samples keep the place of
 * an erased plan, so that it is not drawn again in the same cycle, without its pseudonym.
 *
 * Effects: SQL, in one transaction; a preview does the same and takes it back. Rule: sync.md, "When visibility changes".
 */
import { Member } from '../../core/access/member'
import type { Key } from '../../core/ops/op'
import { err, ok, type Result } from '../../core/result'
import { type HubTransaction, lockArea, writeTransaction } from '../db/transactions'
import type { Hub } from '../hub'
import { type ErasedKeys, eraseKeys } from './erase-keys'
import type { ErasedKey } from './erasures'
import { type MeantSubject, meantBy, rowsOf, type Whom, type WhomRefusal } from './whom'

export interface Erasure extends ErasedKeys {
  readonly subjects: readonly MeantSubject[]
  readonly keys: readonly Key[]
  /** Records by kind. */
  readonly records: Readonly<Record<string, number>>
}

export type ErasureRefusal =
  | WhomRefusal
  | { readonly type: 'UnknownArea' }
  /** An area is not erased, and a member only as one. */
  | { readonly type: 'NotByKey' }
  /** A member who is still active is made to leave first. */
  | { readonly type: 'StillActive' }

/** Thrown to take a preview back. */
class Preview extends Error {
  readonly erasure: Erasure

  constructor(erasure: Erasure) {
    super('preview')
    this.erasure = erasure
  }
}

type Remember = (keys: readonly ErasedKey[]) => Promise<void>

/** What an erasure would take, exactly; nothing is changed. */
export async function previewErasure(hub: Hub, area: string, whom: Whom): Promise<Result<Erasure, ErasureRefusal>> {
  try {
    return await writeTransaction(hub.db, async (trx) => {
      const erased = await eraseWhom(trx, hub, { area, whom, remember: async () => undefined })
      if (!erased.ok) return erased
      throw new Preview(erased.value)
    })
  } catch (thrown) {
    if (thrown instanceof Preview) return ok(thrown.erasure)
    throw thrown
  }
}

/** @param remember is given the keys before they go for good, so that the list outside backups has them whatever happens. */
export async function eraseForGood(
  hub: Hub,
  area: string,
  whom: Whom,
  remember: Remember,
): Promise<Result<Erasure, ErasureRefusal>> {
  const erased = await writeTransaction(hub.db, (trx) => eraseWhom(trx, hub, { area, whom, remember }))
  hub.db.notify(area)
  return erased
}

async function eraseWhom(
  trx: HubTransaction,
  hub: Hub,
  { area, whom, remember }: { readonly area: string; readonly whom: Whom; readonly remember: Remember },
): Promise<Result<Erasure, ErasureRefusal>> {
  if (!(await lockArea(trx, area))) return err({ type: 'UnknownArea' })
  if (whom.type === 'key' && /^(area|member)\//.test(whom.key)) return err({ type: 'NotByKey' })
  const meant = await meantBy(trx, area, whom)
  if (!meant.ok) return meant
  const { keys, subjects } = meant.value
  const rows = await rowsOf(trx, area, keys)
  if (whom.type === 'member' && rows.some(({ body }) => Member.parse(JSON.parse(body)).active)) {
    return err({ type: 'StillActive' })
  }
  const erased = await eraseKeys(trx, hub, area, keys)
  await remember(keys.map((key) => ({ area, key, at: hub.now() })))
  return ok({ subjects, keys, records: countByKind(rows), ...erased })
}

function countByKind(rows: readonly { readonly kind: string }[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
