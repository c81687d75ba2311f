/**
 * Which scopes a member reads at this moment, by the record that the area has of them.
 *
 * Effects: SQL. The rule itself is core/access/scopes-for.ts.
 */
import type { Kysely } from 'kysely'
import { Area, Member } from '../../core/access/member'
import { scopesFor } from '../../core/access/scopes-for'
import type { Scope } from '../../core/ops/op'
import type { Schema } from '../db/schema'
import type { Caller } from '../hub'

/** @returns nothing for one who has left or never was a member. */
export async function readableScopes(db: Kysely<Schema>, { area, member }: Caller): Promise<readonly Scope[]> {
  const [memberKey, areaKey] = [`member/${member}`, `area/${area}`]
  const rows = await db
    .selectFrom('record')
    .select(['key', 'body'])
    .where('area', '=', area)
    .where('key', 'in', [memberKey, areaKey])
    .execute()
  const bodies = new Map(rows.map(({ key, body }) => [key, JSON.parse(body)]))
  if (!bodies.has(memberKey) || !bodies.has(areaKey)) return []
  const services = Area.parse(bodies.get(areaKey)).agencies.map(({ id }) => id)
  return scopesFor({ id: member, ...Member.parse(bodies.get(memberKey)) }, services)
}
