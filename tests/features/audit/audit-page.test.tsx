import { configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Audit } from '../../../src/core/audit/audit'
import { Alert } from '../../../src/core/panel/records'
import { Assignment } from '../../../src/core/sampling/cycle'
import { AuditPage } from '../../../src/features/audit/AuditPage'
import type { Device, Session } from '../../../src/store/device'
import { readRows } from '../../../src/store/read'
import { freshDevice, showScreen } from '../open-screen'
import {
  ASSIGNMENT,
  AUDIT,
  act,
  addSecond,
  giveAssignment,
  OTHER_ASSIGNMENT,
  openAudit,
  rateAll,
  storedAudit,
} from './assigned'

let device: Device
let me: Session

// Whole screens over a real store: slow machines need longer than the usual second.
configure({ asyncUtilTimeout: 5_000 })

beforeAll(() => {
  // jsdom has no layout and no modal dialogs.
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
})

beforeEach(async () => {
  const fresh = await freshDevice()
  device = fresh.device
  me = fresh.session
})

function show(path: string, who: Session = me) {
  const page = <Route path="/audits/:assignmentId/:section?" element={<AuditPage />} />
  return showScreen(device, who, <Routes>{page}</Routes>, path)
}

const card = async (id: string) => within(await waitFor(() => getCard(id)))
function getCard(id: string): HTMLElement {
  const found = document.getElementById(`criterion-${id}`)
  if (!found) throw new Error(`criterion ${id} is not on the page`)
  return found
}
const heading = (name: RegExp | string) => screen.findByRole('heading', { level: 1, name })

