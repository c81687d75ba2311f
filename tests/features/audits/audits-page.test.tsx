import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { AuditsPage } from '../../../src/features/audits/AuditsPage'
import { openRow, type Session } from '../../../src/store/device'
import { fillAudits } from '../../bench/fill-audits'
import { as, begin, drawPlans, openRoom, type Room, submit } from '../../store/columns-room'
import { freshDevice, showScreen } from '../open-screen'

/** Ann and Bo share a plan, Cy has one alone and has submitted it; Ann has rated nothing yet. */
async function sharedPlans(): Promise<Room & { readonly ann: Session; readonly cy: Session }> {
  const room = await openRoom()
  const [ann, bo, cy] = await drawPlans(room, [['ann', 'bo'], ['cy']])
  if (!ann || !bo || !cy) throw new Error('no plan was drawn')
  for (const asked of [ann, bo, cy]) await begin(room, asked)
  await submit(room, bo)
  await submit(room, cy)
  return { ...room, ann: as(room, ann), cy: as(room, cy) }
}

const codes = async () => {
  const table = await screen.findByRole('table')
  return within(table)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent)
}

beforeEach(() => window.history.replaceState(null, '', '/audits'))

describe('the list of audits', () => {
  it('shows an auditor their own draft and what is released, never the other audit of their plan', async () => {
    const { device, ann } = await sharedPlans()
    showScreen(device, ann, <AuditsPage />, '/audits')
    expect(await codes()).toEqual(['K7F-100', 'K7F-101'])
    expect(screen.getByRole('status')).toHaveTextContent('2 audits.')
    const [, own, released] = screen.getAllByRole('row')
    expect(own).toHaveTextContent('You')
    expect(own).toHaveTextContent('Draft')
    expect(await within(own ?? document.body).findByText('0 of 2 rated')).toBeInTheDocument()
    expect(released).toHaveTextContent('Submitted')
  })

  it('does not show even a manager who uses the device an audit before it is released', async () => {
    const { device, manager } = await sharedPlans()
    showScreen(device, manager, <AuditsPage />, '/audits')
    expect(await codes()).toEqual(['K7F-101'])
  })

  it('leads to one’s own audit, and from somebody else’s to its plan', async () => {
    const { device, ann } = await sharedPlans()
    showScreen(device, ann, <AuditsPage />, '/audits')
    await codes()
    expect(screen.getByRole('link', { name: 'K7F-100' }).getAttribute('href')).toMatch(/^\/audits\/[0-9a-f]{32}$/)
    expect(screen.getByRole('link', { name: 'K7F-101' }).getAttribute('href')).toMatch(/^\/subjects\/[0-9a-f]{32}$/)
  })

  it('names an author to managers and chairs only', async () => {
    const { device, ann, manager } = await sharedPlans()
    const shown = showScreen(device, ann, <AuditsPage />, '/audits')
    await codes()
    expect(screen.queryByText('cy')).not.toBeInTheDocument()
    shown.unmount()
    showScreen(device, manager, <AuditsPage />, '/audits')
    expect(await screen.findByText('cy')).toBeInTheDocument()
  })

  it('tells an auditor who begins what to do where there is no audit yet', async () => {
    const { device, session } = await freshDevice()
    showScreen(device, session, <AuditsPage />, '/audits')
    expect(await screen.findByRole('heading', { name: 'No audits yet' })).toBeInTheDocument()
  })

  it('is built from the records where it is missing', async () => {
    const { device, ann } = await sharedPlans()
    await device.tables.lists.clear()
    await device.tables.columns.clear()
    showScreen(device, ann, <AuditsPage />, '/audits')
    expect(await codes()).toEqual(['K7F-100', 'K7F-101'])
  })
})

