/**
 * What of a typed note may be stored: the child's name becomes "[child]", and words that identify a child are left out.
 *
 * Pure. A note that holds an identifier is stored without it, never with a part of it: nine digits of an NHS number tell
 * the tenth. Rule: architecture.md, "Notes are guarded before saving".
 */
import { findIdentifiers, type Identifier, maskNames } from '../core/audit/note-guard'

/** Stands where an identifier was left out. */
export const LEFT_OUT = '[left out]'

export interface Withheld {
  readonly kind: Identifier['kind']
  /** The words themselves, for the screen alone. */
  readonly words: string
}

export interface StorableNote {
  readonly text: string
  readonly withheld: readonly Withheld[]
}

/** Leaving words out may bring others together; nothing real needs more rounds than this. */
const MOST_ROUNDS = 5

/** @param names as typed by the auditor in this tab; never stored. */
export function storableNote(typed: string, names: readonly string[]): StorableNote {
  const withheld: Withheld[] = []
  let text = typed
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = findIdentifiers(text)
    if (found.length === 0) break
    withheld.push(...found.map(({ kind, start, end }) => ({ kind, words: text.slice(start, end).trim() })))
    text = withoutSpans(text, found)
  }
  return { text: maskNames(text, names), withheld }
}

function withoutSpans(text: string, spans: readonly Identifier[]): string {
  let kept = ''
  let from = 0
  for (const { start, end } of spans) {
    kept += text.slice(from, start) + LEFT_OUT
    from = end
  }
  return kept + text.slice(from)
}
