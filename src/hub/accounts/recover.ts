/**
 * The way back in for the last manager who cannot sign in any more: whoever runs the hub makes them a link.
 *
 * Effects: the database. Who may read the hub's database may do this; nobody can over the network.
 */
import { Area } from '../../core/access/member'
import { err, ok, type Result } from '../../core/result'
import type { Hub } from '../hub'
import { type MadeLink, makeLink } from './link'
import { membersOf, userOfMember } from './members'

export interface Candidate {
  readonly area: string
  readonly areaName: string
  readonly member: string
  readonly name: string
}

export interface Recovered extends MadeLink {
  readonly candidate: Candidate
}

/**
 * @param wanted a member's id or name; left out, the only manager of the hub.
 * @param origin as people reach the hub; `null`: as the area was told when it was made.
 * @returns the link, or everybody it could be for.
 */
export async function recover(
  hub: Hub,
  wanted: string | null,
  origin: string | null,
): Promise<Result<Recovered, readonly Candidate[]>> {
  const candidates: Candidate[] = []
  let hubOrigin = ''
  for (const { area } of await hub.db.kysely.selectFrom('area').select('area').execute()) {
    const made = await areaOf(hub, area)
    for (const { id, member } of await membersOf(hub, area)) {
      if (!member.active || !(wanted === null ? member.roles.includes('manager') : isNamed(wanted, id, member.name)))
        continue
      candidates.push({ area, areaName: made.name, member: id, name: member.name })
      hubOrigin = made.hub ?? ''
    }
  }
  const [candidate, ...others] = candidates
  if (!candidate || others.length > 0) return err(candidates)
  const { area, member } = candidate
  const type = (await userOfMember(hub, area, member)) === null ? 'invite' : 'reset'
  return ok({ ...(await makeLink(hub, origin ?? hubOrigin, { type, area, member, email: null })), candidate })
}

const isNamed = (wanted: string, id: string, name: string) =>
  id === wanted || name.toLowerCase() === wanted.toLowerCase()

async function areaOf(hub: Hub, area: string): Promise<Area> {
  const row = await hub.db.kysely
    .selectFrom('record')
    .select('body')
    .where('area', '=', area)
    .where('key', '=', `area/${area}`)
    .executeTakeFirstOrThrow()
  return Area.parse(JSON.parse(row.body))
}
