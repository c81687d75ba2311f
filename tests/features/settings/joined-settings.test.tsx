import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SettingsPage } from '../../../src/features/settings/SettingsPage'
import { tokenOf } from '../../../src/store/joined'
import { ALONE, useSyncStatus } from '../../../src/sync/status'
import type { MemberAccounts } from '../../../src/wire/accounts'
import { fakeHub, hubDevice, me, place, refusal } from '../fake-hub'
import { auditor, type JoinedFixture, joinedDevice, manager, TOKEN } from '../joined-device'
import { showScreen } from '../open-screen'

afterEach(() => {
  vi.unstubAllGlobals()
  useSyncStatus.setState(ALONE, true)
})

type Account = MemberAccounts['members'][number]

function accountOf(memberId: string, more: Partial<Account> = {}): Account {
  return { memberId, email: null, hasAccount: false, invitedUntil: null, devices: [], ...more }
}

function settings({ device, session }: JoinedFixture, path = '/settings') {
  return showScreen(
    device,
    session,
    <Suspense>
      <SettingsPage />
    </Suspense>,
    path,
  )
}

describe('the people of a joined area, for a manager', () => {
  it('show who has an account, who is invited until when, and what somebody had not sent', async () => {
    const joined = await joinedDevice(manager, { m2: auditor, m3: { ...auditor, name: 'Third auditor' } })
    fakeHub({
      '/accounts/members': {
        members: [
          accountOf(joined.session.memberId, { hasAccount: true }),
          accountOf('m2', { hasAccount: true, devices: [hubDevice({ waiting: { count: 2, oldestAt: null } })] }),
          accountOf('m3', { email: 'third@example.org', invitedUntil: '2999-01-01T12:00:00.000Z' }),
        ],
      },
    })
    settings(joined)
    const row = async (name: string) => {
      const header = await screen.findByRole('rowheader', { name })
      return within(header.closest('tr') ?? document.body)
    }
    expect(
      await (await row('Second auditor')).findByText(/^Has an account, seen 2 March 2026.*, 2 items not sent$/),
    ).toBeVisible()
    expect(await (await row('Third auditor')).findByText(/^Invited until 1 January 2999/)).toBeVisible()
  })

  it('are still there when the hub does not answer, without what it alone knows', async () => {
    const joined = await joinedDevice(manager, { m2: auditor })
    fakeHub({})
    settings(joined)
    expect(await screen.findByText('Who has an account is kept by the hub, which does not answer now.')).toBeVisible()
    expect(screen.getByRole('rowheader', { name: 'Second auditor' })).toBeVisible()
  })

  it('are shown to others without their accounts', async () => {
    const joined = await joinedDevice(auditor, { m2: manager })
    const asked = fakeHub({})
    settings(joined)
    expect(await screen.findByRole('rowheader', { name: 'First manager' })).toBeVisible()
    expect(screen.queryByRole('columnheader', { name: 'Account' })).toBeNull()
    expect(asked).toEqual([])
  })

  it('cannot be switched between on one device', async () => {
    const joined = await joinedDevice(manager, { m2: auditor })
    fakeHub({})
    settings(joined)
    expect(await screen.findByText('You are signed in as First manager, in Marchshire.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Switch person' })).toBeNull()
  })
})

describe('inviting somebody', () => {
  it('gives a link to copy and to put into an e-mail', async () => {
    const joined = await joinedDevice(manager, { m2: auditor })
    const asked = fakeHub({
      '/accounts/members': { members: [accountOf('m2')] },
      '/accounts/invite': { url: 'https://hub.example/join#invite=abc', expiresAt: '2999-01-01T12:00:00.000Z' },
    })
    settings(joined, '/settings?person=m2')
    await userEvent.type(await screen.findByLabelText('Their e-mail address'), 'second@example.org')
    await userEvent.click(screen.getByRole('button', { name: 'Make an invitation link' }))
    expect(await screen.findByLabelText('Invitation link')).toHaveValue('https://hub.example/join#invite=abc')
    const mail = screen.getByRole('link', { name: 'Write an e-mail with it' }).getAttribute('href') ?? ''
    expect(decodeURIComponent(mail)).toContain('mailto:second@example.org')
    expect(decodeURIComponent(mail)).toContain('https://hub.example/join#invite=abc')
    const invited = asked.find(({ path }) => path === '/accounts/invite')
    expect(invited).toMatchObject({
      token: TOKEN,
      body: { area: joined.session.areaId, memberId: 'm2', email: 'second@example.org' },
    })
  })

  it('says why there is no link', async () => {
    const joined = await joinedDevice(manager, { m2: auditor })
    fakeHub({ '/accounts/members': { members: [accountOf('m2')] }, '/accounts/invite': refusal(429, 'Busy') })
    settings(joined, '/settings?person=m2')
    await userEvent.type(await screen.findByLabelText('Their e-mail address'), 'second@example.org')
    await userEvent.click(screen.getByRole('button', { name: 'Make an invitation link' }))
    expect(await screen.findByText(/Wait a minute, then try again/)).toBeVisible()
  })

  it('follows right after somebody was added', async () => {
    const joined = await joinedDevice(manager)
    fakeHub({ '/accounts/members': { members: [] } })
    settings(joined, '/settings?person=new')
    await userEvent.type(await screen.findByLabelText('Name'), 'A newcomer')
    await userEvent.click(screen.getByLabelText('Health'))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/A newcomer was added. Now make an invitation link/)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Change A newcomer' })).toBeVisible()
  })
})

