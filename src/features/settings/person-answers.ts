/**
 * What may be entered for a person, with the sentences for what is missing or would lock everybody out.
 *
 * Pure. Rule: product.md, "The people": names tell people apart, and an area always has a manager.
 */
import * as z from 'zod/mini'
import { type Member, Role } from '../../core/access/member'
import { settings } from '../../text/settings'
import type { Person } from './use-people'

const words = settings.person

const Answers = z.object({
  name: z.string().check(z.trim(), z.minLength(1, words.nameMissing)),
  agency: z.string(words.agencyMissing).check(z.minLength(1, words.agencyMissing)),
  roles: z.array(Role, words.rolesMissing).check(z.minLength(1, words.rolesMissing)),
  active: z.boolean(),
})
export type PersonAnswers = z.infer<typeof Answers>

/** The schema for one person's form, given everybody there is. `id` is `null` for somebody new. */
export function personAnswers(id: string | null, people: readonly Person[]) {
  const others = people.filter((person) => person.id !== id)
  return Answers.check(
    z.refine((answers: Member) => !others.some((other) => sameName(other.name, answers.name)), {
      error: words.nameTaken,
      path: ['name'],
    }),
    z.refine((answers: Member) => [...others, answers].some(isActiveManager), {
      error: words.lastManager,
      path: ['roles'],
    }),
  )
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase()
}

function isActiveManager({ active, roles }: Pick<Member, 'active' | 'roles'>): boolean {
  return active && roles.includes('manager')
}
