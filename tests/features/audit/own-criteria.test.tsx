import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AuditPage } from '../../../src/features/audit/AuditPage'
import { ownCriteria } from '../../../src/features/audit/learning/own-criteria'
import { sectionsOf } from '../../../src/features/audit/sections'
import type { Device, Session } from '../../../src/store/device'
import { readFramework } from '../../frameworks/bundled'
import { freshDevice, showScreen } from '../open-screen'
import { addSecond, giveAssignment, OTHER_ASSIGNMENT, openAudit, rateAll } from './assigned'
import { standInForDialogs } from './dialogs'

let device: Device
let me: Session
let health: Session
let criteria: readonly string[]

beforeAll(standInForDialogs)

beforeEach(async () => {
  const fresh = await freshDevice()
  device = fresh.device
  me = fresh.session
  health = await addSecond(device, me)
  criteria = (await giveAssignment(device, me, { second: health })).criteria
  await openAudit(device, health, OTHER_ASSIGNMENT)
})

function show(path: string, who: Session = health) {
  const page = <Route path="/audits/:assignmentId/:section?" element={<AuditPage />} />
  return showScreen(device, who, <Routes>{page}</Routes>, path)
}
const shownCriteria = () => [...document.querySelectorAll('.criterion')].map(({ id }) => id.replace('criterion-', ''))
const SWITCH = 'Show only my criteria (Health speaks first)'

describe('my criteria', () => {
  it('shows those my agency leads on and says how many it hides', async () => {
    show(`/audits/${OTHER_ASSIGNMENT}/F`)
    // Of F1, F2, F5, F6 and F8, health speaks first on F6 (audit-frameworks/ehcp-core/1.0.0.json).
    await userEvent.click(await screen.findByLabelText(SWITCH))
    await waitFor(() => expect(shownCriteria()).toEqual(['F6']))
    expect(
      screen.getByText('4 criteria are hidden here, 4 still to be rated. You rate them as well before you submit.'),
    ).toBeInTheDocument()
  })

  it('stays on from section to section, and says when none of mine is there', async () => {
    show(`/audits/${OTHER_ASSIGNMENT}/D`)
    await userEvent.click(await screen.findByLabelText(SWITCH))
    await screen.findByText(/^None of your criteria is in this section. 1 criterion is hidden here/)
    expect(shownCriteria()).toEqual([])
    await userEvent.click(screen.getByRole('link', { name: /^Previous section/ }))
    await screen.findByText('Nothing is hidden in this section.')
    expect(shownCriteria()).toEqual(['C1'])
  })

  it('never makes an audit complete: what is hidden is still asked for, and a link to it shows it', async () => {
    await rateAll(
      device,
      health,
      criteria.filter((id) => id !== 'F2'),
    )
    show(`/audits/${OTHER_ASSIGNMENT}/F`)
    await userEvent.click(await screen.findByLabelText(SWITCH))
    expect(await screen.findByText(/4 criteria are hidden here, 1 still to be rated/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('link', { name: 'Check and submit' }))
    expect(await screen.findByText('1 criterion is still to be rated')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('link', { name: /^F2:/ }))
    await waitFor(() => expect(shownCriteria()).toEqual(['F2', 'F6']))
    expect(document.activeElement?.closest('.criterion')?.id).toBe('criterion-F2')
  })

  it('is not offered where my agency leads on none of the criteria asked', () => {
    const framework = readFramework('ehcp-core/1.0.0.json')
    const audit = { agency: 'virtual-school', ratings: {}, criteria: ['F1', 'F2'], facts: {} }
    const sections = sectionsOf(framework, { ...audit, incident: false, override: null })
    const [section] = sections
    expect(section && ownCriteria(framework, sections, section, audit, null)).toBeNull()
    expect(section && ownCriteria(framework, sections, section, { ...audit, agency: 'education' }, null)).toBeNull()
  })
})
