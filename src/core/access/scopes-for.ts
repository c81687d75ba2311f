/**
 * Which scopes a member reads: the one place that decides who sees what. The hub asks it at every pull.
 *
 * Pure. Rule: sync.md, "Scopes".
 */
import { authorScope } from '../ops/keys'
import type { Scope } from '../ops/op'
import type { Member } from './member'

export interface Reader extends Pick<Member, 'roles' | 'active' | 'agency'> {
  readonly id: string
}

/**
 * @param services every service of the area; chairs and managers read them all, others only their own agency's.
 * @returns nothing for a member who has left: their devices then give back all they hold.
 */
export function scopesFor(member: Reader, services: readonly string[]): readonly Scope[] {
  if (!member.active) return []
  const has = (...roles: Member['roles']) => roles.some((role) => member.roles.includes(role))
  const isLeader = has('manager', 'chair')
  const isOwn = (service: string) => has('adviser', 'writer') && service === member.agency
  const read = services.filter((service) => isLeader || isOwn(service))
  return [
    'area',
    ...(has('manager') ? (['managers'] as const) : []),
    ...(has('manager', 'chair', 'auditor') ? (['auditors'] as const) : []),
    authorScope(member.id),
    ...read.map((service): Scope => `service:${service}`),
  ]
}
