import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAuditDraft } from '../../src/store/audit-draft'
import { type Device, openDevice, type Session } from '../../src/store/device'
import { raiseFence } from '../../src/store/draft-fence'
import { createHolder } from '../../src/store/draft-tabs'
import { forgetAllTyped, keepTyped, typedWords } from '../../src/store/rescue'
import { perform } from '../../src/store/write'
import { AUDIT, act, giveAssignment, openAudit, rateAll, storedAudit } from '../features/audit/assigned'
import { freshDevice } from '../features/open-screen'

let device: Device
let me: Session
const BY_HAND = { isTaken: false, names: [] }

beforeEach(async () => {
  const fresh = await freshDevice()
  device = fresh.device
  me = fresh.session
  localStorage.clear()
})
afterEach(() => void Reflect.deleteProperty(document, 'visibilityState'))

async function givenDraft(): Promise<readonly string[]> {
  const { criteria } = await giveAssignment(device, me)
  await openAudit(device, me)
  return criteria
}

/** A tab that has the draft open for writing. */
async function openTab(of: Device = device) {
  const draft = createAuditDraft(of, me, AUDIT)
  const holder = createHolder(of, draft)
  await holder.gain(BY_HAND)
  return { draft, holder, detach: draft.attach() }
}

/** The same database as another tab sees it. */
const anotherTab = () => openDevice(device.tables.name)

function leavePage(): void {
  window.dispatchEvent(new Event('pagehide'))
}

const kept = () => Object.keys(localStorage).filter((name) => name.startsWith('plumbline-typed:'))

describe('words typed just before the page goes', () => {
  it('are kept before the call returns, sealed, and come back as if typed now', async () => {
    await givenDraft()
    const { draft } = await openTab()
    draft.notes.type('B1', 'To the last letter')
    leavePage()
    expect(kept()).toEqual([`plumbline-typed:${device.tables.name}:${AUDIT}`])
    const raw = localStorage.getItem(kept()[0] ?? '') ?? ''
    expect(atob(raw)).not.toContain('letter')
    expect(typedWords(device, AUDIT)?.notes).toEqual({ B1: 'To the last letter' })

    // In a page that is gone nothing more is saved; here the first tab lives on, so the words of another are put there.
    await draft.settle()
    const next = await anotherTab()
    keepTyped(next, AUDIT, { fence: '', notes: { B1: 'To the very last letter' } })
    const { draft: again } = await openTab(next)
    expect(again.store.getState().notes.B1?.text).toBe('To the very last letter')
    await vi.waitFor(async () => expect((await storedAudit(device)).notes.B1).toBe('To the very last letter'))
    await vi.waitFor(() => expect(kept()).toEqual([]))
  })

  it('are forgotten once they are saved', async () => {
    await givenDraft()
    const { draft } = await openTab()
    draft.notes.type('B1', 'Saved after all')
    leavePage()
    await vi.waitFor(() => expect(kept()).toEqual([]))
    expect((await storedAudit(device)).notes.B1).toBe('Saved after all')
  })

  it('hold no name of a child and no identifier', async () => {
    await givenDraft()
    const { draft } = await openTab()
    draft.notes.applyNames(['Ottoline'])
    draft.notes.type('B1', 'Ottoline, NHS 943 476 5919')
    leavePage()
    expect(typedWords(device, AUDIT)?.notes.B1).toBe('[child], NHS [left out]')
  })

  it('never change a submitted audit', async () => {
    const criteria = await givenDraft()
    await rateAll(device, me, criteria)
    const framework = (await storedAudit(device)).framework
    await act(device, me, {
      kind: 'audit.submit',
      data: { auditId: AUDIT, assignmentId: 'a1', framework, copiesDeleted: true },
    })
    keepTyped(device, AUDIT, { fence: '', notes: { B1: 'Too late' } })
    await openTab()
    expect(kept()).toEqual([])
    expect((await storedAudit(device)).notes.B1).toBeUndefined()
  })

  it('are thrown away with the database they belong to, and unreadable ones do no harm', async () => {
    await givenDraft()
    localStorage.setItem(`plumbline-typed:${device.tables.name}:${AUDIT}`, 'no sealed words')
    localStorage.setItem('plumbline-typed:other:y', 'kept')
    expect(typedWords(device, AUDIT)).toBeNull()
    await openTab()
    forgetAllTyped(device.tables.name)
    expect(kept()).toEqual(['plumbline-typed:other:y'])
  })
})

describe('a draft taken from a tab that slept', () => {
  it('takes no rating, note or submission from it, and says why', async () => {
    await givenDraft()
    const { draft } = await openTab()
    const next = await anotherTab()
    await raiseFence(next, AUDIT)
    draft.rate('B1', 'met')
    draft.notes.type('B1', 'From the sleeper')
    await draft.settle()
    expect(draft.store.getState().refusal).toEqual({ type: 'TakenOver' })
    expect(draft.store.getState().notes.B1?.refusal).toEqual({ type: 'TakenOver' })
    const { ratings, notes, framework } = await storedAudit(next)
    expect([ratings, notes]).toEqual([{}, {}])
    const submitted = await perform(device, me, {
      kind: 'audit.submit',
      data: { auditId: AUDIT, assignmentId: 'a1', framework, copiesDeleted: true },
    })
    expect(submitted).toEqual({ ok: false, error: { type: 'TakenOver' } })
  })

  it('keeps what it typed to be copied, beside what the other tab wrote', async () => {
    await givenDraft()
    const sleeper = await openTab()
    const next = await anotherTab()
    const successor = createAuditDraft(next, me, AUDIT)
    await createHolder(next, successor).gain({ isTaken: true, names: [] })
    sleeper.draft.notes.type('B1', 'From the sleeper')
    await sleeper.draft.settle()
    sleeper.holder.lose()
    expect(sleeper.draft.store.getState().aside).toEqual({ B1: 'From the sleeper' })
    successor.notes.type('B1', 'From the successor')
    await successor.settle()
    expect((await storedAudit(next)).notes.B1).toBe('From the successor')
    sleeper.draft.rate('B1', 'met')
    sleeper.draft.notes.type('B1', 'Still here')
    expect(sleeper.draft.store.getState().notes).toEqual({})
  })

  it('finds what the sleeper kept when it was hidden', async () => {
    await givenDraft()
    await openTab()
    keepTyped(device, AUDIT, { fence: '', notes: { B1: 'Hidden and frozen at once' } })
    const next = await anotherTab()
    const successor = createAuditDraft(next, me, AUDIT)
    await createHolder(next, successor).gain({ isTaken: true, names: [] })
    expect(successor.store.getState().notes.B1?.text).toBe('Hidden and frozen at once')
  })

  it('sets aside what the sleeper kept after it had lost the draft', async () => {
    await givenDraft()
    const next = await anotherTab()
    await raiseFence(next, AUDIT)
    keepTyped(device, AUDIT, { fence: '', notes: { B1: 'Kept too late' } })
    const { draft } = await openTab(next)
    expect(draft.store.getState().notes).toEqual({})
    expect(draft.store.getState().aside).toEqual({ B1: 'Kept too late' })
    expect((await storedAudit(next)).notes.B1).toBeUndefined()
  })
})
