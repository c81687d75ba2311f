/**
 * One's own audit while it is being written, in this tab: a rating shows at once and is stored behind it; a note is kept
 * as typed and stored as it may be (note-text.ts). What stands here is only what the stored row does not show yet.
 *
 * Effects: IndexedDB through ops, timers. The child's names live here, in memory, and nowhere else.
 * Rule: interface.md, "The audit workspace"; architecture.md, "From a click to the manager's chart".
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { Audit } from '../core/audit/audit'
import type { RatedCriterion, Rating } from '../core/framework/schema'
import { auditKey } from '../core/ops/keys'
import type { Refusal } from '../core/ops/refusal'
import type { OpData } from '../core/ops/registry'
import type { Result } from '../core/result'
import { createNoteKeeper, type HeldNote, type NoteKeeper } from './audit-notes'
import type { Device, Session } from './device'
import { storableNote } from './note-text'
import { type Held, readRow } from './read'
import { forgetTyped, keepTyped, typedWords } from './rescue'
import { markAside } from './save-state'
import type { StorageRefusal } from './storage-refusal'
import { perform } from './write'

/** A rating on its way to the row. `doneAt`: the revision that holds it; `null` while it is being written. */
export interface HeldRating {
  readonly rated: RatedCriterion | null
  readonly doneAt: number | null
}

export interface DraftState {
  readonly ratings: Readonly<Record<string, HeldRating>>
  readonly notes: Readonly<Record<string, HeldNote>>
  /** The child's names as typed in this tab. */
  readonly names: readonly string[]
  /** Notes typed here that another tab's work stands in place of, by criterion: shown to be copied, never saved. */
  readonly aside: Readonly<Record<string, string>>
  /** Why the last rating was not taken. */
  readonly refusal: Refusal | StorageRefusal | null
}

export type NoteChoice = OpData<'note.choose'>['keep']

export type ShortfallField = 'cause' | 'service' | 'fix'

export interface AuditDraft {
  readonly auditId: string
  readonly store: StoreApi<DraftState>
  readonly notes: NoteKeeper
  /** Tells the draft what is stored now. */
  readonly see: (row: Held<Audit>) => void
  /** `null` clears the rating. */
  readonly rate: (criterionId: string, rating: Rating | null) => void
  /** Says where a shortfall arose, who owns it or how it is mended; `null` takes the word back. */
  readonly describe: (criterionId: string, field: ShortfallField, word: string | null) => void
  /** Chooses between the two texts of a note that two devices wrote; words typed here meanwhile are saved first. */
  readonly choose: (criterionId: string, keep: NoteChoice) => Promise<Result<true, Refusal | StorageRefusal>>
  /** Saves when the tab is hidden or left. @returns stops listening, after saving what is held back. */
  readonly attach: () => () => void
  /** Saves everything on its way. @returns when it is durable or refused. */
  readonly settle: () => Promise<void>
  /** Takes nothing from now on: another tab writes. */
  readonly pause: () => void
  /** This tab writes. `names`: the child's names as typed in the tab that wrote before. */
  readonly resume: (names: readonly string[]) => void
  /** Lets go of what this tab shows ahead of the store; words that are not durable are set aside. */
  readonly strand: () => void
  /** Puts words back that were typed before the tab went away, as if they were typed now. */
  readonly restore: (notes: Readonly<Record<string, string>>) => void
  readonly setAside: (notes: Readonly<Record<string, string>>) => void
  /** Words set aside were copied or are not wanted. */
  readonly dismiss: (criterionId: string) => void
}

const drafts = new WeakMap<Device, Map<string, AuditDraft>>()

/** The draft of an audit; the same one for as long as the tab is open, so that words held back are not lost on the way. */
export function draftOf(device: Device, session: Session, auditId: string): AuditDraft {
  const ofDevice = drafts.get(device) ?? new Map<string, AuditDraft>()
  drafts.set(device, ofDevice)
  const id = `${session.memberId}|${auditId}`
  const held = ofDevice.get(id)
  if (held) return held
  const draft = createAuditDraft(device, session, auditId)
  ofDevice.set(id, draft)
  return draft
}

