import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AuditPage } from '../../../src/features/audit/AuditPage'
import { insertPhrase } from '../../../src/features/audit/learning/insert-phrase'
import type { Device, Session } from '../../../src/store/device'
import { createPhraseBank, guardPhrase, LONGEST_PHRASE, readPhrases } from '../../../src/store/phrases'
import { freshDevice, showScreen } from '../open-screen'
import { ASSIGNMENT, giveAssignment, openAudit, storedAudit } from './assigned'
import { standInForDialogs } from './dialogs'

let device: Device
let me: Session

beforeAll(standInForDialogs)

beforeEach(async () => {
  const fresh = await freshDevice()
  device = fresh.device
  me = fresh.session
})

const texts = async (who: Session = me) => (await readPhrases(device, who)).map(({ text }) => text)

describe('what may be a phrase', () => {
  it('is kept without the child’s name', () => {
    expect(guardPhrase(' Amélie’s voice is missing. ', ['Amelie'])).toEqual({
      ok: true,
      value: '[child]’s voice is missing.',
    })
  })

  it('is nothing that identifies a child, not even when the name is a part of it', () => {
    expect(guardPhrase('Ring 01632 960983.', [])).toMatchObject({ ok: false, error: { kinds: ['phone'] } })
    expect(guardPhrase('Born 4 May 2015.', ['May'])).toMatchObject({ ok: false, error: { kinds: ['birth-date'] } })
  })

  it('is neither blank nor a whole page', () => {
    expect(guardPhrase('  ', [])).toMatchObject({ ok: false, error: { type: 'Blank' } })
    expect(guardPhrase('a'.repeat(LONGEST_PHRASE + 1), [])).toMatchObject({ ok: false, error: { type: 'TooLong' } })
  })
})

describe('the bank', () => {
  it('belongs to one person: another person on the same device has an own one', async () => {
    await createPhraseBank(device, me).keep('No amount is given.', [])
    expect(await texts()).toEqual(['No amount is given.'])
    expect(await texts({ ...me, memberId: 'somebody-else' })).toEqual([])
  })

  it('is sealed: its words do not stand in the database', async () => {
    await createPhraseBank(device, me).keep('No amount is given.', [])
    const held = await device.tables.local.toArray()
    const read = held.map(({ sealed }) => new TextDecoder().decode(sealed)).join()
    expect(read).not.toContain('No amount')
  })

  it('holds a phrase once, and a change passes the same guard', async () => {
    const bank = createPhraseBank(device, me)
    await bank.keep('No amount is given.', [])
    expect(await bank.keep('no amount is given.', [])).toEqual({ ok: false, error: { type: 'Known' } })
    const [phrase] = await readPhrases(device, me)
    expect(await bank.change(phrase?.id ?? '', 'Write to a.b@example.org', [])).toMatchObject({
      ok: false,
      error: { type: 'Identifies', kinds: ['email'] },
    })
    await bank.change(phrase?.id ?? '', 'No amount is given for Tom.', ['Tom'])
    expect(await texts()).toEqual(['No amount is given for [child].'])
    await bank.remove(phrase?.id ?? '')
    expect(await texts()).toEqual([])
  })

  it('keeps both of two phrases that are kept at the same time', async () => {
    const bank = createPhraseBank(device, me)
    await Promise.all([bank.keep('One.', []), bank.keep('Two.', [])])
    expect((await texts()).toSorted()).toEqual(['One.', 'Two.'])
  })
})

describe('inserting', () => {
  it('puts a space where words would touch, and none before a full stop', () => {
    expect(insertPhrase('Page 4.Again', 'No amount.', 7, 7)).toEqual({ text: 'Page 4. No amount. Again', caret: 18 })
    expect(insertPhrase('See x.', 'page 2', 4, 5)).toEqual({ text: 'See page 2.', caret: 10 })
    expect(insertPhrase('', 'No amount.', 0, 0)).toEqual({ text: 'No amount.', caret: 10 })
  })
})

describe('in the workspace, by keyboard alone', () => {
  beforeEach(async () => {
    await giveAssignment(device, me)
    await openAudit(device, me)
    const page = <Route path="/audits/:assignmentId/:section?" element={<AuditPage />} />
    showScreen(device, me, <Routes>{page}</Routes>, `/audits/${ASSIGNMENT}/E`)
    await userEvent.click(await screen.findByRole('button', { name: 'Add a note E2' }))
  })
  const note = () => screen.getByLabelText<HTMLTextAreaElement>('Note on E2')

  it('keeps a note as a phrase, and inserts it where the cursor stands', async () => {
    await userEvent.keyboard('No date.')
    await userEvent.tab()
    expect(document.activeElement).toHaveTextContent('Insert a phrase')
    await userEvent.tab()
    expect(document.activeElement).toHaveTextContent('Keep this as a phrase')
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByText('Kept among your phrases.')).toBeInTheDocument()
    note().setSelectionRange(0, 0)
    screen.getByRole('button', { name: /^Insert a phrase/ }).focus()
    await userEvent.keyboard('{Enter}')
    const dialog = within(await screen.findByRole('dialog', { name: 'Your phrases' }))
    ;(await dialog.findByRole('button', { name: 'Insert' })).focus()
    await userEvent.keyboard('{Enter}')
    expect(note()).toHaveValue('No date. No date.')
    expect(document.activeElement).toBe(note())
    expect(note().selectionStart).toBe('No date.'.length)
    await waitFor(async () => expect((await storedAudit(device)).notes.E2).toBe('No date. No date.'))
  })

  it('keeps nothing that identifies the child, and says so', async () => {
    await userEvent.keyboard('Ring 01632 960983.')
    await userEvent.click(screen.getByRole('button', { name: /^Keep this as a phrase/ }))
    expect(await screen.findByText(/This holds a telephone number, so it was not used/)).toBeInTheDocument()
    expect(await texts()).toEqual([])
  })

  it('replaces the name of the child at hand in a phrase that is inserted', async () => {
    await createPhraseBank(device, me).keep('Grace has no say in this.', [])
    await userEvent.type(screen.getByLabelText(/The child’s name/), 'Grace')
    await userEvent.click(screen.getByRole('button', { name: /^Insert a phrase/ }))
    await userEvent.click(await screen.findByRole('button', { name: 'Insert' }))
    expect(note()).toHaveValue('[child] has no say in this.')
  })

  it('lets a phrase be changed, deleted and brought back', async () => {
    await createPhraseBank(device, me).keep('No date.', [])
    await userEvent.click(screen.getByRole('button', { name: /^Insert a phrase/ }))
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }))
    await userEvent.clear(screen.getByLabelText('Change this phrase'))
    await userEvent.keyboard('Ring 01632 960983')
    await userEvent.click(screen.getByRole('button', { name: 'Save the phrase' }))
    expect(await screen.findByText(/This holds a telephone number/)).toBeInTheDocument()
    await userEvent.clear(screen.getByLabelText('Change this phrase'))
    await userEvent.keyboard('No date is given.')
    await userEvent.click(screen.getByRole('button', { name: 'Save the phrase' }))
    await waitFor(async () => expect(await texts()).toEqual(['No date is given.']))
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(async () => expect(await texts()).toEqual([]))
    await userEvent.click(await screen.findByRole('button', { name: 'Bring it back' }))
    await waitFor(async () => expect(await texts()).toEqual(['No date is given.']))
  })
})
