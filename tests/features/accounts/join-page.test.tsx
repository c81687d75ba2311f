import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JoinPage } from '../../../src/features/accounts/JoinPage'
import { openHome } from '../../../src/features/accounts/open-home'
import '../open-screen'
import { ABOUT, type Asked, fakeHub, link, me, place, refusal, TOKEN } from '../fake-hub'

const LINK = 'a-one-time-link-of-forty-characters-at-least'

function openLink(type: 'set-up' | 'invite' | 'reset') {
  history.replaceState(null, '', `/join#${type}=${LINK}`)
  return showJoin()
}

function showJoin() {
  return render(
    <MemoryRouter initialEntries={['/join']}>
      <JoinPage />
    </MemoryRouter>,
  )
}

const sent = (asked: readonly Asked[], path: string) => asked.filter((one) => one.path === path)

// jsdom cannot leave a page.
vi.mock('../../../src/features/accounts/open-home', () => ({ openHome: vi.fn() }))

beforeEach(() => vi.mocked(openHome).mockClear())
afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
})

describe('a one-time link', () => {
  it('leaves the address at once, and a reload still knows it', async () => {
    fakeHub({ '/hub/about': ABOUT, '/accounts/link': link() })
    const { unmount } = openLink('invite')
    expect(window.location.href).not.toContain(LINK)
    expect(await screen.findByText(/Marchshire invites you, An auditor/)).toBeVisible()
    unmount()
    showJoin()
    expect(await screen.findByText(/Marchshire invites you, An auditor/)).toBeVisible()
  })

  it.each([
    ['LinkExpired', 410, 'This link is past its date.'],
    ['LinkUsed', 410, 'This link has been used already. Each link works once.'],
    ['LinkUnknown', 404, 'This link opens nothing. It may be cut off, or a newer one took its place.'],
  ])('that does not work says what happened and what to do: %s', async (type, status, sentence) => {
    fakeHub({ '/hub/about': ABOUT, '/accounts/link': refusal(status, type) })
    openLink('invite')
    expect(await screen.findByText(sentence)).toBeVisible()
    expect(screen.getByText(/Ask the manager who invited you for a new link/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in')
  })

  it('can be tried again when the hub did not answer', async () => {
    fakeHub({ '/hub/about': ABOUT })
    openLink('invite')
    expect(await screen.findByText(/The hub does not answer/)).toBeVisible()
    fakeHub({ '/hub/about': ABOUT, '/accounts/link': link() })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/Marchshire invites you/)).toBeVisible()
  })

  it('is asked for where there is none', async () => {
    showJoin()
    expect(await screen.findByRole('heading', { name: 'This page needs a link' })).toBeVisible()
  })
})

