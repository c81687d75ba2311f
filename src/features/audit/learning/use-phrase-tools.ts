/** Keeping a part of a note as a phrase, and putting a phrase into it: the guard stands before both. */
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { AuditDraft } from '../../../store/audit-draft'
import { guardPhrase, type PhraseBank, type PhraseRefusal } from '../../../store/phrases'
import { learning, phraseRefusalText } from '../../../text/audit-learning'
import { insertPhrase } from './insert-phrase'

export interface PhraseTools {
  /** What became of the last thing asked for, to be read out. */
  readonly said: string
  readonly keep: () => Promise<void>
  /** @returns why the phrase was not inserted; `null` when it was. */
  readonly insert: (phrase: string) => PhraseRefusal | null
}

export function usePhraseTools(bank: PhraseBank, draft: AuditDraft, criterionId: string, noteId: string): PhraseTools {
  const [said, setSaid] = useState('')
  const field = () => {
    const found = document.getElementById(noteId)
    return found instanceof HTMLTextAreaElement ? found : null
  }
  const names = () => draft.store.getState().names
  return {
    said,
    async keep() {
      const { value = '', selectionStart = 0, selectionEnd = 0 } = field() ?? {}
      const chosen = value.slice(selectionStart, selectionEnd)
      const done = await bank.keep(chosen.trim() === '' ? value : chosen, names())
      setSaid(done.ok ? learning.phrases.kept : phraseRefusalText(done.error))
    },
    insert(phrase) {
      const guarded = guardPhrase(phrase, names())
      if (!guarded.ok) return guarded.error
      const note = field()
      if (!note) return null
      const { text, caret } = insertPhrase(note.value, guarded.value, note.selectionStart, note.selectionEnd)
      flushSync(() => {
        draft.notes.type(criterionId, text)
        setSaid('')
      })
      note.focus()
      note.setSelectionRange(caret, caret)
      return null
    },
  }
}