describe('opening an assignment', () => {
  it('says what is asked and by when, and asks for a declaration', async () => {
    await giveAssignment(device, me)
    show(`/audits/${ASSIGNMENT}`)
    await heading('Audit K7F-2Q9')
    expect(screen.getByText('18 core criteria, which decide the grade of the plan')).toBeInTheDocument()
    expect(screen.getByText('1 December 2099')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Say whether you know this child')
  })

  it('gives the plan back when the auditor knows the child', async () => {
    await giveAssignment(device, me)
    show(`/audits/${ASSIGNMENT}`)
    await userEvent.click(await screen.findByLabelText('I know this child or family'))
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    await heading('Thank you for saying so')
    const [assignment] = await readRows(device, 'assignment', Assignment)
    expect(assignment?.body).toMatchObject({ state: 'returned', declared: 'knows-child' })
  })

  it('starts with what the register knows, and what is known decides the criteria', async () => {
    await giveAssignment(device, me)
    show(`/audits/${ASSIGNMENT}`)
    await userEvent.click(await screen.findByLabelText('No, none of these'))
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    await heading('About this plan')
    expect(screen.getByLabelText('National Curriculum year')).toHaveDisplayValue('Year 9')
    expect(screen.getByText(/you rate 18 criteria/)).toBeInTheDocument()
    // W9, preparing for adulthood, applies from Year 9 (standards.md 3.3).
    await userEvent.selectOptions(screen.getByLabelText('National Curriculum year'), 'Year 8')
    expect(screen.getByText(/you rate 17 criteria. Left out because they do not apply: W9/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Save and go on' }))
    await heading('A. Views, interests and hopes')
    const [audit] = await readRows(device, 'audit', Audit)
    expect(audit?.body.facts).toEqual({ purpose: 'random', status: 'final', yearGroup: 8, postSixteen: false })
  })
})

describe('who may see what', () => {
  it('shows nothing of somebody else’s audit', async () => {
    const second = await addSecond(device, me)
    await giveAssignment(device, me, { second })
    await openAudit(device, second, OTHER_ASSIGNMENT, 'x2')
    show(`/audits/${OTHER_ASSIGNMENT}/A`)
    await heading('This audit belongs to somebody else')
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
  })

  it('says plainly that an assignment is not known', async () => {
    show('/audits/nothing')
    await heading('There is no such assignment on this device')
  })

  it('says plainly that a plan was taken out of the sample', async () => {
    await giveAssignment(device, me)
    await act(device, me, { kind: 'subject.close', data: { subjectId: 's1', type: 'lapsed', reason: 'Out of time.' } })
    show(`/audits/${ASSIGNMENT}`)
    await heading('This plan was closed without a grade')
    expect(screen.getByText(/Out of time\./)).toBeInTheDocument()
  })

  it('keeps what was written readable when a plan is closed in the middle of an audit', async () => {
    await giveAssignment(device, me)
    await openAudit(device, me)
    await act(device, me, {
      kind: 'note.set',
      data: { auditId: AUDIT, criterionId: 'B1', text: 'Two needs left out.' },
    })
    await act(device, me, { kind: 'subject.close', data: { subjectId: 's1', type: 'lapsed', reason: 'Out of time.' } })
    show(`/audits/${ASSIGNMENT}/B`)
    await heading('This plan was closed without a grade')
    expect(screen.getByText('Two needs left out.')).toBeInTheDocument()
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
  })
})

describe('rating', () => {
  it('moves the grade as one goes', async () => {
    const { criteria } = await giveAssignment(device, me)
    await openAudit(device, me)
    await rateAll(
      device,
      me,
      criteria.filter((id) => id !== 'F2'),
    )
    show(`/audits/${ASSIGNMENT}/F`)
    expect(await screen.findByText('17 of 18 core criteria rated')).toBeInTheDocument()
    // 18 core criteria, four of them (B1 F1 F2 W1) with double weight: 22 points. F2 is still open.
    expect(screen.getByText(/So far 20 of 20 points, 100 %/)).toBeInTheDocument()
    await userEvent.click((await card('F2')).getByRole('radio', { name: 'Not met' }))
    const grade = within(screen.getByRole('region', { name: 'Grade of the plan' }))
    expect(grade.getByText('20 of 22 points, 91 %. On points alone: Outstanding.')).toBeInTheDocument()
    expect(
      grade.getByText('Key criterion F2 is not met: this holds the grade at Requires improvement.'),
    ).toBeInTheDocument()
    await waitFor(async () => expect((await storedAudit(device)).ratings.F2).toEqual({ rating: 'not-met' }))
  })

  it('asks where a shortfall arose, and keeps the answer', async () => {
    await giveAssignment(device, me)
    await openAudit(device, me)
    show(`/audits/${ASSIGNMENT}/C`)
    const c1 = await card('C1')
    expect(c1.queryByLabelText('Where did it arise?')).not.toBeInTheDocument()
    await userEvent.click(c1.getByRole('radio', { name: 'Partly met' }))
    await userEvent.selectOptions(c1.getByLabelText('Where did it arise?'), 'No advice was given')
    await waitFor(async () =>
      expect((await storedAudit(device)).ratings.C1).toEqual({ rating: 'partly', cause: 'no-advice' }),
    )
  })
})

describe('single keys', () => {
  beforeEach(async () => {
    await giveAssignment(device, me)
    await openAudit(device, me)
  })

  it('rate the focused criterion and go on to the next', async () => {
    show(`/audits/${ASSIGNMENT}/E`)
    ;(await card('E2')).getByRole('radio', { name: 'Met' }).focus()
    await userEvent.keyboard('2')
    expect(getCard('E2').dataset.rating).toBe('partly')
    expect(document.activeElement?.closest('[data-criterion]')).toBe(getCard('E3'))
    await userEvent.keyboard('9')
    expect(getCard('E3').dataset.rating).toBe('cannot-tell')
    expect(document.activeElement).toHaveTextContent('Next section: F.')
  })

  it('do nothing while somebody types, nor with another key held', async () => {
    show(`/audits/${ASSIGNMENT}/E`)
    const e2 = await card('E2')
    e2.getByRole('radio', { name: 'Met' }).focus()
    await userEvent.keyboard('{Control>}1{/Control}')
    expect(getCard('E2').dataset.rating).toBe('none')
    await userEvent.keyboard('n')
    expect(document.activeElement).toBe(e2.getByLabelText('Note on E2'))
    await userEvent.keyboard('Page 12]')
    expect(getCard('E2').dataset.rating).toBe('none')
    expect(e2.getByLabelText('Note on E2')).toHaveValue('Page 12]')
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(e2.getByRole('radio', { name: 'Met' }))
  })

  it('go from section to section', async () => {
    show(`/audits/${ASSIGNMENT}/E`)
    await heading(/^E\./)
    await userEvent.keyboard(']')
    await heading(/^F\./)
    expect(document.activeElement?.closest('[data-criterion]')).toBe(getCard('F1'))
    await userEvent.keyboard('[[')
    await heading(/^E\./)
  })

  it('can be switched off, and stay off', async () => {
    const { unmount } = show(`/audits/${ASSIGNMENT}/E`)
    await heading(/^E\./)
    await userEvent.keyboard('?')
    await userEvent.click(screen.getByLabelText('Use single-key shortcuts'))
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(document.querySelector('.criteria')).toHaveAttribute('data-keys', 'off'))
    unmount()
    show(`/audits/${ASSIGNMENT}/E`)
    await waitFor(() => expect(document.querySelector('.criteria')).toHaveAttribute('data-keys', 'off'))
    ;(await card('E2')).getByRole('radio', { name: 'Met' }).focus()
    await userEvent.keyboard('1')
    expect(getCard('E2').dataset.rating).toBe('none')
  })
})

describe('notes', () => {
  it('say which words are not saved, and keep them on the screen on the way to another section', async () => {
    await giveAssignment(device, me)
    await openAudit(device, me)
    show(`/audits/${ASSIGNMENT}/E`)
    const e2 = await card('E2')
    await userEvent.click(e2.getByRole('button', { name: 'Add a note E2' }))
    await userEvent.keyboard('Ring 01632 960983.')
    expect(e2.getByText(/“01632 960983” looks like a telephone number, so it is not saved/)).toBeInTheDocument()
    await waitFor(async () => expect((await storedAudit(device)).notes.E2).toBe('Ring [left out].'))
    await userEvent.click(screen.getByRole('link', { name: /^Next section/ }))
    await heading(/^F\./)
    await userEvent.click(screen.getByRole('link', { name: /^Previous section/ }))
    expect((await card('E2')).getByLabelText('Note on E2')).toHaveValue('Ring 01632 960983.')
  })
})

describe('submitting', () => {
  it('is refused with a way to each criterion that is not rated', async () => {
    const { criteria } = await giveAssignment(device, me)
    await openAudit(device, me)
    await rateAll(
      device,
      me,
      criteria.filter((id) => id !== 'D1' && id !== 'W4'),
    )
    show(`/audits/${ASSIGNMENT}/check`)
    await userEvent.click(await screen.findByRole('button', { name: 'Submit the audit' }))
    const summary = within(await screen.findByRole('alert'))
    expect(summary.getByText('2 criteria are still to be rated')).toBeInTheDocument()
    expect((await storedAudit(device)).state).toBe('draft')
    await userEvent.click(summary.getByRole('link', { name: /^W4:/ }))
    await heading(/^W\./)
    expect(document.activeElement?.closest('[data-criterion]')).toBe(getCard('W4'))
  })

  it('asks about copies, locks the audit, and lets it be taken back until it is released', async () => {
    const second = await addSecond(device, me)
    const { criteria } = await giveAssignment(device, me, { second })
    await openAudit(device, me)
    await rateAll(device, me, criteria)
    show(`/audits/${ASSIGNMENT}/check`)
    await userEvent.click(await screen.findByRole('button', { name: 'Submit the audit' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Say whether you have deleted your copies')
    await userEvent.click(screen.getByLabelText('No, not yet'))
    await userEvent.click(screen.getByRole('button', { name: 'Submit the audit' }))
    await heading('Audit K7F-2Q9 is submitted')
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
    expect(screen.getByText(/Delete them as soon as you can/)).toBeInTheDocument()
    expect(await storedAudit(device)).toMatchObject({ state: 'submitted', copiesDeleted: false })
    await userEvent.click(screen.getByRole('button', { name: 'Take it back' }))
    await heading('Check your audit and submit it')
    expect((await storedAudit(device)).state).toBe('draft')
  })

  it('opens the audits to each other once nobody else is at work, and then nothing can be taken back', async () => {
    const { criteria } = await giveAssignment(device, me)
    await openAudit(device, me)
    await rateAll(device, me, criteria)
    const framework = { id: 'ehcp-core', version: '1.0.0' }
    const data = { auditId: AUDIT, assignmentId: ASSIGNMENT, framework, copiesDeleted: true }
    await act(device, me, { kind: 'audit.submit', data })
    show(`/audits/${ASSIGNMENT}`)
    await heading('Audit K7F-2Q9 is submitted')
    expect(screen.getByText(/the audits are open to each other/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Take it back' })).not.toBeInTheDocument()
  })
})

describe('changing the grade', () => {
  it('offers one step either way, with a reason, and can be taken back', async () => {
    const { criteria } = await giveAssignment(device, me)
    await openAudit(device, me)
    await rateAll(device, me, criteria)
    show(`/audits/${ASSIGNMENT}/grade`)
    await userEvent.click(await screen.findByLabelText('Good'))
    expect(screen.queryByLabelText('Requires improvement')).not.toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Change the grade' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Give a reason')
    await userEvent.type(screen.getByLabelText('Your reason'), 'It contradicts itself on page 4.')
    await userEvent.click(screen.getByRole('button', { name: 'Change the grade' }))
    expect(
      await screen.findByText('You changed it from Outstanding to Good: “It contradicts itself on page 4.”.'),
    ).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Take the change back' }))
    await waitFor(async () => expect((await storedAudit(device)).override).toBeNull())
  })

  it('says why a plan with a key criterion not met cannot be raised to good', async () => {
    const { criteria } = await giveAssignment(device, me)
    await openAudit(device, me)
    await rateAll(device, me, criteria)
    const rated = { rating: 'not-met' as const }
    await act(device, me, { kind: 'rating.set', data: { auditId: AUDIT, criterionId: 'B1', rated } })
    show(`/audits/${ASSIGNMENT}/grade`)
    expect(
      await screen.findByText('Good cannot be chosen. A plan with a key criterion not met cannot be raised to good.'),
    ).toBeInTheDocument()
    expect(screen.getByLabelText('Inadequate')).toBeInTheDocument()
  })
})

describe('incident and concern', () => {
  it('an incident goes to the managers without a word about a child, and the plan is inadequate', async () => {
    await giveAssignment(device, me)
    await openAudit(device, me)
    show(`/audits/${ASSIGNMENT}/incident`)
    await heading('Report an incident')
    expect(screen.getByText(/The 72 hours end on/)).toBeInTheDocument()
    await userEvent.type(screen.getByLabelText('Which officer did you tell?'), 'Ring 01632 960983')
    await userEvent.type(screen.getByLabelText('What was done?'), 'Copies recalled.')
    await userEvent.click(screen.getByRole('button', { name: 'Report the incident' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Take out a telephone number')
    await userEvent.clear(screen.getByLabelText('Which officer did you tell?'))
    await userEvent.type(screen.getByLabelText('Which officer did you tell?'), 'Information governance officer')
    await userEvent.click(screen.getByRole('button', { name: 'Report the incident' }))
    expect(await screen.findByText(/The incident is reported/)).toBeInTheDocument()
    const [alert] = await readRows(device, 'alert', Alert)
    expect(alert).toMatchObject({
      scope: 'managers',
      body: { type: 'incident', told: 'Information governance officer' },
    })
    await userEvent.click(screen.getByRole('link', { name: 'Back to the audit' }))
    expect(await screen.findByText(/You reported an incident in this plan/)).toBeInTheDocument()
    const grade = within(await screen.findByRole('region', { name: 'Grade of the plan' }))
    expect(grade.getByText('Inadequate')).toBeInTheDocument()
  })

  it('a concern changes nothing in the audit', async () => {
    await giveAssignment(device, me)
    await openAudit(device, me)
    const before = await storedAudit(device)
    show(`/audits/${ASSIGNMENT}/concern`)
    await userEvent.type(await screen.findByLabelText('Who was told?'), 'Duty social worker')
    await userEvent.type(screen.getByLabelText('Which route did you take?'), 'Telephoned the front door')
    await userEvent.click(screen.getByRole('button', { name: 'Raise the concern' }))
    expect(await screen.findByText(/The concern is raised/)).toBeInTheDocument()
    expect(await storedAudit(device)).toEqual(before)
  })
})
