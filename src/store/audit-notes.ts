/**
 * The notes of a draft as they are typed. The text on the screen is never overwritten by the stored one while somebody
 * writes; it is stored soon after each pause (autosave.ts), on leaving the field, the page or the tab.
 *
 * Effects: timers, saving. Nobody is told "saved" before the write is durable (save-state.ts).
 */
import type { StoreApi } from 'zustand/vanilla'
import type { Audit } from '../core/audit/audit'
import { maskNames } from '../core/audit/note-guard'
import type { Refusal } from '../core/ops/refusal'
import type { Result } from '../core/result'
import type { DraftState } from './audit-draft'
import { type Autosave, createAutosave } from './autosave'
import { storableNote, type Withheld } from './note-text'
import type { Held } from './read'
import { markUnsaved } from './save-state'
import type { StorageRefusal } from './storage-refusal'

/** A note as it stands on the screen, while the stored row does not show the same. */
export interface HeldNote {
  readonly text: string
  /** Typed and not durable yet. */
  readonly isDirty: boolean
  /** The revision that holds it, once it is durable. */
  readonly doneAt: number | null
  /** The hub's revision of the draft that the text goes on from: what came since is not overwritten unseen. */
  readonly base: number
  /** The text as it was stored last from here. */
  readonly saved: string | null
  /** Words of it that are not stored because they identify a child. */
  readonly withheld: readonly Withheld[]
  readonly refusal: Refusal | StorageRefusal | null
}

export interface NoteKeeper {
  readonly type: (criterionId: string, text: string) => void
  readonly focus: (criterionId: string) => void
  /** The field is left: the child's name is replaced for the eye too, and the note is saved at once. */
  readonly leave: (criterionId: string) => void
  /** Takes the child's names and replaces them in the notes there are. @returns how many notes changed. */
  readonly applyNames: (names: readonly string[]) => number
  /** Saves everything held back. */
  readonly flush: () => Promise<void>
  /** What is not durable yet, as it may be stored. */
  readonly unsaved: () => Readonly<Record<string, string>>
  /** Lets go of one note: the stored text stands in its place. */
  readonly forget: (criterionId: string) => void
  /** Lets go of everything held. @returns the texts that are not durable. */
  readonly strand: () => Readonly<Record<string, string>>
  readonly see: (row: Held<Audit>) => void
}

interface NoteKeeperNeeds {
  /** Whether this tab writes the draft; otherwise nothing is taken. */
  readonly isWriter: () => boolean
  readonly store: StoreApi<DraftState>
  readonly unsavedId: (criterionId: string) => string
  readonly storedNotes: () => Readonly<Record<string, string>>
  /** The hub's revision of the draft as it is shown now; 0 where no hub has it. */
  readonly hubRev: () => number
  readonly save: (criterionId: string, text: string, base: number) => Promise<Result<true, Refusal | StorageRefusal>>
  readonly storedRev: () => Promise<number>
}

export function createNoteKeeper(needs: NoteKeeperNeeds): NoteKeeper {
  const { isWriter, store, unsavedId, storedNotes, hubRev, save, storedRev } = needs
  const autosaves = new Map<string, Autosave>()
  let focused: string | null = null
  let seenRev = 0

  const held = (id: string) => store.getState().notes[id]
  const put = (id: string, note: HeldNote) => store.setState(({ notes }) => ({ notes: { ...notes, [id]: note } }))

  function autosaveOf(id: string): Autosave {
    const known = autosaves.get(id) ?? createAutosave(() => void saveNow(id))
    autosaves.set(id, known)
    return known
  }

  function write(id: string, text: string): void {
    const { withheld } = storableNote(text, [])
    const { base = hubRev(), saved = null } = held(id) ?? {}
    put(id, { text, isDirty: true, doneAt: null, base, saved, withheld, refusal: null })
    markUnsaved(unsavedId(id), true)
  }

  async function saveNow(id: string): Promise<void> {
    autosaveOf(id).cancel()
    const note = held(id)
    if (!note?.isDirty) return
    const { text } = storableNote(note.text, store.getState().names)
    const done = await save(id, text, note.base)
    const doneAt = done.ok ? await storedRev() : null
    const now = held(id)
    const saved = done.ok ? text : note.saved
    if (!now) return
    // Typed on meanwhile: that text has its own save coming.
    if (now.text !== note.text) return put(id, { ...now, saved })
    put(id, { ...now, isDirty: !done.ok, doneAt, saved, refusal: done.ok ? null : done.error })
    if (done.ok) markUnsaved(unsavedId(id), false)
    drop()
  }

  /** Lets go of notes that the stored row shows just as well. */
  function drop(): void {
    const { notes, names } = store.getState()
    const kept = Object.entries(notes).filter(([id, note]) => {
      const isShown = !note.isDirty && note.doneAt !== null && note.doneAt <= seenRev
      const isWhole = note.withheld.length === 0 && maskNames(note.text, names) === note.text
      return !(isShown && isWhole && id !== focused)
    })
    if (kept.length < Object.keys(notes).length) store.setState({ notes: Object.fromEntries(kept) })
  }

  return {
    type(id, text) {
      if (!isWriter()) return
      write(id, text)
      autosaveOf(id).touch()
    },
    focus(id) {
      focused = id
    },
    leave(id) {
      if (focused === id) focused = null
      const note = held(id)
      const masked = note && maskNames(note.text, store.getState().names)
      if (note && masked !== undefined && masked !== note.text) put(id, { ...note, text: masked })
      void saveNow(id).then(drop)
    },
    applyNames(names) {
      if (!isWriter()) return 0
      store.setState({ names })
      let changed = 0
      for (const id of new Set([...Object.keys(storedNotes()), ...Object.keys(store.getState().notes)])) {
        const text = held(id)?.text ?? storedNotes()[id] ?? ''
        const masked = maskNames(text, names)
        if (masked === text) continue
        changed += 1
        write(id, masked)
        void saveNow(id)
      }
      return changed
    },
    async flush() {
      await Promise.all(Object.keys(store.getState().notes).map(saveNow))
    },
    unsaved() {
      const { notes, names } = store.getState()
      const dirty = Object.entries(notes).filter(([, { isDirty }]) => isDirty)
      return Object.fromEntries(dirty.map(([id, { text }]) => [id, storableNote(text, names).text]))
    },
    forget(id) {
      autosaveOf(id).cancel()
      markUnsaved(unsavedId(id), false)
      const { [id]: _gone, ...others } = store.getState().notes
      store.setState({ notes: others })
    },
    strand() {
      const held = Object.entries(store.getState().notes)
      for (const [id] of held) {
        autosaveOf(id).cancel()
        markUnsaved(unsavedId(id), false)
      }
      store.setState({ notes: {} })
      return Object.fromEntries(held.flatMap(([id, { text, isDirty }]) => (isDirty ? [[id, text]] : [])))
    },
    see(row) {
      seenRev = row.rev
      for (const [id, note] of Object.entries(store.getState().notes)) {
        // The hub has the text that was stored here: whatever it goes on to say is said after that.
        const isTaken = !row.ahead && row.hub !== undefined && note.saved === (row.body.notes[id] ?? '')
        if (isTaken && row.hub !== undefined && note.base !== row.hub) put(id, { ...note, base: row.hub })
      }
      drop()
    },
  }
}
