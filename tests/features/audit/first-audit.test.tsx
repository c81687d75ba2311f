import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AuditPage } from '../../../src/features/audit/AuditPage'
import type { Device, Session } from '../../../src/store/device'
import { createGuideVerbs, currentStep, type Guide, readGuide } from '../../../src/store/first-audit'
import { freshDevice, showScreen } from '../open-screen'
import { ASSIGNMENT, AUDIT, giveAssignment, openAudit } from './assigned'
import { standInForDialogs } from './dialogs'

let device: Device
let me: Session

beforeAll(standInForDialogs)

beforeEach(async () => {
  const fresh = await freshDevice()
  device = fresh.device
  me = fresh.session
  await giveAssignment(device, me)
  await openAudit(device, me)
})

function show(path: string) {
  const page = <Route path="/audits/:assignmentId/:section?" element={<AuditPage />} />
  return showScreen(device, me, <Routes>{page}</Routes>, path)
}
const step = (number: number) => screen.findByText(`Your first audit, step ${number} of 5.`)

describe('the guide through the first audit', () => {
  it('goes on as the work is done', async () => {
    show(`/audits/${ASSIGNMENT}/E`)
    await step(1)
    await userEvent.click(screen.getByRole('button', { name: 'I have read it' }))
    await step(2)
    screen.getAllByRole('radio', { name: 'Met' })[0]?.focus()
    await userEvent.keyboard('2')
    await step(3)
    // Rating went on to the next criterion, where the note belongs now; the guide took no focus.
    await userEvent.keyboard('n')
    await userEvent.keyboard('Page 4.')
    await step(4)
    await userEvent.selectOptions(screen.getByLabelText('Where did it arise?'), 'No advice was given')
    await step(5)
    await userEvent.click(screen.getByRole('button', { name: 'Finish this guide' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Your first audit' })).not.toBeInTheDocument())
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  })

  it('takes reading as done by somebody who rates', async () => {
    show(`/audits/${ASSIGNMENT}/E`)
    await step(1)
    await userEvent.click(screen.getAllByRole('radio', { name: 'Met' })[0] ?? document.body)
    await step(3)
  })

  it('is turned off with one press, stays off, and starts at its beginning when it is wanted again', async () => {
    const { unmount } = show(`/audits/${ASSIGNMENT}/E`)
    await step(1)
    await userEvent.click(screen.getAllByRole('radio', { name: 'Met' })[0] ?? document.body)
    await step(3)
    await userEvent.click(screen.getByRole('button', { name: 'Turn this guide off' }))
    await waitFor(async () => expect((await readGuide(device, me)).isOn).toBe(false))
    unmount()
    const again = show(`/audits/${ASSIGNMENT}/E`)
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByText(/^Your first audit/)).not.toBeInTheDocument()
    again.unmount()
    await createGuideVerbs(device, me).restart()
    show(`/audits/${ASSIGNMENT}/E`)
    await step(1)
  })

  it('belongs to one person, and leaves reports to managers alone', async () => {
    await createGuideVerbs(device, { ...me, memberId: 'somebody-else' }).turnOff()
    const { unmount } = show(`/audits/${ASSIGNMENT}/about`)
    await step(1)
    unmount()
    show(`/audits/${ASSIGNMENT}/concern`)
    const main = within(await screen.findByRole('main'))
    await main.findByRole('heading', { level: 1, name: 'Raise a concern' })
    expect(screen.queryByText(/^Your first audit/)).not.toBeInTheDocument()
  })

  it('ends with the audit in which only the last step was left', async () => {
    const { take } = createGuideVerbs(device, me)
    await take(['read', 'rate', 'note', 'shortfall'], AUDIT)
    const guide: Guide = await readGuide(device, me)
    expect(currentStep(guide, AUDIT)).toBe('submit')
    expect(currentStep(guide, 'the-next-audit')).toBeNull()
  })
})