export function createAuditDraft(device: Device, session: Session, auditId: string): AuditDraft {
  const store = createStore<DraftState>(() => ({ ratings: {}, notes: {}, names: [], aside: {}, refusal: null }))
  let isWriter = true
  /** Ratings on their way to the disk. */
  const underWay = new Set<Promise<void>>()
  /** What was said of a shortfall before it was rated otherwise, in case it is rated back. */
  const described = new Map<string, Omit<RatedCriterion, 'rating'>>()
  let row: Held<Audit> | null = null
  const storedRev = async () => (await readRow(device, auditKey(auditId), Audit))?.rev ?? 0
  const notes = createNoteKeeper({
    isWriter: () => isWriter,
    store,
    unsavedId: (criterionId) => `note:${auditId}:${criterionId}`,
    storedNotes: () => row?.body.notes ?? {},
    hubRev: () => row?.hub ?? 0,
    save: (criterionId, text, base) =>
      perform(device, session, { kind: 'note.set', data: { auditId, criterionId, text } }, { base }),
    storedRev,
  })

  function current(criterionId: string): RatedCriterion | null {
    const held = store.getState().ratings[criterionId]
    return held ? held.rated : (row?.body.ratings[criterionId] ?? null)
  }

  function set(criterionId: string, rated: RatedCriterion | null): void {
    if (!isWriter) {
      store.setState({ refusal: { type: 'TakenOver' } })
      return
    }
    const writing = write(criterionId, rated).finally(() => underWay.delete(writing))
    underWay.add(writing)
  }

  async function write(criterionId: string, rated: RatedCriterion | null): Promise<void> {
    const held: HeldRating = { rated, doneAt: null }
    // First on its way to the disk, then on the screen: drawing does not keep the database waiting.
    const writing = perform(device, session, { kind: 'rating.set', data: { auditId, criterionId, rated } })
    store.setState(({ ratings }) => ({ ratings: { ...ratings, [criterionId]: held }, refusal: null }))
    const done = await writing
    const doneAt = done.ok ? await storedRev() : null
    store.setState(({ ratings }) => {
      const refusal = done.ok ? {} : { refusal: done.error }
      if (ratings[criterionId] !== held) return refusal
      if (doneAt !== null && (row?.rev ?? 0) < doneAt)
        return { ratings: { ...ratings, [criterionId]: { rated, doneAt } } }
      return { ratings: without(ratings, criterionId), ...refusal }
    })
  }

  function keepTypedHere(): void {
    const fence = device.fences.get(auditId)
    if (typeof fence === 'string') keepTyped(device, auditId, { fence, notes: notes.unsaved() })
  }

  /** Only what this tab kept: another tab may have kept words of its own since. */
  function forgetTypedHere(): void {
    const fence = device.fences.get(auditId)
    if (typeof fence === 'string' && typedWords(device, auditId)?.fence === fence) forgetTyped(device, auditId)
  }

  async function settle(): Promise<void> {
    await Promise.allSettled([notes.flush(), ...underWay])
    if (Object.keys(notes.unsaved()).length === 0) forgetTypedHere()
  }

  function setAside(texts: Readonly<Record<string, string>>): void {
    const stored = row?.body.notes ?? {}
    const lost = Object.entries(texts).filter(
      ([id, text]) => storableNote(text, store.getState().names).text !== (stored[id] ?? ''),
    )
    store.setState(({ aside }) => ({ aside: { ...aside, ...Object.fromEntries(lost) } }))
    markAside(auditId, Object.keys(store.getState().aside).length > 0)
  }

  device.savers.add(() => {
    keepTypedHere()
    return settle()
  })

  return {
    auditId,
    store,
    notes,
    see(next) {
      row = next
      store.setState((state) => {
        const shown = Object.entries(state.ratings).filter(([, held]) => held.doneAt === null || held.doneAt > next.rev)
        const isSame = shown.length === Object.keys(state.ratings).length
        return isSame ? state : { ratings: Object.fromEntries(shown) }
      })
      notes.see(next)
    },
    rate(criterionId, rating) {
      const before = current(criterionId)
      if (before?.rating === rating) return
      if (before && isShortfall(before.rating)) described.set(criterionId, detailsOf(before))
      if (rating === null) set(criterionId, null)
      else set(criterionId, isShortfall(rating) ? { ...described.get(criterionId), rating } : { rating })
    },
    describe(criterionId, field, word) {
      const before = current(criterionId)
      if (!before || !isShortfall(before.rating)) return
      const { [field]: _replaced, ...others } = before
      set(criterionId, word === null ? others : { ...others, [field]: word })
    },
    async choose(criterionId, keep) {
      await notes.flush()
      const done = await perform(device, session, { kind: 'note.choose', data: { auditId, criterionId, keep } })
      if (done.ok) notes.forget(criterionId)
      return done
    },
    attach() {
      // What is saved from here on may not survive the end of the page: the words are kept first, where they do.
      const leave = () => {
        keepTypedHere()
        void settle()
      }
      const hide = () => {
        if (document.visibilityState === 'hidden') leave()
        else forgetTypedHere()
      }
      document.addEventListener('visibilitychange', hide)
      window.addEventListener('pagehide', leave)
      return () => {
        document.removeEventListener('visibilitychange', hide)
        window.removeEventListener('pagehide', leave)
        void settle()
      }
    },
    settle,
    pause() {
      isWriter = false
    },
    resume(names) {
      isWriter = true
      store.setState((state) => ({ names: [...new Set([...state.names, ...names])], refusal: null }))
    },
    strand() {
      setAside(notes.strand())
      store.setState({ ratings: {} })
    },
    restore(texts) {
      for (const [id, text] of Object.entries(texts)) if (text !== (row?.body.notes[id] ?? '')) notes.type(id, text)
    },
    setAside,
    dismiss(criterionId) {
      store.setState(({ aside }) => ({ aside: without(aside, criterionId) }))
      markAside(auditId, Object.keys(store.getState().aside).length > 0)
    },
  }
}

export function isShortfall(rating: Rating | null): rating is 'partly' | 'not-met' {
  return rating === 'partly' || rating === 'not-met'
}

function detailsOf({ rating: _rating, ...details }: RatedCriterion): Omit<RatedCriterion, 'rating'> {
  return details
}

function without<T>(values: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  const { [id]: _gone, ...others } = values
  return others
}
