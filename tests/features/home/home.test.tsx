import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { HomePage } from '../../../src/features/home/HomePage'
import { newId } from '../../../src/store/ids'
import { perform } from '../../../src/store/write'
import { recordsOf, storeRecords } from '../../store/results-records'
import { freshDevice, showScreen } from '../open-screen'

const settled = {
  audits: [
    { agency: 'education', grade: 'good' },
    { agency: 'health', grade: 'good' },
  ],
}

describe('the first steps', () => {
  it('lead a manager from the register to the answer, one open step at a time', async () => {
    const { device, session } = await freshDevice()
    showScreen(device, session, <HomePage />)
    expect(await screen.findByRole('link', { name: 'Import your register of plans' })).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Draw a sample' })).not.toBeInTheDocument()
    expect(screen.getAllByText('Cannot start yet')).toHaveLength(4)
  })

  it('are gone once there is a result', async () => {
    const { device, session } = await freshDevice()
    await storeRecords(device, session.areaId, recordsOf([{ plans: [settled] }]))
    showScreen(device, session, <HomePage />)
    expect(await screen.findByText('1 of 1 new plan was good or better. Too few to say a percentage.')).toBeVisible()
    expect(screen.queryByText('From your register to the answer')).not.toBeInTheDocument()
  })

  it('are not shown to an auditor, who is told who gives plans out', async () => {
    const { device, session } = await freshDevice()
    const memberId = newId()
    const member = { name: 'An auditor', agency: 'health', roles: ['auditor' as const], active: true }
    await perform(device, session, { kind: 'member.set', data: { areaId: session.areaId, memberId, member } })
    showScreen(device, { ...session, memberId }, <HomePage />)
    expect(await screen.findByText('When a manager gives you a plan to audit, it appears here.')).toBeVisible()
    expect(screen.queryByText('From your register to the answer')).not.toBeInTheDocument()
  })
})

describe('own audits', () => {
  it('come late ones first, each with its day and how far it is', async () => {
    const { device, session } = await freshDevice()
    const mine = (dueOn: string) => ({ audits: [{ agency: 'health', auditor: session.memberId, dueOn }] })
    const plans = [mine('2999-01-01'), mine('2020-01-01'), { audits: [{ agency: 'health' }] }]
    await storeRecords(device, session.areaId, recordsOf([{ plans }]))
    showScreen(device, session, <HomePage />)
    const links = await screen.findAllByRole('link', { name: /^Audit plan/ })
    expect(links.map((link) => link.textContent)).toEqual(['Audit plan C1P2', 'Audit plan C1P1'])
    expect(screen.getByText('1 plan of yours is late.')).toBeInTheDocument()
  })

  it('leave out a plan that was swapped out of the sample', async () => {
    const { device, session } = await freshDevice()
    const plan = { swapped: 'Moved away', audits: [{ agency: 'health', auditor: session.memberId }] }
    await storeRecords(device, session.areaId, recordsOf([{ plans: [plan] }]))
    showScreen(device, session, <HomePage />)
    expect(await screen.findByText('No plan is waiting for you.')).toBeInTheDocument()
  })
})

describe('the manager’s desk', () => {
  it('says of each cycle on its way what waits for a decision', async () => {
    const { device, session } = await freshDevice()
    const differing = {
      audits: [
        { agency: 'education', grade: 'good' },
        { agency: 'health', grade: 'inadequate' },
      ],
    }
    const handedBack = { audits: [{ agency: 'health', state: 'returned' as const }] }
    const late = { audits: [{ agency: 'health', dueOn: '2020-01-01' }] }
    const plans = [settled, differing, handedBack, late, {}]
    await storeRecords(device, session.areaId, recordsOf([{ name: 'Spring', plans }]))
    showScreen(device, session, <HomePage />)
    const line = (await screen.findByRole('link', { name: 'Spring' })).closest('li')
    if (!line) throw new Error('the cycle has no line')
    expect(
      within(line)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      '1 plan awaits moderation',
      '1 plan handed back, to be given to somebody else',
      '1 plan without enough auditors',
      '1 audit late',
    ])
    expect(within(line).getByText('1 of 5 plans settled')).toBeInTheDocument()
  })

  it('shows no cycle in which every plan is settled', async () => {
    const { device, session } = await freshDevice()
    await storeRecords(device, session.areaId, recordsOf([{ plans: [settled] }]))
    showScreen(device, session, <HomePage />)
    expect(await screen.findByText('No cycle is in progress.')).toBeInTheDocument()
  })
})
