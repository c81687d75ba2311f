/** The cycles as people use them: design and draw, share out, follow without ratings, compare, agree. */
import { configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import { Audit } from '../../../src/core/audit/audit'
import { Moderation } from '../../../src/core/panel/records'
import { Cycle } from '../../../src/core/sampling/cycle'
import { CyclePage } from '../../../src/features/cycles/CyclePage'
import { CyclesPage } from '../../../src/features/cycles/CyclesPage'
import { NewCyclePage } from '../../../src/features/cycles/NewCyclePage'
import { SubjectPage } from '../../../src/features/cycles/SubjectPage'
import type { Device, Session } from '../../../src/store/device'
import { readRows } from '../../../src/store/read'
import {
  ask,
  assignmentsOf,
  deviceWithRegister,
  drawCycle,
  join,
  subjectsOf,
  submitAudit,
} from '../../store/cycles-device'
import { freshDevice, showScreen } from '../open-screen'

// A screen with a register behind it takes a second or two where several tests share a small machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

function show(device: Device, session: Session, path: string) {
  return showScreen(
    device,
    session,
    <Routes>
      <Route path="/cycles" element={<CyclesPage />} />
      <Route path="/cycles/new" element={<NewCyclePage />} />
      <Route path="/cycles/:cycleId" element={<CyclePage />} />
      <Route path="/subjects/:subjectId" element={<SubjectPage />} />
    </Routes>,
    path,
  )
}

/** A device with a drawn cycle and one auditor of health and one of education. */
async function cycleAtWork() {
  const { device, session } = await deviceWithRegister()
  const health = await join(device, session, { name: 'Person of health', agency: 'health' })
  const education = await join(device, session, { name: 'Person of education', agency: 'education' })
  const drawn = await drawCycle(device, session)
  const subjects = await subjectsOf(device, drawn.cycle)
  const subject = subjects.find(({ body }) => body.double)
  if (!subject) throw new Error('no plan is graded twice')
  return { device, session, health, education, drawn, subject }
}

/** The same, with one plan asked of both auditors. */
async function planWithTwoAuditors() {
  const work = await cycleAtWork()
  const { device, session, health, education, drawn, subject } = work
  const ids = await ask(device, session, drawn, subject.id, [
    { session: health, agency: 'health' },
    { session: education, agency: 'education' },
  ])
  return { ...work, healthAssignment: ids[0] ?? '', educationAssignment: ids[1] ?? '' }
}

describe('the list of cycles', () => {
  it('sends a manager without a register to import it first', async () => {
    const { device, session } = await freshDevice()
    show(device, session, '/cycles')
    expect(await screen.findByRole('link', { name: 'Import the register' })).toHaveAttribute('href', '/register')
  })

  it('offers an auditor nothing to draw', async () => {
    const { device, session } = await freshDevice()
    const auditor = await join(device, session, { name: 'Person of health', agency: 'health' })
    show(device, auditor, '/cycles')
    expect(await screen.findByText(/A manager draws the sample/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'New cycle' })).toBeNull()
  })
})

describe('a new cycle', () => {
  it('is for managers alone', async () => {
    const { device, session } = await freshDevice()
    const auditor = await join(device, session, { name: 'Person of health', agency: 'health' })
    show(device, auditor, '/cycles/new')
    expect(await screen.findByText(/Only a manager may draw a sample/)).toBeVisible()
  })

  it('says before the draw how close the figure will be, draws, and keeps what was drawn', async () => {
    const user = userEvent.setup()
    const { device, session } = await deviceWithRegister()
    show(device, session, '/cycles/new')
    const size = await screen.findByLabelText('Plans')
    await user.click(screen.getByLabelText(/^New in the last twelve months/, { selector: 'input' }))
    await user.clear(size)
    await user.type(size, '20')
    await user.clear(screen.getByLabelText('Seed'))
    await user.type(screen.getByLabelText('Seed'), 'Our seed')
    expect(await screen.findByText(/^20 of \d+ plans\. If about half were good/)).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Draw the sample' }))
    expect(await screen.findByRole('heading', { name: 'The sample is drawn' })).toBeVisible()
    expect(await readRows(device, 'cycle', Cycle)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Keep this sample' }))
    await screen.findByRole('heading', { name: 'Plans in this sample' })
    const [cycle] = await readRows(device, 'cycle', Cycle)
    expect(cycle?.body).toMatchObject({ seed: 'Our seed', purpose: 'random', design: { size: 20, doubleShare: 0 } })
  })

  it('asks for what is missing in one list, and draws nothing', async () => {
    const user = userEvent.setup()
    const { device, session } = await deviceWithRegister()
    show(device, session, '/cycles/new')
    await user.clear(await screen.findByLabelText('Name'))
    await user.clear(screen.getByLabelText('Plans'))
    await user.click(screen.getByRole('button', { name: 'Draw the sample' }))
    const list = within(await screen.findByRole('alert'))
    expect(list.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Give the cycle a name',
      'Enter how many plans to draw, as a whole number from 1',
    ])
  })
})

