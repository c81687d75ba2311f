import { describe, expect, it } from 'vitest'
import { storableNote } from '../../../src/store/note-text'

describe('storableNote', () => {
  it('keeps an ordinary note as it was typed', () => {
    const typed = 'Speech therapy "as required": how often, and by whom?\n\nSee page 12.'
    expect(storableNote(typed, [])).toEqual({ text: typed, withheld: [] })
  })

  it('leaves an NHS number out whole and says which words it left out', () => {
    // 943 476 5919 is the NHS Data Dictionary's own example of a valid number.
    const { text, withheld } = storableNote('NHS number 943 476 5919 stands on page 3.', [])
    expect(text).toBe('NHS number [left out] stands on page 3.')
    expect(withheld).toEqual([{ kind: 'nhs-number', words: '943 476 5919' }])
  })

  it('leaves out each of several identifiers', () => {
    const { text, withheld } = storableNote('Write to mum@example.org, born 3 May 2015.', [])
    expect(text).toBe('Write to [left out], [left out].')
    expect(withheld.map(({ kind }) => kind)).toEqual(['email', 'birth-date'])
  })

  it('writes [child] for the name that was typed in this tab', () => {
    expect(storableNote('Ambrose’s views are missing; ambrose was not asked.', ['Ambrose']).text).toBe(
      '[child]’s views are missing; [child] was not asked.',
    )
  })
})
