/**
 * The people of this local area as the settings show them, and the verbs to change them and to hand the device over.
 *
 * Effects: IndexedDB through live queries and ops. Rule: product.md, "The people".
 */
import type { Agency, Area, Member } from '../../core/access/member'
import type { Refusal } from '../../core/ops/refusal'
import { ok, type Result } from '../../core/result'
import { useArea, useMembers } from '../../store/cycles'
import type { Session } from '../../store/device'
import { useHere, usePerform } from '../../store/hooks'
import { newId } from '../../store/ids'
import { setLocal } from '../../store/local'
import type { StorageRefusal } from '../../store/storage-refusal'

export interface Person extends Member {
  readonly id: string
  readonly agencyLabel: string
  readonly isYou: boolean
}

export interface People {
  readonly area: Area
  readonly agencies: readonly Agency[]
  /** Those who take part first, each group by name. */
  readonly people: readonly Person[]
  readonly you: Person | null
  readonly isManager: boolean
  /** Adds a person, or changes the one with this id. @returns their id. */
  readonly save: (id: string | null, member: Member) => Promise<Result<string, Refusal | StorageRefusal>>
  readonly takeOver: (id: string) => Promise<void>
}

/** @returns `undefined` while loading. */
export function usePeople(): People | undefined {
  const { device, session, onSession } = useHere()
  const perform = usePerform()
  const area = useArea()
  const members = useMembers()
  if (!area || !members) return undefined
  const { agencies } = area.body
  const people = members
    .map(({ id, body }): Person => {
      const agencyLabel = agencies.find((agency) => agency.id === body.agency)?.label ?? body.agency
      return { ...body, id, agencyLabel, isYou: id === session.memberId }
    })
    .sort((a, b) => Number(b.active) - Number(a.active))
  const you = people.find((person) => person.isYou) ?? null
  return {
    area: area.body,
    agencies,
    people,
    you,
    isManager: you?.active === true && you.roles.includes('manager'),
    save: async (id, member) => {
      const memberId = id ?? newId()
      const saved = await perform({ kind: 'member.set', data: { areaId: session.areaId, memberId, member } })
      return saved.ok ? ok(memberId) : saved
    },
    takeOver: async (memberId) => {
      const next: Session = { areaId: session.areaId, memberId }
      await setLocal(device, 'session', next)
      onSession(next)
    },
  }
}
