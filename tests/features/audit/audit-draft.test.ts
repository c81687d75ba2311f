import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Audit } from '../../../src/core/audit/audit'
import { type AuditDraft, createAuditDraft } from '../../../src/store/audit-draft'
import type { Device, Session } from '../../../src/store/device'
import { readRow } from '../../../src/store/read'
import { useSaveState } from '../../../src/store/save-state'
import { freshDevice } from '../open-screen'
import { AUDIT, giveAssignment, openAudit, storedAudit } from './assigned'

let device: Device
let me: Session
let draft: AuditDraft

beforeEach(async () => {
  const fresh = await freshDevice()
  device = fresh.device
  me = fresh.session
  await giveAssignment(device, me)
  await openAudit(device, me)
  draft = createAuditDraft(device, me, AUDIT)
  await see()
})

afterEach(() => void vi.useRealTimers())

/** What the live query does after each write. */
async function see(): Promise<void> {
  const row = await readRow(device, `audit/${AUDIT}`, Audit)
  if (row) draft.see(row)
}

/** Waits for the store alone: no timer of the autosave may run meanwhile. */
async function untilStored(criterionId: string, text: string): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    const isStored = (await storedAudit(device)).notes[criterionId] === text
    if (isStored && draft.store.getState().notes[criterionId]?.isDirty !== true) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error(`the note on ${criterionId} was not stored`)
}

const shownRating = (id: string) => draft.store.getState().ratings[id]?.rated?.rating
const shownNote = (id: string) => draft.store.getState().notes[id]?.text

describe('a rating', () => {
  it('shows at once and is stored behind it', async () => {
    draft.rate('B1', 'partly')
    expect(shownRating('B1')).toBe('partly')
    await vi.waitFor(async () => expect((await storedAudit(device)).ratings.B1).toEqual({ rating: 'partly' }))
  })

  it('is let go of only when the stored row shows it', async () => {
    draft.rate('B1', 'met')
    await vi.waitFor(() => expect(draft.store.getState().ratings.B1?.doneAt).not.toBeNull())
    expect(shownRating('B1')).toBe('met')
    await see()
    expect(draft.store.getState().ratings.B1).toBeUndefined()
  })

  it('ends as the last of several quick clicks', async () => {
    for (const rating of ['met', 'partly', 'not-met', 'cannot-tell'] as const) draft.rate('B1', rating)
    expect(shownRating('B1')).toBe('cannot-tell')
    await vi.waitFor(async () => expect((await storedAudit(device)).ratings.B1?.rating).toBe('cannot-tell'))
  })

  it('keeps where the fault arose while it stays a shortfall, and brings it back after a slip', async () => {
    draft.rate('B1', 'not-met')
    draft.describe('B1', 'cause', 'omitted')
    draft.rate('B1', 'partly')
    draft.rate('B1', 'met')
    draft.rate('B1', 'partly')
    await vi.waitFor(async () =>
      expect((await storedAudit(device)).ratings.B1).toEqual({ rating: 'partly', cause: 'omitted' }),
    )
  })

  it('loses where the fault arose when it is met', async () => {
    draft.rate('B1', 'not-met')
    draft.describe('B1', 'service', 'school')
    draft.rate('B1', 'met')
    await vi.waitFor(async () => expect((await storedAudit(device)).ratings.B1).toEqual({ rating: 'met' }))
  })

  it('goes back and says why when it is refused', async () => {
    draft.rate('E1b', 'met')
    await vi.waitFor(() =>
      expect(draft.store.getState().refusal).toEqual({ type: 'UnknownCriterion', criterionId: 'E1b' }),
    )
    expect(shownRating('E1b')).toBeUndefined()
  })
})

describe('a note', () => {
  it('is stored within a second of the first key while somebody types on', async () => {
    const start = Date.now()
    let text = ''
    while (Date.now() - start < 1000) {
      text += 'a'
      draft.notes.type('B1', text)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect((await storedAudit(device)).notes.B1?.length).toBeGreaterThan(0)
    expect(useSaveState.getState().unsaved.has(`note:${AUDIT}:B1`)).toBe(true)
  })

  it('is stored at once when the field is left', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    draft.notes.focus('B1')
    draft.notes.type('B1', 'Thin.')
    draft.notes.leave('B1')
    await untilStored('B1', 'Thin.')
    expect(useSaveState.getState().unsaved.has(`note:${AUDIT}:B1`)).toBe(false)
  })

  it('is stored when the tab is hidden', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const detach = draft.attach()
    draft.notes.type('B1', 'Thin.')
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    await untilStored('B1', 'Thin.')
    Reflect.deleteProperty(document, 'visibilityState')
    detach()
  })

  it('is never called saved before it is', () => {
    draft.notes.type('B1', 'T')
    expect(useSaveState.getState().unsaved.has(`note:${AUDIT}:B1`)).toBe(true)
  })

  it('is not overwritten by an older stored text while somebody types', async () => {
    draft.notes.focus('B1')
    draft.notes.type('B1', 'The first')
    await draft.notes.flush()
    draft.notes.type('B1', 'The first words')
    await see()
    expect(shownNote('B1')).toBe('The first words')
  })

  it('keeps an identifier on the screen and out of the store, and nothing of it', async () => {
    draft.notes.focus('B1')
    draft.notes.type('B1', 'NHS 943 476 591')
    await draft.notes.flush()
    draft.notes.type('B1', 'NHS 943 476 5919')
    draft.notes.leave('B1')
    await vi.waitFor(async () => expect((await storedAudit(device)).notes.B1).toBe('NHS [left out]'))
    await see()
    expect(shownNote('B1')).toBe('NHS 943 476 5919')
    expect(draft.store.getState().notes.B1?.withheld).toHaveLength(1)
  })

  it('shows [child] for the child’s name once the field is left', async () => {
    draft.notes.applyNames(['Ottoline'])
    draft.notes.focus('B1')
    draft.notes.type('B1', 'Ottoline was not asked.')
    expect(shownNote('B1')).toBe('Ottoline was not asked.')
    draft.notes.leave('B1')
    expect(shownNote('B1')).toBe('[child] was not asked.')
    await vi.waitFor(async () => expect((await storedAudit(device)).notes.B1).toBe('[child] was not asked.'))
  })

  it('loses the child’s name when that is typed only later', async () => {
    draft.notes.type('B1', 'Ottoline was not asked.')
    await draft.notes.flush()
    await see()
    expect(draft.notes.applyNames(['Ottoline'])).toBe(1)
    await vi.waitFor(async () => expect((await storedAudit(device)).notes.B1).toBe('[child] was not asked.'))
  })
})
