import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SettingsPage } from '../../../src/features/settings/SettingsPage'
import { session as sessionOf } from '../../../src/store/device'
import { newId } from '../../../src/store/ids'
import { perform } from '../../../src/store/write'
import { freshDevice, showScreen } from '../open-screen'

async function withAuditor() {
  const { device, session } = await freshDevice()
  const memberId = newId()
  const member = { name: 'Second auditor', agency: 'health', roles: ['auditor' as const], active: true }
  const added = await perform(device, session, {
    kind: 'member.set',
    data: { areaId: session.areaId, memberId, member },
  })
  expect(added.ok).toBe(true)
  return { device, session, memberId }
}

describe('people on this device', () => {
  it('a manager adds a colleague, who is then listed with agency and roles', async () => {
    const { device, session } = await freshDevice()
    showScreen(device, session, <SettingsPage />, '/settings?person=new')
    await userEvent.type(await screen.findByLabelText('Name'), 'Second auditor')
    await userEvent.click(screen.getByLabelText('Health'))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    const row = (await screen.findByRole('rowheader', { name: 'Second auditor' })).closest('tr')
    if (!row) throw new Error('the colleague has no row')
    expect(within(row).getByText('Health')).toBeInTheDocument()
    expect(within(row).getByText('Auditor')).toBeInTheDocument()
    expect(screen.getByText('Second auditor was added.')).toBeInTheDocument()
  })

  it('a person needs a name, an agency and something to do', async () => {
    const { device, session } = await freshDevice()
    showScreen(device, session, <SettingsPage />, '/settings?person=new')
    await userEvent.click(await screen.findByLabelText('Auditor'))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    const summary = await screen.findByRole('alert')
    expect(
      within(summary)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Enter a name', 'Choose an agency', 'Choose what they may do'])
  })

  it('two people never share one name', async () => {
    const { device, session } = await withAuditor()
    showScreen(device, session, <SettingsPage />, '/settings?person=new')
    await userEvent.type(await screen.findByLabelText('Name'), ' second AUDITOR ')
    await userEvent.click(screen.getByLabelText('Health'))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findAllByText(/Somebody else has this name already/)).not.toHaveLength(0)
  })

  it('the last manager stays a manager, so that nobody is locked out', async () => {
    const { device, session } = await withAuditor()
    showScreen(device, session, <SettingsPage />, `/settings?person=${session.memberId}`)
    await userEvent.click(await screen.findByLabelText('Manager'))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findAllByText(/Somebody has to be an active manager/)).not.toHaveLength(0)
  })

  it('only a manager may add or change people', async () => {
    const { device, session, memberId } = await withAuditor()
    showScreen(device, { ...session, memberId }, <SettingsPage />, '/settings')
    expect(await screen.findByText('Only a manager may add or change people.')).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Add a person' })).not.toBeInTheDocument()
  })
})

describe('handing the device over', () => {
  it('the person who takes over is the one the device works for, after a reload too', async () => {
    const { device, session, memberId } = await withAuditor()
    showScreen(device, session, <SettingsPage />, '/settings')
    await userEvent.selectOptions(await screen.findByLabelText('Somebody else takes over'), memberId)
    await userEvent.click(screen.getByRole('button', { name: 'Switch person' }))
    expect(await screen.findByText('You are Second auditor.')).toBeInTheDocument()
    expect(await sessionOf(device)).toEqual({ areaId: session.areaId, memberId })
  })

  it('says that between people who share a device blind grading is trust, not security', async () => {
    const { device, session } = await withAuditor()
    showScreen(device, session, <SettingsPage />, '/settings')
    expect(await screen.findByText(/this is trust, not security/)).toBeInTheDocument()
  })
})
