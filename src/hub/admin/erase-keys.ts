/**
 * Erases keys and what hangs on them outside their records: the pseudonym of a subject in the managers' sample, the account
 * of a member. Decided by the keys alone, so that a restore does the same again from the list of erasures.
 *
 * Effects: SQL, inside the transaction it is given, under the area's lock. Rule: sync.md, "When visibility changes".
 */
import { sql } from 'kysely'
import { idOf, type Key, kindOf } from '../../core/ops/op'
import { SampleKey } from '../../core/sampling/cycle'
import { type HubTransaction, lockArea } from '../db/transactions'
import type { Hub } from '../hub'
import { eraseWithin } from '../sync/erase'

export interface ErasedKeys {
  /** Ops whose content went; that they happened, and their hashes, stay. */
  readonly ops: number
  /** Samples in which a pseudonym went. */
  readonly samples: number
  /** Accounts that went: of members who are in no other area. */
  readonly accounts: number
}

export async function eraseKeys(
  trx: HubTransaction,
  hub: Hub,
  area: string,
  keys: readonly Key[],
): Promise<ErasedKeys> {
  const idsOf = (kind: string) => keys.filter((key) => kindOf(key) === kind).map(idOf)
  const samples = await unnameInSamples(trx, area, new Set(idsOf('subject')))
  const erased = await eraseWithin(trx, hub, area, keys)
  let accounts = 0
  for (const member of idsOf('member')) accounts += await eraseAccount(trx, area, member)
  return { ops: erased?.ops ?? 0, samples, accounts }
}

/** The place of the plan in the draw stays, so that it is not drawn again in this cycle; which plan it was goes. */
async function unnameInSamples(trx: HubTransaction, area: string, subjects: ReadonlySet<string>): Promise<number> {
  if (subjects.size === 0) return 0
  const samples = await trx
    .selectFrom('record')
    .select(['key', 'body', 'rev'])
    .where('area', '=', area)
    .where('kind', '=', 'sample')
    .execute()
  let changed = 0
  for (const { key, body, rev } of samples) {
    const sample = SampleKey.parse(JSON.parse(body))
    const isNamed = ({ subjectId, pseudonym }: SampleKey['plans'][number]) =>
      subjects.has(subjectId) && pseudonym !== ''
    if (!sample.plans.some(isNamed)) continue
    const plans = sample.plans.map((plan) => (isNamed(plan) ? { ...plan, pseudonym: '' } : plan))
    const seq = ((await lockArea(trx, area))?.seq ?? 0) + 1
    const now = { body: JSON.stringify({ ...sample, plans }), rev: rev + 1, seq }
    await trx.updateTable('record').set(now).where('area', '=', area).where('key', '=', key).execute()
    await trx.updateTable('area').set({ seq }).where('area', '=', area).execute()
    changed += 1
  }
  return changed
}

/** The devices stay as numbers of the trail, closed and without a name. */
async function eraseAccount(trx: HubTransaction, area: string, member: string): Promise<number> {
  const ofMember = sql`where area = ${area} and member = ${member}`
  const { rows } = await sql<{ user_id: string }>`select user_id from membership ${ofMember}`.execute(trx)
  await sql`delete from membership ${ofMember}`.execute(trx)
  await sql`delete from link ${ofMember}`.execute(trx)
  await sql`update device set name = '', session = null, revoked = 1 ${ofMember}`.execute(trx)
  let accounts = 0
  for (const { user_id } of rows) {
    const other = await sql`select 1 from membership where user_id = ${user_id}`.execute(trx)
    if (other.rows.length > 0) continue
    for (const table of ['session', 'account', 'passkey']) {
      await sql`delete from ${sql.table(table)} where ${sql.ref('userId')} = ${user_id}`.execute(trx)
    }
    await sql`delete from ${sql.table('user')} where id = ${user_id}`.execute(trx)
    accounts += 1
  }
  return accounts
}
