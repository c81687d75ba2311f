/**
 * A person's own bank of phrases for notes, on this device alone. Phrases are used for one child after another, so the
 * guard of notes stands before them both ways: when one is kept and when one is inserted.
 *
 * Effects: IndexedDB, sealed. Rule: architecture.md, "Notes are guarded before saving".
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import * as z from 'zod/mini'
import { findIdentifiers, type Identifier, maskNames } from '../core/audit/note-guard'
import { err, ok, type Result } from '../core/result'
import type { Device, Session } from './device'
import { useHere } from './hooks'
import { newId } from './ids'
import { getLocal, setLocal } from './local'
import { type StorageRefusal, storageRefusal } from './storage-refusal'

export const LONGEST_PHRASE = 400
export const MOST_PHRASES = 100

const Phrase = z.object({ id: z.string(), text: z.string() })
export type Phrase = z.infer<typeof Phrase>
const Phrases = z.array(Phrase)

export type PhraseRefusal =
  | { readonly type: 'Blank' }
  | { readonly type: 'TooLong' }
  | { readonly type: 'TooMany' }
  | { readonly type: 'Known' }
  | { readonly type: 'Identifies'; readonly kinds: readonly Identifier['kind'][] }
  | StorageRefusal

/**
 * A phrase as it may be kept or inserted: without the child's name, on condition that nothing else in it identifies a child.
 * @param names as typed by the auditor in this tab; never stored.
 */
export function guardPhrase(typed: string, names: readonly string[]): Result<string, PhraseRefusal> {
  const text = maskNames(typed.trim(), names)
  if (text === '') return err({ type: 'Blank' })
  if (text.length > LONGEST_PHRASE) return err({ type: 'TooLong' })
  // As typed: with the name of a child called May taken out, a date of birth would no longer be seen.
  const kinds = findIdentifiers(typed).map(({ kind }) => kind)
  return kinds.length > 0 ? err({ type: 'Identifies', kinds }) : ok(text)
}

export interface PhraseBank {
  readonly keep: (typed: string, names: readonly string[]) => Promise<Result<true, PhraseRefusal>>
  readonly change: (id: string, typed: string, names: readonly string[]) => Promise<Result<true, PhraseRefusal>>
  readonly remove: (id: string) => Promise<Result<true, PhraseRefusal>>
}

/** `undefined` while they are being read. */
export function usePhrases(): readonly Phrase[] | undefined {
  const { device, session } = useHere()
  return useLiveQuery(() => readPhrases(device, session), [device, session])
}

export function usePhraseBank(): PhraseBank {
  const { device, session } = useHere()
  return useMemo(() => createPhraseBank(device, session), [device, session])
}

export function createPhraseBank(device: Device, session: Session): PhraseBank {
  return {
    keep(typed, names) {
      return write(device, session, (before) => {
        const text = guardPhrase(typed, names)
        if (!text.ok) return text
        if (isKnown(before, text.value)) return err({ type: 'Known' })
        if (before.length >= MOST_PHRASES) return err({ type: 'TooMany' })
        return ok([...before, { id: newId(), text: text.value }])
      })
    },
    change(id, typed, names) {
      return write(device, session, (before) => {
        const text = guardPhrase(typed, names)
        if (!text.ok) return text
        const others = before.filter((one) => one.id !== id)
        if (isKnown(others, text.value)) return err({ type: 'Known' })
        return ok(before.map((one) => (one.id === id ? { id, text: text.value } : one)))
      })
    },
    remove: (id) => write(device, session, (before) => ok(before.filter((one) => one.id !== id))),
  }
}

export async function readPhrases(device: Device, session: Session): Promise<readonly Phrase[]> {
  const held = Phrases.safeParse(await getLocal(device, settingOf(session)))
  return held.success ? held.data : []
}

type Change = (before: readonly Phrase[]) => Result<readonly Phrase[], PhraseRefusal>

async function write(device: Device, session: Session, change: Change): Promise<Result<true, PhraseRefusal>> {
  try {
    return await device.tables.transaction('rw', device.tables.local, async () => {
      const after = change(await readPhrases(device, session))
      if (!after.ok) return after
      await setLocal(device, settingOf(session), after.value)
      return ok(true)
    })
  } catch (cause) {
    return err(storageRefusal(cause))
  }
}

/** The bank belongs to one person: others on a shared device have their own. */
function settingOf({ memberId }: Session): string {
  return `phrases|${memberId}`
}

function isKnown(phrases: readonly Phrase[], text: string): boolean {
  return phrases.some((one) => one.text.toLowerCase() === text.toLowerCase())
}
