/**
 * What of a pack others must not read: the names of other members of staff, always; and words that may be a third party's,
 * proposed to the administrator, who decides about each.
 *
 * Pure but for the hash in an id. A word is taken out wherever it stands, in the trail as in the records. The proposals are
 * help, not a judgement: a name that is also an ordinary word, or begins a sentence, is not found by a program.
 */
import { createHash } from 'node:crypto'
import type { Member } from '../../core/access/member'
import { findIdentifiers } from '../../core/audit/note-guard'
import type { Pack, People } from './access-pack'

export interface Proposal {
  /** For `--redact`; the same for the same words in every run. */
  readonly id: string
  readonly words: string
  readonly why: 'identifier' | 'may-be-a-name'
  readonly times: number
  /** Where it stands first. */
  readonly where: string
}

export const REDACTED = '[redacted]'

/** Begins a name in the middle of a sentence. */
const CAPITALISED = /(?<=[\p{Ll}\d,;:] )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu
/** Words of plans and of the calendar that have a capital and are nobody. */
const NOBODY = new Set(
  'EHC EHCP SEN SEND SENCO NHS CAMHS ADHD ASD SALT Section Outcome Year Key Stage Preparing Adulthood Education Health Care Social Plan Panel Board Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December English Maths Science Tribunal Act Code'.split(
    ' ',
  ),
)

/** Words in the texts of the pack that may be a third party's, the commonest first. */
export function proposals(pack: Pack): readonly Proposal[] {
  const found = new Map<string, Proposal>()
  const see = (words: string, why: Proposal['why'], where: string) => {
    const before = found.get(words)
    found.set(words, { id: idOf(words), words, why, where: before?.where ?? where, times: (before?.times ?? 0) + 1 })
  }
  for (const { where, text } of textsOf(pack)) {
    for (const { start, end } of findIdentifiers(text)) see(text.slice(start, end), 'identifier', where)
    for (const [words] of text.matchAll(CAPITALISED)) {
      if (words.split(' ').some((word) => !NOBODY.has(word))) see(words, 'may-be-a-name', where)
    }
  }
  return [...found.values()].sort((a, b) => b.times - a.times || (a.words < b.words ? -1 : 1))
}

/**
 * The pack as it may be handed over: other members of staff stand there by a number and their agency, and the words of
 * `taken` nowhere.
 */
export function redact(pack: Pack, people: People, taken: readonly string[]): Pack {
  const others = [...people].filter(([id]) => id !== pack.member)
  const labels = new Map(others.map(([id, member], index) => [id, labelOf(member, index)]))
  const names = others.flatMap(([id, member]) =>
    namesOf(member).map((name) => [name, labels.get(id) ?? REDACTED] as const),
  )
  const own = new Set(namesOf(people.get(pack.member ?? '') ?? null))
  // A name is also an ordinary word, so its capital counts; a word that was chosen goes however it is written.
  const replaced = [
    ...taken.map((words) => ({ words, pattern: wholeWords(words, 'giu'), instead: REDACTED })),
    ...names
      .filter(([name]) => !own.has(name))
      .map(([words, instead]) => ({ words, pattern: wholeWords(words, 'gu'), instead })),
  ].sort((a, b) => b.words.length - a.words.length)
  const changed = (text: string) =>
    labels.get(text) ?? replaced.reduce((left, { pattern, instead }) => left.replace(pattern, instead), text)
  return mapTexts(pack, changed, (field) => labels.get(field) ?? field)
}

function labelOf({ agency }: Member, index: number): string {
  return `[member ${index + 1}, ${agency}]`
}

/** The whole name, and each part of it that is long enough to be one. */
function namesOf(member: Member | null): readonly string[] {
  if (member === null) return []
  const parts = member.name.split(/\s+/).filter((part) => part.length > 2)
  return [...new Set([member.name, ...parts])].filter((name) => name !== '')
}

function wholeWords(words: string, flags: string): RegExp {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, flags)
}

function idOf(words: string): string {
  return `w-${createHash('sha256').update(words).digest('hex').slice(0, 6)}`
}

/** Texts that people wrote, not codes: they have a space. */
function textsOf(pack: Pack): readonly { readonly where: string; readonly text: string }[] {
  const texts: { where: string; text: string }[] = []
  const collect = (where: string, value: unknown): void => {
    if (typeof value === 'string' && value.includes(' ')) texts.push({ where, text: value })
    if (typeof value === 'object' && value !== null) for (const inside of Object.values(value)) collect(where, inside)
  }
  for (const { key, body } of pack.records) collect(key, body)
  for (const { key, fields } of pack.mentions) collect(key, fields)
  for (const { position, content } of pack.trail) collect(`op ${position}`, content)
  return texts
}

type Change = (text: string) => string

/** The same value with every text in it changed, and every name of a field. */
function mapTexts<T>(value: T, change: Change, rename: Change): T
function mapTexts(value: unknown, change: Change, rename: Change): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, rename))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([field, inside]) => [rename(field), mapTexts(inside, change, rename)])
  return Object.fromEntries(fields)
}
