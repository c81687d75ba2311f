/**
 * @vitest-environment jsdom
 */
import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { Audit } from '../../../src/core/audit/audit'
import { type AuditDraft, createAuditDraft } from '../../../src/store/audit-draft'
import { readRow } from '../../../src/store/read'
import { ANN, audit, hubWithDraft, type Room, rate, ratingsShown, room } from './room'

let draft: AuditDraft | undefined
afterEach(async () => {
  await draft?.settle()
  draft = undefined
})

/** The draft on the screen, which is told of every change of its row as a live query would. */
async function open({ device }: Room): Promise<{ readonly draft: AuditDraft; readonly look: () => Promise<void> }> {
  const made = createAuditDraft(device, ANN, 'x1')
  draft = made
  const look = async () => {
    const row = await readRow(device, 'audit/x1', Audit)
    if (row) made.see(row)
  }
  await look()
  return { draft: made, look }
}

const typed = (one: AuditDraft) => one.store.getState().notes.F2?.text

describe('a draft that is open while another device of its author is at work', () => {
  it('keeps what is being typed on the screen when a pull changes the row', async () => {
    const here = await room()
    const { draft: one, look } = await open(here)
    one.notes.focus('F2')
    one.notes.type('F2', 'Typed here')
    here.hub.put(audit('x1', { notes: { F2: 'Typed there' } }))
    await here.sync()
    await look()
    expect(typed(one)).toBe('Typed here')
  })

  it('sends a note with the revision it was begun on, so that the hub sees that another device wrote it too', async () => {
    const here = await room()
    const { draft: one, look } = await open(here)
    one.notes.focus('F2')
    one.notes.type('F2', 'Typed here')
    here.hub.put(audit('x1', { notes: { F2: 'Typed there' } }))
    await here.sync()
    await look()
    await one.notes.flush()
    await here.sync()
    const sent = here.hub.arrived.map(({ op }) => op)
    expect(sent).toMatchObject([{ kind: 'note.set', base: 1 }])
    expect(here.hub.state.records.get('audit/x1')?.rev).toBe(3)
  })

  it('goes on from what the hub has taken: the same words are not sent against themselves', async () => {
    const here = await room()
    const { draft: one, look } = await open(here)
    one.notes.focus('F2')
    one.notes.type('F2', 'Hours are')
    await one.notes.flush()
    await here.sync()
    await look()
    one.notes.type('F2', 'Hours are given')
    await one.notes.flush()
    await here.sync()
    expect(here.hub.arrived.map(({ op }) => op.base)).toEqual([1, 2])
  })

  it('takes up a rating of another device, and shows its own first until the hub has it', async () => {
    const here = await room(hubWithDraft())
    const { draft: one, look } = await open(here)
    one.rate('F2', 'met')
    await one.settle()
    here.hub.put(audit('x1', { ratings: { E2: { rating: 'partly' } } }))
    await here.sync()
    await look()
    expect(await ratingsShown(here.device)).toEqual({ F2: 'met', E2: 'partly' })
    expect(one.store.getState().ratings).toEqual({})
    await rate(here.device, 'B1', 'met')
  })
})
