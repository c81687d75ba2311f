import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { describe, expect, it } from 'vitest'
import { helpAddress, helpTopic } from '../../../src/app/help-address'
import { HelpPage } from '../../../src/features/help/HelpPage'
import { readGuide } from '../../../src/store/first-audit'
import { help } from '../../../src/text/help'
import { freshDevice, showScreen } from '../open-screen'

describe('the link to the help', () => {
  it.each([
    ['/', 'home'],
    ['/audits', 'audits'],
    ['/audits/a1/F', 'audit'],
    ['/cycles', 'cycles'],
    ['/cycles/new', 'draw'],
    ['/cycles/c1', 'cycle'],
    ['/cycles/c1/slips', 'slips'],
    ['/subjects/s1', 'plan'],
    ['/register', 'register'],
    ['/trends', 'results'],
    ['/frameworks', 'standards'],
    ['/frameworks/ehcp-core/1.0.0', 'standards'],
    ['/frameworks/ehcp-core/1.0.0/form', 'form'],
    ['/records/x1', 'record'],
    ['/settings', 'settings'],
    ['/nowhere', 'home'],
  ] as const)('knows what belongs to %s', (path, topic) => {
    expect(helpTopic(path)).toBe(topic)
  })

  it('says how to set up where that is still to be done, and stays where it is on the help itself', () => {
    expect(helpAddress('/', '', false)).toBe('/help?from=setup')
    expect(helpAddress('/help', '?from=audit', true)).toBe('/help?from=audit')
  })
})

describe('the help', () => {
  const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)

  it('starts with the page somebody came from', () => {
    render(<HelpPage />, {
      wrapper: ({ children }) => <MemoryRouter initialEntries={['/help?from=cycle']}>{children}</MemoryRouter>,
    })
    expect(headings()[1]).toBe('This page: One cycle')
    expect(
      screen.getByText('Print the assignment slips, so that each auditor knows which case file belongs to which code.'),
    ).toBeInTheDocument()
  })

  it('needs no device, knows no page, and leads to every part of itself', () => {
    render(<HelpPage />, {
      wrapper: ({ children }) => <MemoryRouter initialEntries={['/help?from=constructor']}>{children}</MemoryRouter>,
    })
    expect(headings()).not.toContain(help.first.title)
    const contents = within(screen.getByRole('navigation', { name: 'On this page' }))
    const links = contents.getAllByRole('link').map((link) => link.getAttribute('href') ?? '')
    expect(links).toEqual(['#words', '#keys', '#stored', '#wrong', '#pages'])
    for (const link of links) expect(document.querySelector(link)?.tagName).toBe('H2')
  })

  it('explains words in the order of the alphabet, each once', () => {
    const terms = help.words.list.map(([term]) => term)
    expect(terms).toEqual([...new Set(terms)].toSorted((a, b) => a.localeCompare(b)))
  })

  it('starts the guide to the first audit again', async () => {
    const { device, session } = await freshDevice()
    showScreen(device, session, <HelpPage />, '/help')
    await userEvent.click(await screen.findByRole('button', { name: help.first.turnOff }))
    expect(await screen.findByText(help.first.off)).toBeInTheDocument()
    expect((await readGuide(device, session)).isOn).toBe(false)
    await userEvent.click(screen.getByRole('button', { name: help.first.start }))
    expect(await screen.findByText(help.first.started)).toBeInTheDocument()
    expect(await readGuide(device, session)).toEqual({ isOn: true, done: [], endsWith: null })
  })
})