describe('the roles of a joined area', () => {
  it('are all there are, each with what it means', async () => {
    const joined = await joinedDevice(manager)
    fakeHub({})
    settings(joined, '/settings?person=new')
    for (const role of ['Framework editor', 'Advice giver', 'Plan writer', 'Board member', 'Panel chair']) {
      expect(await screen.findByLabelText(role)).toBeVisible()
    }
  })
})

describe('one’s own account', () => {
  const mine = ({ session, deviceId }: JoinedFixture) =>
    me([
      place({
        area: session.areaId,
        memberId: session.memberId,
        devices: [
          hubDevice({ id: deviceId, name: 'Chrome on Linux' }),
          hubDevice({ id: 'd-2', waiting: { count: 3, oldestAt: '2026-03-01T10:00:00.000Z' } }),
        ],
      }),
    ])

  it('lists the devices with what each had not sent, and signs another one out after saying what that means', async () => {
    const joined = await joinedDevice(auditor)
    const asked = fakeHub({
      '/accounts/me': mine(joined),
      '/accounts/devices/revoke': {},
      '/api/auth/passkey/list-user-passkeys': [],
    })
    settings(joined, '/settings/account')
    expect(await screen.findByText('3 items, the oldest of 1 March 2026')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Sign out Chrome on Linux' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Sign out Edge on Windows' }))
    expect(await screen.findByText(/Edge on Windows still had 3 items to send/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Sign it out' }))
    expect(await screen.findByText('Edge on Windows was signed out.')).toBeVisible()
    expect(asked.find(({ path }) => path.endsWith('/revoke'))?.body).toEqual({
      area: joined.session.areaId,
      device: 'd-2',
    })
  })

  it('changes the password, and goes on with the new session', async () => {
    const joined = await joinedDevice(auditor)
    fakeHub({
      '/accounts/me': mine(joined),
      '/api/auth/passkey/list-user-passkeys': [],
      '/api/auth/change-password': { token: 'a-new-session-token-after-it', user: {} },
      '/accounts/devices/register': {},
    })
    settings(joined, '/settings/account')
    await userEvent.type(await screen.findByLabelText('Your password now'), 'the old password')
    await userEvent.type(screen.getByLabelText('New password'), 'correct horse battery')
    await userEvent.click(screen.getByRole('button', { name: 'Change the password' }))
    expect(await screen.findByText('The password was changed. Everywhere else you were signed out.')).toBeVisible()
    expect(await tokenOf(joined.device)).toBe('a-new-session-token-after-it')
  })

  it('says calmly that the hub does not answer', async () => {
    const joined = await joinedDevice(auditor)
    fakeHub({})
    settings(joined, '/settings/account')
    expect(await screen.findByText(/Your work on this device goes on without it/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
  })

  it('offers to sign in again once the session has ended', async () => {
    const joined = await joinedDevice(auditor)
    fakeHub({ '/accounts/me': refusal(401, 'SignedOut') })
    settings(joined, '/settings/account')
    expect(await screen.findByRole('link', { name: 'Sign in again' })).toHaveAttribute('href', '/sign-in')
  })
})

describe('somebody who leaves', () => {
  const shows = async (title: string) => {
    const heading = await screen.findByRole('heading', { name: title })
    return within(heading.closest('li') ?? document.body)
  }

  it('is led through in order: each step says whether it is done, and a later one cannot be taken first', async () => {
    const joined = await joinedDevice(manager, { m2: auditor })
    let isClosed = false
    const account = () => accountOf('m2', { hasAccount: true, devices: [hubDevice({ revoked: isClosed })] })
    fakeHub({
      '/accounts/members': () => ({ members: [account()] }),
      '/accounts/close': () => {
        isClosed = true
        return {}
      },
    })
    settings(joined, '/settings/leaving/m2')
    expect((await shows('Everything on their devices has been sent')).getByText('Done')).toBeVisible()
    expect((await shows('Their open audits are handed over or taken back')).getByText('Done')).toBeVisible()
    expect((await shows('They no longer take part')).getByText('After the steps before')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Mark as no longer taking part' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Sign them out everywhere' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Mark as no longer taking part' }))
    expect(await screen.findByText('Second auditor has left. Everything is in order.')).toBeVisible()
  })

  it('with unsent work holds the manager up, who may go on knowing the risk', async () => {
    const joined = await joinedDevice(manager, { m2: auditor })
    const devices = [hubDevice({ waiting: { count: 3, oldestAt: null } })]
    fakeHub({ '/accounts/members': { members: [accountOf('m2', { hasAccount: true, devices })] } })
    settings(joined, '/settings/leaving/m2')
    expect(await screen.findByText(/Edge on Windows still had 3 items to send when it was last seen/)).toBeVisible()
    expect(screen.getByText(/what was not sent stays on that device and is lost to the area/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Sign them out everywhere' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Go on without it' }))
    expect(await screen.findByRole('button', { name: 'Sign them out everywhere' })).toBeVisible()
  })

  it('is not oneself', async () => {
    const joined = await joinedDevice(manager)
    fakeHub({})
    settings(joined, `/settings/leaving/${joined.session.memberId}`)
    expect(await screen.findByText('You cannot lead yourself through leaving. Ask another manager.')).toBeVisible()
  })

  it('is a matter for managers', async () => {
    const joined = await joinedDevice(auditor, { m2: auditor })
    fakeHub({})
    settings(joined, '/settings/leaving/m2')
    expect(await screen.findByText('Only a manager may add or change people.')).toBeVisible()
  })
})
