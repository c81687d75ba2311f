/**
 * The way back in for the last manager who cannot sign in any more: whoever runs the hub makes them a link.
 *
 * Effects: the database. Who may read the hub's database may do this; nobody can over the network.
 */
import { err, ok, type Result } from '../../core/result'
import type { Hub } from '../hub'
import { type MadeLink, makeLink } from './link'
import { areaNameOf, membersOf, userOfMember } from './members'
import { keptOrigin } from './settings'

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
 * @param origin as people reach the hub; `null`: as it last ran.
 * @returns the link, or everybody it could be for.
 */
export async function recover(
  hub: Hub,
  wanted: string | null,
  origin: string | null,
): Promise<Result<Recovered, readonly Candidate[]>> {
  const candidates: Candidate[] = []
  for (const { area } of await hub.db.kysely.selectFrom('area').select('area').orderBy('created_at').execute()) {
    const areaName = await areaNameOf(hub, area)
    for (const { id, member } of await membersOf(hub, area)) {
      if (!member.active || !(wanted === null ? member.roles.includes('manager') : isNamed(wanted, id, member.name)))
        continue
      candidates.push({ area, areaName, member: id, name: member.name })
    }
  }
  const [candidate, ...others] = candidates
  if (!candidate || others.length > 0) return err(candidates)
  const { area, member } = candidate
  const type = (await userOfMember(hub, area, member)) === null ? 'invite' : 'reset'
  return ok({
    ...(await makeLink(hub, origin ?? (await keptOrigin(hub.db)) ?? '', { type, area, member, email: null })),
    candidate,
  })
}

const isNamed = (wanted: string, id: string, name: string) =>
  id === wanted || name.toLowerCase() === wanted.toLowerCase()
