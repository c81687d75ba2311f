/** Puts a phrase into a note where the cursor stands, with a space on either side where words would touch. Pure. */

export interface Inserted {
  readonly text: string
  /** Where the cursor stands afterwards: behind the phrase. */
  readonly caret: number
}

/** @param from and `to`: the selection it takes the place of, in UTF-16 units as a text area counts them. */
export function insertPhrase(note: string, phrase: string, from: number, to: number): Inserted {
  const before = note.slice(0, from)
  const after = note.slice(to)
  const lead = /\S$/.test(before) ? ' ' : ''
  const tail = /^[^\s.,;:!?)”]/.test(after) ? ' ' : ''
  return { text: `${before}${lead}${phrase}${tail}${after}`, caret: before.length + lead.length + phrase.length }
}
