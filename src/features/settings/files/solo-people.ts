/**
 * Who the people of a file are in this area, as far as names and agencies tell; the person who brings it in corrects it.
 *
 * Pure. Nobody here stands for two people of the file. Rule: sync.md, "No hub" ("author mapped to the member").
 */
import type { Member } from '../../../core/access/member'

export interface PersonHere extends Pick<Member, 'name' | 'active'> {
  readonly id: string
  readonly isYou: boolean
}

/** Of a person of the file to the id of a member, or '' for nobody. */
export type Chosen = Readonly<Record<string, string>>

/** @param owner whose device it was. */
export function proposed(
  members: Readonly<Record<string, Pick<Member, 'name'>>>,
  owner: string,
  here: readonly PersonHere[],
): Chosen {
  const taken = new Set<string>()
  const chosen: Record<string, string> = {}
  const take = (id: string, person: PersonHere | undefined) => {
    if (!person || taken.has(person.id)) return
    taken.add(person.id)
    chosen[id] = person.id
  }
  for (const [id, { name }] of Object.entries(members)) {
    chosen[id] = ''
    take(
      id,
      here.find((person) => sameName(person.name, name)),
    )
  }
  if (chosen[owner] === '') {
    take(
      owner,
      here.find(({ isYou }) => isYou),
    )
  }
  return chosen
}

/** People here who were chosen for more than one of the file. */
export function chosenTwice(chosen: Chosen): readonly string[] {
  const ids = Object.values(chosen).filter((id) => id !== '')
  return ids.filter((id, place) => ids.indexOf(id) !== place)
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase()
}