describe('an invitation', () => {
  it('asks for a password of twelve characters, and shows it when asked', async () => {
    const asked = fakeHub({ '/hub/about': ABOUT, '/accounts/link': link(), '/accounts/accept': { token: TOKEN } })
    openLink('invite')
    const password = await screen.findByLabelText('Password')
    await userEvent.type(password, 'too short')
    await userEvent.click(screen.getByRole('button', { name: 'Join' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByRole('link')).toHaveTextContent('The password must have at least 12 characters')
    expect(sent(asked, '/accounts/accept')).toEqual([])
    expect(password).toHaveAttribute('type', 'password')
    await userEvent.click(screen.getByRole('button', { name: 'Show the password' }))
    expect(password).toHaveAttribute('type', 'text')
  })

  it('makes the account with the address it was made for, and enters the area', async () => {
    const asked = fakeHub({
      '/hub/about': ABOUT,
      '/accounts/link': link(),
      '/accounts/accept': { token: TOKEN },
      '/accounts/me': me([place({ area: 'area-accept' })]),
      '/accounts/devices/register': {},
    })
    openLink('invite')
    await userEvent.type(await screen.findByLabelText('Password'), 'correct horse battery')
    await userEvent.click(screen.getByRole('button', { name: 'Join' }))
    await vi.waitFor(() => expect(openHome).toHaveBeenCalled(), { timeout: 10_000 })
    expect(sent(asked, '/accounts/accept')[0]?.body).toEqual({
      token: LINK,
      email: 'auditor@example.org',
      password: 'correct horse battery',
    })
    const [registered] = sent(asked, '/accounts/devices/register')
    expect(registered?.token).toBe(TOKEN)
    expect(registered?.body).toMatchObject({ area: 'area-accept', device: expect.stringMatching(/^d-/) })
    expect(sessionStorage).toHaveLength(0)
  })

  it('for an address with an account asks to sign in with it instead', async () => {
    fakeHub({ '/hub/about': ABOUT, '/accounts/link': link({ hasAccount: true }) })
    openLink('invite')
    expect(await screen.findByText(/There is an account for auditor@example.org on this hub already/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Join' })).toBeNull()
  })

  it('turns to signing in when the hub finds the account only then', async () => {
    fakeHub({
      '/hub/about': ABOUT,
      '/accounts/link': link(),
      '/accounts/accept': refusal(403, 'SignInFirst'),
    })
    openLink('invite')
    await userEvent.type(await screen.findByLabelText('Password'), 'correct horse battery')
    await userEvent.click(screen.getByRole('button', { name: 'Join' }))
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible()
  })

  it('offers the sign-in of the organisation where there is one', async () => {
    fakeHub({
      '/hub/about': { ...ABOUT, providers: [{ id: 'entra', label: 'Marchshire Council' }] },
      '/accounts/link': link(),
    })
    openLink('invite')
    expect(await screen.findByRole('button', { name: 'Sign in with Marchshire Council' })).toBeVisible()
  })
})

describe('a set-up link', () => {
  it('asks first for the area and its first manager, then how they sign in', async () => {
    const asked = fakeHub({
      '/hub/about': { ...ABOUT, needsSetUp: true },
      '/accounts/link': link({ type: 'set-up', areaName: null, memberName: null, email: null }),
      '/accounts/set-up': { token: TOKEN },
      '/accounts/me': me([place({ area: 'area-set-up' })]),
      '/accounts/devices/register': {},
    })
    openLink('set-up')
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }))
    const summary = await screen.findByRole('alert')
    expect(
      within(summary)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Enter the name of your local area', 'Enter your name', 'Choose your agency'])
    await userEvent.type(screen.getByLabelText('Local area'), 'Marchshire')
    await userEvent.type(screen.getByLabelText('Your name'), 'First manager')
    await userEvent.click(screen.getByLabelText('SEN team'))
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    await userEvent.type(await screen.findByLabelText('E-mail address'), 'manager@example.org')
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse battery')
    await userEvent.click(screen.getByRole('button', { name: 'Create the area' }))
    await vi.waitFor(() => expect(openHome).toHaveBeenCalled(), { timeout: 10_000 })
    expect(sent(asked, '/accounts/set-up')[0]?.body).toEqual({
      token: LINK,
      areaName: 'Marchshire',
      name: 'First manager',
      agency: 'sen-team',
      email: 'manager@example.org',
      password: 'correct horse battery',
    })
  })
})

describe('a link for a new password', () => {
  it('says whose it is, and takes the new one', async () => {
    const asked = fakeHub({
      '/hub/about': ABOUT,
      '/accounts/link': link({ type: 'reset' }),
      '/accounts/reset': { token: TOKEN },
      '/accounts/me': me([place({ area: 'area-reset' })]),
      '/accounts/devices/register': {},
    })
    openLink('reset')
    expect(await screen.findByText(/For the account of An auditor/)).toBeVisible()
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse battery')
    await userEvent.click(screen.getByRole('button', { name: 'Save the new password' }))
    await vi.waitFor(() => expect(openHome).toHaveBeenCalled(), { timeout: 10_000 })
    expect(sent(asked, '/accounts/reset')[0]?.body).toEqual({ token: LINK, password: 'correct horse battery' })
  })
})

describe('arriving', () => {
  it('lets somebody of several areas choose', async () => {
    fakeHub({
      '/hub/about': ABOUT,
      '/accounts/link': link({ type: 'reset' }),
      '/accounts/reset': { token: TOKEN },
      '/accounts/me': me([place({ area: 'area-a' }), place({ area: 'area-b', areaName: 'Westshire' })]),
      '/accounts/devices/register': {},
    })
    openLink('reset')
    await userEvent.type(await screen.findByLabelText('Password'), 'correct horse battery')
    await userEvent.click(screen.getByRole('button', { name: 'Save the new password' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }))
    expect(await screen.findAllByText('Choose an area')).not.toHaveLength(0)
    await userEvent.click(screen.getByLabelText('Westshire'))
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    await vi.waitFor(() => expect(openHome).toHaveBeenCalled(), { timeout: 10_000 })
  })

  it('says plainly which browser had not sent everything, before anything else happens', async () => {
    const held = { id: 'd-old', name: 'Edge on Windows', seenAt: '2026-03-02T10:00:00.000Z', revoked: false }
    const waiting = { count: 3, oldestAt: '2026-03-01T10:00:00.000Z' }
    const asked = fakeHub({
      '/hub/about': ABOUT,
      '/accounts/link': link({ type: 'reset' }),
      '/accounts/reset': { token: TOKEN },
      '/accounts/me': me([place({ area: 'area-lost', devices: [{ ...held, waiting }] })]),
      '/accounts/devices/register': {},
    })
    openLink('reset')
    await userEvent.type(await screen.findByLabelText('Password'), 'correct horse battery')
    await userEvent.click(screen.getByRole('button', { name: 'Save the new password' }))
    expect(await screen.findByText('Edge on Windows had 3 items not sent on 2 March 2026.')).toBeVisible()
    expect(screen.getByText(/If it was this browser and its data was cleared, those items are lost/)).toBeVisible()
    expect(sent(asked, '/accounts/devices/register')).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'I understand, continue' }))
    await vi.waitFor(() => expect(openHome).toHaveBeenCalled(), { timeout: 10_000 })
  })

  it('gives a browser whose access was taken away a new name, so that it can go on', async () => {
    let tries = 0
    const asked = fakeHub({
      '/hub/about': ABOUT,
      '/accounts/link': link({ type: 'reset' }),
      '/accounts/reset': { token: TOKEN },
      '/accounts/me': me([place({ area: 'area-revoked' })]),
      '/accounts/devices/register': () => (tries++ === 0 ? refusal(403, 'Revoked') : {}),
    })
    openLink('reset')
    await userEvent.type(await screen.findByLabelText('Password'), 'correct horse battery')
    await userEvent.click(screen.getByRole('button', { name: 'Save the new password' }))
    await vi.waitFor(() => expect(openHome).toHaveBeenCalled(), { timeout: 10_000 })
    const names = sent(asked, '/accounts/devices/register').map(({ body }) => (body as { device: string }).device)
    expect(new Set(names).size).toBe(2)
  })

  it('tells an account without an area whom to ask', async () => {
    fakeHub({
      '/hub/about': ABOUT,
      '/accounts/link': link({ type: 'reset' }),
      '/accounts/reset': { token: TOKEN },
      '/accounts/me': me([]),
    })
    openLink('reset')
    await userEvent.type(await screen.findByLabelText('Password'), 'correct horse battery')
    await userEvent.click(screen.getByRole('button', { name: 'Save the new password' }))
    expect(await screen.findByText(/no area lists you as taking part/)).toBeVisible()
  })
})
