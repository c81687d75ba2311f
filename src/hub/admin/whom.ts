/**
 * Which records an administrator means: everything about one plan, about one member of staff, or one key.
 *
 * A plan is drawn under another code in each cycle; the managers' samples say which subjects are the same plan, and all of
 * them are meant. What only mentions it among others (a cycle, a sample, an edition, a register) is not of it. Reads only.
 */

import { memberKey, subjectKey } from '../../core/ops/keys'
import { idOf, type Key } from '../../core/ops/op'
import { err, ok, type Result } from '../../core/result'
import { SampleKey, Subject } from '../../core/sampling/cycle'
import type { HubTransaction } from '../db/transactions'
import { inParts } from '../sync/in-parts'

export type Whom =
  | { readonly type: 'subject'; readonly name: string }
  | { readonly type: 'member'; readonly id: string }
  | { readonly type: 'key'; readonly key: string }

export interface MeantSubject {
  readonly id: string
  readonly code: string
  readonly cycleId: string
}

export interface Meant {
  /** Every key of a record that is about them, the first one first. */
  readonly keys: readonly Key[]
  /** The plan under each of its codes; none for a member or a key. */
  readonly subjects: readonly MeantSubject[]
}

export type WhomRefusal =
  | { readonly type: 'Unknown' }
  /** The code was given in several cycles, for different plans. */
  | { readonly type: 'Several'; readonly subjects: readonly MeantSubject[] }

/** Kinds that hold many plans: they stay, and hold no word about one of them. */
const SHARED: ReadonlySet<string> = new Set(['area', 'cycle', 'sample', 'edition', 'framework', 'register', 'member'])

export async function meantBy(trx: HubTransaction, area: string, whom: Whom): Promise<Result<Meant, WhomRefusal>> {
  switch (whom.type) {
    case 'subject':
      return meantSubject(trx, area, whom.name)
    case 'member':
      return meantKey(trx, area, memberKey(whom.id))
    case 'key':
      return meantKey(trx, area, whom.key as Key)
  }
}

async function meantKey(trx: HubTransaction, area: string, key: Key): Promise<Result<Meant, WhomRefusal>> {
  const [row] = await rowsOf(trx, area, [key])
  const op =
    row ??
    (await trx
      .selectFrom('op')
      .select('key')
      .where('area', '=', area)
      .where('key', '=', key)
      .limit(1)
      .executeTakeFirst())
  return op ? ok({ keys: [key], subjects: [] }) : err({ type: 'Unknown' })
}

async function meantSubject(trx: HubTransaction, area: string, name: string): Promise<Result<Meant, WhomRefusal>> {
  const all = (await bodiesOf(trx, area, 'subject')).map(({ key, body }): MeantSubject => {
    const { code, cycleId } = Subject.parse(body)
    return { id: idOf(key), code, cycleId }
  })
  const byId = all.filter(({ id }) => id === name)
  const named = byId.length > 0 ? byId : all.filter(({ code }) => code === name)
  const [first] = named
  if (!first) return err({ type: 'Unknown' })
  const samePlan = await samePlanAs(trx, area)
  const ids = new Set(samePlan(first.id))
  if (named.some(({ id }) => !ids.has(id))) return err({ type: 'Several', subjects: named })
  const subjects = all.filter(({ id }) => ids.has(id))
  return ok({
    keys: await referring(
      trx,
      area,
      subjects.map(({ id }) => subjectKey(id)),
    ),
    subjects,
  })
}

/** @returns from the id of a subject to the ids of every subject that is the same plan, itself included. */
async function samePlanAs(trx: HubTransaction, area: string): Promise<(id: string) => readonly string[]> {
  const plans = (await bodiesOf(trx, area, 'sample')).flatMap(({ body }) => SampleKey.parse(body).plans)
  const pseudonymOf = new Map(plans.map(({ subjectId, pseudonym }) => [subjectId, pseudonym]))
  return (id) => {
    const pseudonym = pseudonymOf.get(id)
    const same = plans
      .filter((plan) => plan.pseudonym === pseudonym && pseudonym !== '')
      .map(({ subjectId }) => subjectId)
    return [...new Set([id, ...same])]
  }
}

/** The keys and every key whose record refers to one of them, and so on. */
async function referring(trx: HubTransaction, area: string, keys: readonly Key[]): Promise<readonly Key[]> {
  const found = new Set(keys)
  for (let next = keys; next.length > 0; ) {
    const rows = await inParts(next, (part) =>
      trx.selectFrom('ref').select('key').distinct().where('area', '=', area).where('ref', 'in', part).execute(),
    )
    next = rows.map(({ key }) => key as Key).filter((key) => !found.has(key) && !isShared(key))
    for (const key of next) found.add(key)
  }
  return [...found]
}

function isShared(key: Key): boolean {
  return SHARED.has(key.slice(0, key.indexOf('/')))
}

/** The records of these keys that are there. */
export function rowsOf(trx: HubTransaction, area: string, keys: readonly Key[]) {
  return inParts(keys, (part) =>
    trx.selectFrom('record').selectAll().where('area', '=', area).where('key', 'in', part).execute(),
  )
}

/** Every record of a kind with its body. */
export async function bodiesOf(
  trx: HubTransaction,
  area: string,
  kind: string,
): Promise<readonly { readonly key: Key; readonly body: unknown }[]> {
  const rows = await trx
    .selectFrom('record')
    .select(['key', 'body'])
    .where('area', '=', area)
    .where('kind', '=', kind)
    .orderBy('key')
    .execute()
  return rows.map(({ key, body }) => ({ key: key as Key, body: JSON.parse(body) }))
}