describe('searching and narrowing the list', () => {
  it('shows what fits at every letter, says how many, and keeps it in the address', async () => {
    const { device, ann } = await sharedPlans()
    showScreen(device, ann, <AuditsPage />, '/audits')
    await codes()
    const search = screen.getByRole('searchbox', { name: 'Search' })
    await userEvent.type(search, 'k7f101')
    expect(await screen.findByText('1 of 2 audits.')).toBeInTheDocument()
    expect(await codes()).toEqual(['K7F-101'])
    expect(search).toHaveFocus()
    expect(window.location.search).toBe('?q=k7f101')
    await userEvent.type(search, 'x')
    expect(await screen.findByText('No audit fits all of this.')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Show all audits' }))
    expect(await codes()).toEqual(['K7F-100', 'K7F-101'])
    expect(window.location.search).toBe('')
  })

  it('narrows by state and to one’s own', async () => {
    const { device, ann } = await sharedPlans()
    showScreen(device, ann, <AuditsPage />, '/audits')
    await codes()
    await userEvent.selectOptions(screen.getByLabelText('State'), 'Submitted')
    expect(await codes()).toEqual(['K7F-101'])
    await userEvent.click(screen.getByLabelText('Only my own'))
    expect(await screen.findByText('0 of 2 audits.')).toBeInTheDocument()
    expect(window.location.search).toBe('?state=released&mine=1')
  })

  it('opens as the address asks, and leaves out what it asks that does not exist', async () => {
    const { device, ann } = await sharedPlans()
    showScreen(device, ann, <AuditsPage />, '/audits?state=draft&cycle=gone&from=yesterday&sort=colour')
    expect(await codes()).toEqual(['K7F-100'])
    expect(screen.getByText('Filters (1 in use)')).toBeInTheDocument()
    expect(screen.getByLabelText('Cycle')).toHaveValue('')
  })
})

describe('the order of the list', () => {
  it('is said in the headings and turned round by a second press', async () => {
    const { device, ann } = await sharedPlans()
    showScreen(device, ann, <AuditsPage />, '/audits')
    await codes()
    expect(screen.getByRole('columnheader', { name: 'Submitted on' })).toHaveAttribute('aria-sort', 'descending')
    await userEvent.click(screen.getByRole('button', { name: 'Plan' }))
    const heading = screen.getByRole('columnheader', { name: 'Plan' })
    expect(heading).toHaveAttribute('aria-sort', 'ascending')
    expect(screen.getByRole('columnheader', { name: 'Submitted on' })).not.toHaveAttribute('aria-sort')
    await userEvent.click(screen.getByRole('button', { name: 'Plan' }))
    expect(heading).toHaveAttribute('aria-sort', 'descending')
    expect(await codes()).toEqual(['K7F-101', 'K7F-100'])
    expect(window.location.search).toBe('?sort=code&down=1')
  })
})

describe('a long list', () => {
  it('is shown fifty at a time, and its pages are links', async () => {
    const { device, session } = await freshDevice()
    await fillAudits(device, session, { audits: 120, framework: 'ehcp-core' })
    // As after a write of the app itself; jsdom's byte arrays do not survive the copies of a live query.
    for (const row of await device.tables.rows.toArray()) openRow(device, row)
    showScreen(device, session, <AuditsPage />, '/audits')
    expect(await codes()).toHaveLength(50)
    expect(screen.getByText('Shown here: 1 to 50.')).toBeInTheDocument()
    const pages = screen.getByRole('navigation', { name: 'Pages of the list' })
    expect(within(pages).getByRole('link', { name: 'Page 1' })).toHaveAttribute('aria-current', 'page')
    await userEvent.click(within(pages).getByRole('link', { name: 'Page 3' }))
    expect(await screen.findByText('Shown here: 101 to 120.')).toBeInTheDocument()
    expect(await codes()).toHaveLength(20)
    // A search starts at its own first page.
    await userEvent.type(screen.getByRole('searchbox'), 'health')
    expect(await screen.findByText(/of 120 audits\./)).toBeInTheDocument()
    expect(window.location.search).toBe('?q=health')
  })
})