describe('a cycle', () => {
  it('lets a manager share every plan out, each graded-twice plan to two people', async () => {
    const user = userEvent.setup()
    const { device, session, drawn } = await cycleAtWork()
    show(device, session, `/cycles/${drawn.cycle.id}`)
    await user.click(await screen.findByRole('button', { name: 'Share plans out' }))
    // 12 plans, 3 of them twice.
    await user.click(await screen.findByRole('button', { name: 'Give out 15 audits' }))
    expect(await screen.findByText('15 audits were given out.')).toBeVisible()
    const assignments = await assignmentsOf(device, drawn.cycle)
    const pairs = assignments.map(({ body }) => `${body.subjectId} ${body.auditor}`)
    expect(new Set(pairs).size).toBe(15)
  })

  it('shows auditors how far it is, and neither names nor grades', async () => {
    const { device, health, education, drawn, healthAssignment, educationAssignment } = await planWithTwoAuditors()
    await submitAudit(device, health, healthAssignment)
    await submitAudit(device, education, educationAssignment)
    show(device, health, `/cycles/${drawn.cycle.id}`)
    expect(await screen.findByText('1 of 12 plans has a result; 1 has been audited.')).toBeVisible()
    expect(screen.queryByText(/Person of education/)).toBeNull()
    expect(screen.queryByText(/Outstanding|Good/)).toBeNull()
  })

  it('shows managers the result and who gave it', async () => {
    const { device, session, health, education, drawn, healthAssignment, educationAssignment } =
      await planWithTwoAuditors()
    await submitAudit(device, health, healthAssignment)
    await submitAudit(device, education, educationAssignment)
    show(device, session, `/cycles/${drawn.cycle.id}`)
    expect(await screen.findByText('Outstanding')).toBeVisible()
    expect(screen.getByText(/Person of education/)).toBeVisible()
  })
})

describe('a plan', () => {
  it('shows no rating while one of its auditors is still to submit, not even to a manager', async () => {
    const { device, session, health, subject, healthAssignment } = await planWithTwoAuditors()
    await submitAudit(device, health, healthAssignment, { F2: 'not-met' })
    show(device, session, `/subjects/${subject.id}`)
    expect(await screen.findByText('1 of 2 audits submitted. Nothing is shown until all are in.')).toBeVisible()
    expect(screen.queryByText('The audits side by side')).toBeNull()
    expect(screen.queryByText('Note on F2')).toBeNull()
  })

  it('shows where released audits differ, and records the panel’s grade without touching them', async () => {
    const user = userEvent.setup()
    const { device, session, health, education, drawn, subject, healthAssignment, educationAssignment } =
      await planWithTwoAuditors()
    // Standards.md 3.1: a key criterion not met keeps a plan from good; all met is outstanding.
    await submitAudit(device, health, healthAssignment, { F2: 'not-met' })
    await submitAudit(device, education, educationAssignment)
    const before = await readRows(device, 'audit', Audit, drawn.cycle.key)
    show(device, session, `/subjects/${subject.id}`)
    expect(await screen.findByText('Awaiting moderation: the grades differ, so the panel decides.')).toBeVisible()
    const f2 = within(screen.getByRole('article', { name: 'Criterion F2' }))
    expect(f2.getByText('Not met')).toBeVisible()
    expect(f2.getByText('Note on F2')).toBeVisible()
    expect(f2.getByText('Met')).toBeVisible()

    await user.click(screen.getByLabelText('Requires improvement', { selector: 'input' }))
    await user.type(screen.getByLabelText('Reason', { selector: '#reason' }), 'The hours are nowhere stated')
    await user.click(screen.getByLabelText('Health', { selector: 'input' }))
    await user.click(screen.getByRole('button', { name: 'Record the panel’s grade' }))
    expect(await screen.findByText('Agreed by the panel.')).toBeVisible()
    const [moderation] = await readRows(device, 'moderation', Moderation, drawn.cycle.key)
    expect(moderation?.body).toMatchObject({ grade: 'requires-improvement', agencies: ['health'], learningPoint: null })
    expect(await readRows(device, 'audit', Audit, drawn.cycle.key)).toEqual(before)
  })

  it('lets an auditor who is no chair read the released audits, and not record the panel’s grade', async () => {
    const { device, health, education, subject, healthAssignment, educationAssignment } = await planWithTwoAuditors()
    await submitAudit(device, health, healthAssignment, { F2: 'not-met' })
    await submitAudit(device, education, educationAssignment)
    show(device, health, `/subjects/${subject.id}`)
    expect(await screen.findByText('A panel chair or manager records what the panel agrees.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Record the panel’s grade' })).toBeNull()
    expect(screen.queryByText(/Person of education/)).toBeNull()
  })

  it('is neither swapped nor closed without a grade once it has one', async () => {
    const { device, session, health, education, subject, healthAssignment, educationAssignment } =
      await planWithTwoAuditors()
    await submitAudit(device, health, healthAssignment)
    await submitAudit(device, education, educationAssignment)
    show(device, session, `/subjects/${subject.id}`)
    expect(await screen.findByText('Both auditors gave this grade.')).toBeVisible()
    expect(screen.queryByText('Close without a grade')).toBeNull()
    expect(screen.queryByText('Swap this plan')).toBeNull()
  })

  it('can be closed without a grade, with a reason', async () => {
    const user = userEvent.setup()
    const { device, session, drawn, subject } = await cycleAtWork()
    show(device, session, `/subjects/${subject.id}`)
    await user.click(await screen.findByText('Close without a grade'))
    await user.click(screen.getByLabelText('It could not be graded'))
    await user.type(screen.getByLabelText('Reason', { selector: '#closeReason' }), 'The document cannot be found')
    await user.click(screen.getByRole('button', { name: 'Close this plan' }))
    expect(await screen.findByText('Reason: The document cannot be found')).toBeVisible()
    await waitFor(async () => {
      const subjects = await subjectsOf(device, drawn.cycle)
      expect(subjects.find(({ id }) => id === subject.id)?.body.outcome?.type).toBe('not-gradeable')
    })
  })
})
